"""A catalogue of three skills, a report and plans on it: small enough to work every figure out by hand.

At level `cmio` one level of `cds` is worth 12.5 points of readiness (weight 2 of 4, required 4), of `safety` 6.25
(weight 1, required 4) and of `budget` 12.5 (weight 1, required 2).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assessments.domain import instrument as instruments
from assessments.domain.following.progress import DONE, UNTOUCHED, Progress
from assessments.presentation import steps
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved
from assessments.presentation.steps import Change, Step

MONDAY = date(2027, 1, 4)
BEFORE = date(2026, 12, 30)
TICKED = date(2027, 1, 15)


def _skill(id: str, name: str, domain: str, required: int, weight: float) -> dict[str, Any]:
    anchors = {str(level): f"{name} at {level}." for level in range(1, 6)}
    row = {"id": id, "name": name, "domain": domain, "levels": anchors, "required_rationale": f"Why {name}."}
    return row | {"required": {"cmio": required}, "weight_by_level": {"cmio": weight}}


def gate(id: str, name: str, necessity: str, years: int | None = None, by: Sequence[str] = ()) -> dict[str, Any]:
    """A gate's row, for physicians and nurses."""
    row: dict[str, Any] = {"id": id, "name": name, "applies_to": ["physician", "nurse"], "satisfied_by": list(by)}
    row |= {"necessity": {"cmio": necessity}, "typical_years": years and {"cmio": years}}
    return row | {"how_met": f"Hold the {id}.", "substitutes": ""}


def action(id: str, name: str, kind: str = "course", **given: Any) -> dict[str, Any]:
    """An action's row: two to four weeks, ten to twenty hours, free."""
    row: dict[str, Any] = {"id": id, "name": name, "kind": kind, "summary": f"About {id}.", "evidence": ""}
    row |= {"weeks_min": 2, "weeks_max": 4, "hours_min": 10, "hours_max": 20, "cost_min_usd": 0, "cost_max_usd": 0}
    row |= {"paid_time": False, "big_move": False, "requires_actions": [], "requires_conditions": []}
    return row | {"develops": [], "satisfies": [], "fixed_windows": []} | given


def lift(skill: str, low: int, high: int) -> dict[str, Any]:
    """What an action or a step develops."""
    return {"skill": skill, "from": low, "to": high}


def item(id: str, skill: str, stem: str = "An alert is overridden. What do you do first?") -> dict[str, Any]:
    """A scenario with the options A, B and C, of which B is right."""
    options = [{"id": id, "text": f"Option {id}", "rationale": f"Because {id}"} for id in "ABC"]
    reference = {"title": f"About {id}", "year": "2020", "url": None}
    row = {"id": id, "skill": skill, "level_probed": 3, "stem": stem, "options": options, "key": "B"}
    return row | {"reference": reference}


def document(**given: Any) -> dict[str, Any]:
    """The whole catalogue; lists of its two halves can be replaced by name."""
    competencies: dict[str, Any] = {
        "career_levels": [{"id": "cmio", "name": "CMIO"}],
        "professions": ["physician", "nurse", "non-clinician"],
        "proficiency_scale": dict(
            zip("12345", ("aware", "supervised", "independent", "leads", "sets it"), strict=True)
        ),
        "domains": [{"id": "clinical", "name": "Clinical work"}, {"id": "lead", "name": "Leading"}],
        "skills": [
            _skill("cds", "CDS design", "clinical", 4, 2),
            _skill("safety", "Safety reviews", "clinical", 4, 1),
            _skill("budget", "Budgets", "lead", 2, 1),
        ],
        "prerequisites": [
            gate("board", "Board certificate", "expected", by=["exam"]),
            gate("degree", "Medical degree", "required"),
            gate("years", "Years in informatics", "required", years=5, by=["post", "duty"]),
        ],
    }
    actions: dict[str, Any] = {
        "meta": {"reference_check": {"from_knowledge": ["outage"]}},
        "conditions": [
            {"id": "sponsor", "name": "A sponsor agrees", "scope": "organization", "met_by_actions": []},
            {"id": "held", "name": "Holds a post", "scope": "profile", "met_by_actions": ["post"]},
        ],
        "actions": [
            action("course", "CDS course", develops=[lift("cds", 2, 3)], cost_min_usd=100, cost_max_usd=400),
            action(
                "review", "Review board", "project", develops=[lift("safety", 2, 3)], requires_conditions=["sponsor"]
            ),
            action("exam", "Board exam", "certification", satisfies=["board"], requires_conditions=["held"]),
            action("post", "Director post", "role", paid_time=True, big_move=True, satisfies=["years"]),
            action("duty", "chair duty", "role", satisfies=["years"], develops=[lift("budget", 0, 2)]),
        ],
        "knowledge_items": [item("alert", "cds"), item("outage", "safety", "What comes first?")],
    }
    for half in (competencies, actions):
        half.update({name: value for name, value in given.items() if name in half})
    return {"competencies": competencies, "actions": actions}


