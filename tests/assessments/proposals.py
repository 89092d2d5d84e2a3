"""Proposals for a plan as tests need them: asked through the service, answered by hand instead of by the planner."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any

from assessments.models import Calculation, Plan
from assessments.services.profiles import profile_of
from assessments.services.proposals import ask_again
from tests.assessments.runs import NOW


def asked(plan: Plan, at: datetime = NOW, **wishes: Any) -> Calculation:
    """The plan asked for again, as it stands now."""
    whole = Plan.objects.whole().get(pk=plan.pk)
    return ask_again(plan=whole, profile=profile_of(whole.user), wishes=wishes, at=at)


def answered(
    calculation: Calculation, *, weeks: int = 0, without: Collection[str] = (), then: float = 0
) -> Calculation:
    """Answer with the present rows: later by some weeks, without some, and more or fewer points of readiness then."""
    basis, request = calculation.basis, calculation.request
    assert basis
    rows = [_later(row, weeks) for row in request["present"] if row["id"] not in without]
    totals = {**basis.document["totals"], **{name: _last(rows) for name in ("finish", "finish_low", "finish_high")}}
    totals["readiness_then"] += then
    document = {**basis.document, "actions": rows, "totals": totals, "kept": request["kept"]}
    return _done(calculation, {"document": document})


def refused(calculation: Calculation, pin: str) -> Calculation:
    """Answer that there is no plan because of a pin, and that more hours or letting go of it would help."""
    totals = {"finish": "2027-12-05", "readiness_then": 61.0}
    row = {"actions": [], "status": "optimal", "totals": totals}
    asked_for = calculation.request["situation"]
    left = sorted(set(asked_for["pinned"]) - {pin})
    remedies = [
        {**row, "kind": "hours_per_week", "change": {"hours_per_week": 9.5}},
        {**row, "kind": "target", "change": None, "status": None, "totals": None},
        {**row, "kind": "budget_usd", "change": {"budget_usd": 40_000}},
        {**row, "kind": "pinned", "change": {"pinned": left}, "actions": [pin]},
    ]
    left_out = [{"id": pin, "why": "is pinned, but takes 14 hours a week"}]
    return _done(calculation, {"document": {"status": "infeasible", "left_out": left_out}, "remedies": remedies})


def _done(calculation: Calculation, answer: dict[str, Any]) -> Calculation:
    calculation.state, calculation.answer = Calculation.State.DONE, answer
    calculation.finished_at = calculation.created_at + timedelta(seconds=2)
    calculation.save(update_fields=["state", "answer", "finished_at"])
    return calculation


def _later(row: dict[str, Any], weeks: int) -> dict[str, Any]:
    days = {name: date.fromisoformat(row[name]) + timedelta(weeks=weeks) for name in ("start", "end")}
    return {**row, **{name: day.isoformat() for name, day in days.items()}}


def _last(rows: list[dict[str, Any]]) -> str | None:
    return max((row["end"] for row in rows), default=None)
