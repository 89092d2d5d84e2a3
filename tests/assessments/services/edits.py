"""Changes of a plan as tests send them."""

from typing import Any

from assessments.models import Plan, Revision
from assessments.services import revisions
from assessments.services.revisions import Change, Drawn, Edit, Turn
from tests.assessments.runs import NOW, edit

A, B = "sql-course", "agile-course"
DAY = NOW.date()


def now(plan: Plan) -> Revision:
    return Plan.objects.whole().get(pk=plan.pk).current


def row(action: str, start: str = "2027-02-01", end: str = "2027-02-14") -> dict[str, Any]:
    return {"id": action, "start": start, "end": end, "weeks": 2}


def turn(state: str, reason: str = "") -> Turn:
    return lambda entry: entry.turned(state, DAY, reason)


def work(hours: float) -> Turn:
    return lambda entry: entry.worked(DAY, hours)


def advance(plan: Plan, at: Edit | None = None, **turns: Turn) -> Revision:
    """Change the actions A and B by these names."""
    named = {{"a": A, "b": B}.get(key, key): made for key, made in turns.items()}
    return turned(plan, named, at, "Changed " + " ".join(turns))


def turned(plan: Plan, turns: dict[str, Turn], at: Edit | None = None, words: str = "Changed") -> Revision:
    return revisions.advance(plan=plan, edit=at or edit(plan), turns=turns, words=words)


def reschedule(plan: Plan, *rows: dict[str, Any], at: Edit | None = None, **given: Any) -> Revision:
    document = {"actions": list(rows), **given.pop("document", {})}
    made = Drawn(plan.result.attempt.version_id, given, document)
    return revisions.reschedule(plan=plan, edit=at or edit(plan), drawn=made, change=Change.SCHEDULE, words="Moved")


def states(revision: Revision) -> dict[str, str]:
    return {action: entry.state for action, entry in revision.following.items()}


def stands(revision: Revision) -> tuple[Any, ...]:
    """All that a reader sees of it."""
    return revision.actions, revision.request, revision.following