CATALOGUE = Catalogue(document())
INSTRUMENT = instruments.read(document(), version=3, career="chief-medical-information-officer", level="cmio")


def instrument(**given: Any) -> instruments.Instrument:
    """The instrument of a catalogue with some lists replaced."""
    return instruments.read(document(**given), version=3, career=INSTRUMENT.career, level="cmio")


def scored(id: str = "cds", points: float = 10.0, status: str = "gap", **given: Any) -> dict[str, Any]:
    """A skill's row in a report: likely at 2 of 4, between 1 and 3."""
    row = {"id": id, "likely": 2, "low": 1, "high": 3, "mean": 2.0, "required": 4, "meets": 0.1}
    return row | {"points_lost": points, "status": status} | given


def domain(id: str = "clinical", score: float | None = 50.0, low: float = 40.0, high: float = 60.0) -> dict[str, Any]:
    """A domain's row in a report; without a score it has no range either."""
    span = (low, high) if score is not None else (None, None)
    return {"id": id, "score": score, "low": span[0], "high": span[1], "answered": 2, "skills": 2}


def report(
    score: float = 58.4, low: float = 51.0, high: float = 65.0, band: str = "building", **given: Any
) -> dict[str, Any]:
    """A report; its skills and levers are those given, in their order."""
    readiness = {"score": score, "low": low, "high": high, "band": band, "complete": True}
    found: dict[str, Any] = {"career": INSTRUMENT.career, "level": "cmio", "instrument": 3, "readiness": readiness}
    return found | {"domains": [], "skills": [], "gates": [], "levers": []} | given


def step(id: str = "course", start: date = MONDAY, weeks: int = 2, done_on: date | None = None, **given: Any) -> Step:
    """A scheduled step as it stands on the day before the plan: twelve own hours, not paid for by anybody."""
    plain = Step(
        number=1,
        id=id,
        name=f"The {id}",
        summary="",
        evidence="",
        start=start,
        end=start + timedelta(days=7 * weeks - 1),
        weeks=weeks,
        hours=12,
        own_hours=12,
        cost=0,
        group="Clinical work",
        changes=(),
        gates=(),
        why="",
        arrange=(),
        state=steps.DONE if done_on else steps.NEXT,
        done_on=done_on,
    )
    return replace(plain, **given)


def change(skill: str, low: int, high: int) -> Change:
    """A lift of a skill named after its key."""
    return Change(skill, skill, low, high)


def planned(id: str, start: date = MONDAY, weeks: int = 2, **given: Any) -> dict[str, Any]:
    """An action's row in a plan's document."""
    end = start + timedelta(days=7 * weeks - 1)
    row = {"id": id, "start": start.isoformat(), "end": end.isoformat(), "weeks": weeks, "hours": 15.0}
    row |= {"hours_per_week": 15 / weeks, "cost_max_usd": 0}
    return row | {"develops": [], "satisfies": [], "why": f"Because of {id}."} | given


def plan(*actions: dict[str, Any], then: float = 50.0, **given: Any) -> dict[str, Any]:
    """A plan's document with the totals of its actions."""
    finish = max((row["end"] for row in actions), default=None)
    totals = {
        "hours": sum(row["hours"] for row in actions),
        "cost_max_usd": sum(row["cost_max_usd"] for row in actions),
    }
    totals |= {"finish": finish, "finish_low": finish, "finish_high": finish}
    totals |= {"points_missing": 50.0, "readiness_then": then} | given.pop("totals", {})
    found = {"status": "optimal", "bound_points_missing": 50.0, "actions": list(actions)}
    return found | {"unmet": [], "left_out": [], "totals": totals} | given


def done_on(day: date) -> Progress:
    """The progress of an action that was ticked on a day."""
    return UNTOUCHED.turned(DONE, day)


def saved(plan_document: dict[str, Any], done: Sequence[str] = (), **request: Any) -> Saved:
    """A saved plan of a physician at levels 2, 2 and 0, with what was ticked on 15 January 2027."""
    asked: dict[str, Any] = {"levels": {"cds": 2, "safety": 2, "budget": 0}, "profession": "physician", "gates": {}}
    asked |= {"start": "2027-01-01", "target": "2027-12-31", "hours_per_week": 5.0, "budget_usd": 1000}
    return Saved(
        document=plan_document,
        request=asked | {"blocked_weeks": []} | request,
        rows=plan_document["actions"],
        catalogue=CATALOGUE,
        instrument=INSTRUMENT,
        progress=dict.fromkeys(done, done_on(TICKED)),
        result_day=date(2026, 12, 1),
    )
