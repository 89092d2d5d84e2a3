"""What the invented physician of `demo` did with her plan since: hours, a step done, one blocked, notes, a mentor."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from assessments import snapshots
from assessments.domain.following.progress import BLOCKED, DONE
from assessments.management import demonstration
from assessments.models import Plan, Share
from assessments.services import notes, sharing, steps
from assessments.services.revisions import Edit

Ids = Callable[[str], UUID]


@transaction.atomic
def follow(plan: Plan, ids: Ids, at: datetime) -> None:
    """Follow the plan that was made here, if nobody has touched it, until that moment.

    - ids: gives each thing the same id on every run
    """
    if plan.pk != ids("plan") or plan.current.number > 1:
        return
    own = _own_steps(plan)
    if len(own) < len(demonstration.WORKED) + 1:
        return
    days = _days_worked(own, at.date())
    first = [entry for entry in days if entry[1] == own[0][0]]
    for day, action, hours in days:
        steps.log_hours(plan=plan, edit=_edit(plan, ids, day, at), action=action, day=day, hours=hours)
        if (day, action, hours) == first[-1]:
            steps.set_state(plan=plan, edit=_edit(plan, ids, day, at), action=action, state=DONE, reason="")
    blocked, reason = own[len(demonstration.WORKED)][0], demonstration.BLOCKED_BY
    steps.set_state(plan=plan, edit=_edit(plan, ids, at.date(), at), action=blocked, state=BLOCKED, reason=reason)
    _tell(plan, ids, at)


def _tell(plan: Plan, ids: Ids, at: datetime) -> None:
    """A note of her own, a link for a mentor, and what the mentor said to it."""
    earlier = at - timedelta(days=9)
    notes.write(plan=plan, id=ids("note"), text=demonstration.NOTE, at=earlier)
    names = {"mentor": demonstration.MENTOR, "sharer": demonstration.NAME}
    shared = sharing.share(plan=plan, id=ids("share"), parts=Share.Part.values, days=90, at=earlier, **names)
    notes.leave(share=shared, id=ids("mentor.note"), text=demonstration.MENTOR_NOTE, at=at - timedelta(days=2))


def _own_steps(plan: Plan) -> list[tuple[str, date]]:
    """The steps that take own hours with their first days, in the order of the plan."""
    instrument = snapshots.plan_instrument(plan.current.schedule, plan.result.attempt.level)
    paid = {action.id for action in instrument.actions if action.paid_time}
    return [(row["id"], date.fromisoformat(row["start"])) for row in plan.current.actions if row["id"] not in paid]


def _days_worked(own: Sequence[tuple[str, date]], until: date) -> list[tuple[date, str, float]]:
    """When she worked on which step for how many hours, in this order."""
    return sorted(
        (min(start + timedelta(days=days_in), until), action, hours)
        for (action, start), days in zip(own, demonstration.WORKED, strict=False)
        for days_in, hours in days.items()
    )


def _edit(plan: Plan, ids: Ids, day: date, at: datetime) -> Edit:
    now = plan.current.number
    return Edit(now, ids(f"revision.{now + 1}"), datetime.combine(day, at.timetz()))
