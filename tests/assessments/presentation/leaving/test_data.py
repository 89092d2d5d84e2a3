"""A plan as data: the keys that were agreed, in their order, whatever order a database gives them in."""

import json
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from jsonschema import Draft202012Validator

from assessments.presentation import steps
from assessments.presentation.leaving.data import About, written
from assessments.presentation.plan import Saved
from tests.assessments.presentation.builders import MONDAY, lift, plan, planned, saved
from tests.assessments.presentation.leaving.editions import known

MADE = datetime(2026, 12, 1, 9, 30, 15, 999, tzinfo=UTC)
TOTALS = ["hours", "cost_max_usd", "finish", "finish_low", "finish_high", "points_missing", "readiness_then"]
LIMITS = {"target": "2027-12-31", "hours_per_week": 5.0, "budget_usd": 1000, "blocked_weeks": []}
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
MAYBE_DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"}


def exactly(**properties: Any) -> dict[str, Any]:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
SCHEMA = exactly(
    plan=exactly(
        id={"type": "string", "pattern": r"^[0-9a-f-]{36}$"},
        revision=WHOLE,
        made=TEXT,
        changed=TEXT,
        career=TEXT,
        level=TEXT,
        instrument=WHOLE,
        limits={"type": "object", "required": ["start", "target", "hours_per_week", "budget_usd"]},
    ),
    status={"enum": ["optimal", "feasible", "infeasible"]},
    bound_points_missing=NUMBER,
    actions=listed(
        exactly(
            id=TEXT,
            start=DAY,
            end=DAY,
            weeks=WHOLE,
            hours=NUMBER,
            hours_per_week=NUMBER,
            cost_max_usd=WHOLE,
            develops=listed(exactly(**{"skill": TEXT, "from": WHOLE, "to": WHOLE})),
            satisfies=listed(TEXT),
            why=TEXT,
        )
    ),
    unmet=listed({"type": "object", "required": ["skill", "reached", "required", "points", "binding", "would_need"]}),
    left_out=listed(exactly(id=TEXT, why=TEXT)),
    totals={
        "type": "object",
        "required": [
            "hours",
            "cost_max_usd",
            "finish",
            "finish_low",
            "finish_high",
            "points_missing",
            "readiness_then",
        ],
    },
    progress=listed(
        exactly(
            id=TEXT,
            name=TEXT,
            state={"enum": ["not started", "doing", "blocked", "done", "skipped"]},
            reason=TEXT,
            started=MAYBE_DAY,
            ended=MAYBE_DAY,
            hours=NUMBER,
            logged=listed(exactly(day=DAY, hours=NUMBER)),
            spent_usd={"type": ["integer", "null"]},
        )
    ),
)


def shuffled(value: Any) -> Any:
    """The same with the keys as PostgreSQL gives them: by length, then by letters."""
    if isinstance(value, list):
        return [shuffled(entry) for entry in value]
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in sorted(value, key=lambda key: (len(key), key))}
    return value


def example() -> Saved:
    """A plan that was planned again: one action was done before, one goes on."""
    gap = {"skill": "safety", "reached": 2, "required": 4, "points": 12.5, "binding": "hours"}
    document = plan(
        planned("review", MONDAY + timedelta(weeks=2), develops=[lift("safety", 2, 3)]),
        unmet=[gap | {"would_need": {"hours_per_week": 6.5, "target": "2028-01-31"}}],
        left_out=[{"id": "budget", "why": "is not rated, so no action is planned for it"}],
    )
    done = planned("course", develops=[lift("cds", 2, 3)], satisfies=["board"])
    told = known("done", MONDAY, date(2027, 1, 15), spent_usd=40).worked(MONDAY, 2.5)
    shown = saved(document | {"kept": [done]})
    return replace(shown, rows=[done, *document["actions"]], progress={"course": told}, number=4)


def text(shown: Saved) -> str:
    found = steps.read(shown.rows, shown.catalogue, shown.progress, MONDAY)
    career = "chief-medical-information-officer"
    about = About(UUID(int=7), MADE, MADE, career, "cmio", 3, LIMITS)
    return written(shown, found, about)


def test_it_keeps_to_the_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(text(example())))) == []
    empty = saved(plan(status="feasible"))
    assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(text(empty)))) == []


def test_what_breaks_the_schema_would_be_found() -> None:
    broken = json.loads(text(example()))
    del broken["actions"][0]["why"]
    broken["progress"][0]["state"] = "perhaps"
    assert len(list(Draft202012Validator(SCHEMA).iter_errors(broken))) == 2


def test_what_was_kept_is_among_the_actions() -> None:
    found = json.loads(text(example()))
    assert "kept" not in found
    assert [row["id"] for row in found["actions"]] == [row["id"] for row in found["progress"]] == ["course", "review"]
    assert found["progress"][0] == {
        "id": "course",
        "name": "CDS course",
        "state": "done",
        "reason": "",
        "started": "2027-01-04",
        "ended": "2027-01-15",
        "hours": 2.5,
        "logged": [{"day": "2027-01-04", "hours": 2.5}],
        "spent_usd": 40,
    }
    assert found["plan"] == {
        "id": str(UUID(int=7)),
        "revision": 4,
        "made": "2026-12-01T09:30:15+00:00",
        "changed": "2026-12-01T09:30:15+00:00",
        "career": "chief-medical-information-officer",
        "level": "cmio",
        "instrument": 3,
        "limits": {"start": "2027-01-01", **LIMITS},
    }


def test_the_order_of_its_keys_is_that_of_the_design_on_every_database() -> None:
    shown = example()
    other = replace(shown, document=shuffled(deepcopy(dict(shown.document))), rows=shuffled(list(shown.rows)))
    assert text(other) == text(shown)
    found = json.loads(text(shown))
    document = ["status", "bound_points_missing", "actions", "unmet", "left_out", "totals"]
    assert list(found) == ["plan", *document, "progress"]
    action = "id start end weeks hours hours_per_week cost_max_usd develops satisfies why"
    assert list(found["actions"][0]) == action.split()
    assert list(found["actions"][0]["develops"][0]) == ["skill", "from", "to"]
    assert list(found["unmet"][0]) == ["skill", "reached", "required", "points", "binding", "would_need"]
    assert list(found["totals"]) == TOTALS


def test_what_the_design_does_not_name_comes_last() -> None:
    shown = saved(plan(planned("course")) | {"solver": {"within_percent": 2.0}})
    assert list(json.loads(text(shown)))[-2:] == ["solver", "progress"]
