"""Small catalogues, situations and plans: documents as they are published, with only what a test is about filled in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from assessments.domain import instrument as instruments
from assessments.domain.instrument import Instrument
from assessments.domain.planning import plan
from assessments.domain.situation import Running, Situation

Row = dict[str, Any]
Document = dict[str, Any]

LEVEL = "cmio"
MONDAY = date(2027, 1, 4)
"""The first day of every small plan, so that week 0 begins with it."""


def monday(week: int) -> date:
    """The first day of a week, counted from the start of the plan."""
    return MONDAY + timedelta(days=7 * week)


def sunday(week: int) -> date:
    """The last day of a week, counted from the start of the plan."""
    return monday(week) + timedelta(days=6)


def skill(id: str, required: int = 2, weight: float = 50) -> Row:
    """A skill of the catalogue; two of them share the weight unless a test says otherwise."""
    return {
        "id": id,
        "name": id.upper(),
        "domain": "d",
        "required": {LEVEL: required},
        "weight_by_level": {LEVEL: weight},
    }


def action(
    id: str,
    *lifts: tuple[str, int, int],
    weeks: tuple[int, int] = (1, 1),
    hours: tuple[float, float] = (2, 2),
    cost: int = 0,
    needs: Sequence[str] = (),
    conditions: Sequence[str] = (),
    paid: bool = False,
    big: bool = False,
    windows: Sequence[tuple[str, str]] = (),
    on: str = "start",
) -> Row:
    """An action of the catalogue; a lift is a skill with the levels from and to."""
    return {
        "id": id,
        "name": f"Action {id}",
        "kind": "course",
        "weeks_min": weeks[0],
        "weeks_max": weeks[1],
        "hours_min": hours[0],
        "hours_max": hours[1],
        "cost_min_usd": 0,
        "cost_max_usd": cost,
        "paid_time": paid,
        "big_move": big,
        "requires_actions": list(needs),
        "requires_conditions": list(conditions),
        "develops": [{"skill": skill, "from": low, "to": high} for skill, low, high in lifts],
        "satisfies": [],
        "fixed_windows": [{"start": start, "end": end} for start, end in windows],
        "window_on": on if windows else None,
    }


def condition(id: str, scope: str = "profile", by: Sequence[str] = ()) -> Row:
    """Something that actions ask for, and the actions that bring it."""
    return {"id": id, "name": f"Condition {id}", "scope": scope, "met_by_actions": list(by)}


def gate(
    id: str, necessity: str = "required", by: Sequence[str] = (), years: int | None = None, professions: str = "nurse"
) -> Row:
    """A gate, and the actions that open it."""
    return {
        "id": id,
        "name": f"Gate {id}",
        "necessity": {LEVEL: necessity},
        "applies_to": professions.split(),
        "typical_years": {LEVEL: years} if years else None,
        "satisfied_by": list(by),
    }


def catalogue(
    actions: Sequence[Row],
    *,
    skills: Sequence[Row] | None = None,
    conditions: Sequence[Row] = (),
    gates: Sequence[Row] = (),
) -> Document:
    """A whole document; without skills it has `a` and `b`, which ask for level 2 and weigh 50 each."""
    opens = {row["id"]: [gate["id"] for gate in gates if row["id"] in gate["satisfied_by"]] for row in actions}
    return {
        "competencies": {
            "domains": [{"id": "d", "name": "D"}],
            "skills": list(skills) if skills is not None else [skill("a"), skill("b")],
            "prerequisites": list(gates),
            "professions": ["physician", "nurse"],
        },
        "actions": {
            "conditions": list(conditions),
            "actions": [{**row, "satisfies": opens[row["id"]]} for row in actions],
            "knowledge_items": [],
        },
    }


def read(document: Document, level: str = LEVEL) -> Instrument:
    """The instrument in a document."""
    return instruments.read(document, version=1, career="cmio", level=level)


def situation(levels: Mapping[str, int] | None = None, weeks: int = 8, **changes: Any) -> Situation:
    """A nurse at level 0 in `a` and `b`, with two hours in each of a few weeks, no money, and nothing else said."""
    plain = Situation(
        levels={"a": 0, "b": 0} if levels is None else levels,
        profession="nurse",
        gates={},
        conditions=frozenset(),
        unavailable=frozenset(),
        start=MONDAY,
        target=sunday(weeks - 1),
        hours_per_week=2,
        budget_usd=0,
        blocked_weeks=frozenset(),
        open_to=frozenset(),
        done=frozenset(),
        running=(),
        pinned=frozenset(),
        excluded=frozenset(),
    )
    return replace(plain, **{name: _frozen(value) for name, value in changes.items()})


def running(action: str, week: int, weeks: int) -> Running:
    """An action under way since a week of the plan, or since one before it."""
    return Running(action, monday(week), weeks)


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, set) else value


@dataclass(frozen=True)
class Case:
    """A published document, a person, and the plan that was made for them."""

    document: Document
    level: str
    situation: Situation
    plan: Any

    @property
    def chosen(self) -> list[str]:
        """The ids of the plan's actions, in its order."""
        return [row["id"] for row in self.plan["actions"]]

    @property
    def missing(self) -> float:
        """Points missing at the target date, as the plan states them."""
        return float(self.plan["totals"]["points_missing"])

    def again(self, present: Iterable[Row] = (), **changes: Any) -> "Case":
        """The same person planned once more, with something changed."""
        return planned(self.document, replace(self.situation, **changes), self.level, present=present)

    def spoiled(self, **changes: Any) -> "Case":
        """The same case with another plan in its place."""
        return replace(self, plan={**self.plan, **changes})


def planned(document: Document, given: Situation, level: str = LEVEL, present: Iterable[Row] = ()) -> Case:
    """A case with the plan as the product makes it."""
    return Case(document, level, given, plan(read(document, level), given, tuple(present)))
