"""`plan` prints what DESIGN fixes: these keys in this order, weeks from Monday to Sunday, sums that are right."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.assessments.domain.builders import persona
from tests.assessments.management.printing import run_on, small_persona, small_plan

pytestmark = pytest.mark.django_db

KEYS = ["status", "bound_points_missing", "actions", "unmet", "left_out", "totals", "solver"]
ACTION = [
    *("id", "start", "end", "weeks", "hours", "hours_per_week", "cost_max_usd", "develops", "satisfies", "why"),
    "arrange",
]
UNMET = ["skill", "reached", "required", "points", "binding", "would_need"]
TOTALS = ["hours", "cost_max_usd", "finish", "finish_low", "finish_high", "points_missing", "readiness_then"]
BLOCKED = date(2026, 12, 21)


@pytest.fixture
def document() -> Any:
    return small_plan()


def test_the_keys_are_those_that_were_agreed_in_their_order(document: Any) -> None:
    assert list(document) == KEYS
    assert list(document["totals"]) == TOTALS
    assert all(list(row) == ACTION for row in document["actions"])
    assert all(list(row) == UNMET for row in document["unmet"])
    assert all(list(row) == ["id", "why"] for row in document["left_out"])
    assert all(list(lift) == ["skill", "from", "to"] for row in document["actions"] for lift in row["develops"])
    assert {"tip-sheet-series", "agile-course"} <= {row["id"] for row in document["actions"]}


def test_values_have_their_types(document: Any) -> None:
    assert document["status"] in {"optimal", "feasible"}
    for row in document["actions"]:
        whole = (row["weeks"], row["cost_max_usd"])
        assert {type(value) for value in whole} == {int}
        assert {type(row[name]) for name in ("hours", "hours_per_week")} == {float}
        assert {type(row[name]) for name in ("id", "start", "end", "why")} == {str}
    for row in document["unmet"]:
        needs = row["would_need"]
        assert needs is None or (needs and set(needs) <= {"hours_per_week", "budget_usd", "target"})


def test_an_action_runs_from_a_monday_to_the_sunday_of_its_last_open_week(document: Any) -> None:
    for row in document["actions"]:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        pauses = start <= BLOCKED <= end
        assert (start.isoweekday(), end.isoweekday()) == (1, 7)
        assert end - start == timedelta(weeks=row["weeks"] + pauses, days=-1)
        assert start != BLOCKED
        assert date(2026, 12, 7) <= start < end <= date(2027, 3, 7)


def test_actions_come_in_the_order_of_their_weeks(document: Any) -> None:
    starts = [row["start"] for row in document["actions"]]
    assert starts == sorted(starts)


def test_totals_are_the_sums_of_the_actions(document: Any) -> None:
    totals, actions = document["totals"], document["actions"]
    assert totals["hours"] == sum(row["hours"] for row in actions)
    assert totals["cost_max_usd"] == sum(row["cost_max_usd"] for row in actions) <= 15000
    assert totals["finish"] == max(row["end"] for row in actions)
    assert totals["finish_low"] <= totals["finish"] <= totals["finish_high"]
    assert totals["points_missing"] >= document["bound_points_missing"]


def test_no_week_takes_more_hours_than_are_given(document: Any) -> None:
    for week in range(13):
        monday = (date(2026, 12, 7) + timedelta(weeks=week)).isoformat()
        running = [row for row in document["actions"] if row["start"] <= monday <= row["end"]]
        assert sum(row["hours"] / row["weeks"] for row in running) <= 6.000001


def test_skills_that_nobody_rated_are_left_out_by_name(document: Any) -> None:
    assert len(document["left_out"]) == 29
    assert {row["why"] for row in document["left_out"]} == {"is not rated, so no action is planned for it"}
    assert not {"cds", "ethics"} & {row["id"] for row in document["left_out"]}


def test_a_pin_that_cannot_fit_is_an_answer_and_no_fault_of_the_persona() -> None:
    printed = run_on("plan", small_persona(pinned=["ci-fellowship"]))
    document = printed.document
    assert (printed.status, printed.err, document["status"], document["actions"]) == (0, "", "infeasible", [])
    assert document["left_out"][0] == {
        "id": "ci-fellowship",
        "why": "is pinned, but it is a big move that you are not open to",
    }


def test_no_time_is_an_empty_plan() -> None:
    document = run_on("plan", small_persona(target="2026-12-07")).document
    assert document["actions"] == []
    assert [document["totals"][name] for name in ("hours", "cost_max_usd", "finish")] == [0, 0, None]


def test_the_same_persona_gives_the_same_bytes_whatever_the_order_of_its_lists() -> None:
    lists: dict[str, list[str]] = {
        "pinned": ["tip-sheet-series", "agile-course"],
        "excluded": ["sql-course", "cahims", "qi-basics"],
        "blocked_weeks": ["2026-12-23", "2027-02-01"],
    }
    turned = {name: [*reversed(entries)] for name, entries in lists.items()}
    assert run_on("plan", small_persona(**lists)) == run_on("plan", small_persona(**turned))


def test_a_persona_that_says_nothing_about_a_plan_is_told_what_to_say() -> None:
    data = persona()
    del data["plan"]
    printed = run_on("plan", data)
    said = "plan: is missing; it says when to start, the target date, hours a week and the budget\n"
    assert (printed.out, printed.err, printed.status) == ("", said, 2)
