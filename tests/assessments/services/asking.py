"""Plans that are asked for anew, as tests do it: rows, states, questions and answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from assessments.domain.following import extras
from assessments.models import Calculation, Plan, Revision
from assessments.services import calculations, proposals, revisions
from assessments.services.profiles import profile_of
from assessments.services.revisions import Change, Drawn, Turn
from tests.assessments.runs import NOW, edit

A, B, C = "sql-course", "agile-course", "tip-sheet-series"
START, WEEK = date(2026, 12, 7), timedelta(weeks=1)
OWN = {"id": "own-a", "name": "Shadow the board", "hours": 12, "weeks": 3, "cost_usd": 50}


def at(weeks: float) -> datetime:
    """So many weeks after the plan's first Monday, at noon."""
    return datetime.fromisoformat(f"{START}T12:00+00:00") + timedelta(weeks=weeks)


def row(action: str, weeks_in: int, weeks: int = 2, cost: int = 100) -> dict[str, Any]:
    start = START + weeks_in * WEEK
    end = start + weeks * WEEK - timedelta(days=1)
    found = {"id": action, "start": start.isoformat(), "end": end.isoformat(), "weeks": weeks, "hours": 4.0 * weeks}
    return found | {"hours_per_week": 4.0, "cost_max_usd": cost, "develops": [], "satisfies": [], "why": "Why."}


def with_rows(plan: Plan, *rows: dict[str, Any], **extra: Any) -> Plan:
    now = whole(plan).current
    made = {**now.request, "extras": {**extras.none(), **extra}}
    drawn = Drawn(now.schedule.version_id, made, {"status": "optimal", "actions": list(rows)})
    revisions.reschedule(plan=plan, edit=edit(plan), drawn=drawn, change=Change.SCHEDULE, words="Moved")
    return whole(plan)


def whole(plan: Plan) -> Plan:
    return Plan.objects.whole().get(pk=plan.pk)


def turn(plan: Plan, at: datetime = NOW, spent: int | None = None, **states: str) -> Plan:
    """Say of the actions A, B and C how they stand."""

    def to(state: str) -> Turn:
        return lambda entry: replace(entry.turned(state, at.date(), "Why"), spent_usd=spent)

    turns = {{"a": A, "b": B, "c": C}[name]: to(state) for name, state in states.items()}
    revisions.advance(plan=plan, edit=edit(plan, at), turns=turns, words="Changed")
    return whole(plan)


def ask(plan: Plan, at: datetime = NOW, **wishes: Any) -> Calculation:
    return proposals.ask_again(plan=plan, profile=profile_of(plan.user), wishes=wishes, at=at)


def situation(calculation: Calculation) -> Mapping[str, Any]:
    found: Mapping[str, Any] = calculation.request["situation"]
    return found


def answered(calculation: Calculation) -> Calculation:
    while calculations.work_off(lambda: NOW):
        pass
    return Calculation.objects.select_related("plan", "basis").get(pk=calculation.pk)


def with_answer(calculation: Calculation, *rows: dict[str, Any]) -> Calculation:
    document = {"status": "optimal", "actions": list(rows), "kept": []}
    Calculation.objects.filter(pk=calculation.pk).update(state="done", answer={"document": document})
    return answered(calculation)


def accept(calculation: Calculation, seen: int | None = None) -> Revision:
    assert calculation.plan
    change = edit(calculation.plan, seen=seen)
    return proposals.accept(calculation=calculation, edit=change, words="Planned again")
