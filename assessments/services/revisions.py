"""Writes on a plan that is followed: each is one revision more, none overwrites what another page changed meanwhile."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from assessments import snapshots
from assessments.domain.following import progress as following
from assessments.domain.following.extras import with_extras
from assessments.domain.following.progress import NOT_STARTED, SKIPPED, UNTOUCHED, Progress
from assessments.domain.following.restoring import knowing, restored, splits, staying
from assessments.models import Plan, Revision, Schedule

MOST_WORDS = 400
Change = Revision.Change
Turn = Callable[[Progress], Progress]


class PlanChanged(Exception):
    """What was to be changed is no longer as its page showed it: `seen` is what it showed, `now` how it stands."""

    def __init__(self, seen: Revision, now: Revision) -> None:
        super().__init__(f"{seen} was shown, {now} stands")
        self.seen, self.now = seen, now


@dataclass(frozen=True, slots=True)
class Edit:
    """A change as its form sent it: the number of the revision its page showed, the key hidden in it, the moment."""

    seen: int
    key: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Drawn:
    """A schedule that is not kept yet."""

    version_id: int
    request: Mapping[str, Any]
    document: Mapping[str, Any]


@transaction.atomic
def begin(*, plan: Plan, drawn: Drawn, words: str, at: datetime) -> Revision:
    """The first revision of a plan that was just made."""
    schedule = _kept(plan, drawn, at)
    return _add(plan, Revision(schedule=schedule, change=Change.BUILT, words=words, created_at=at))


@transaction.atomic
def advance(*, plan: Plan, edit: Edit, turns: Mapping[str, Turn], words: str) -> Revision:
    """Change the progress of actions of the plan; PlanChanged where one of them was changed by another page.

    What leaves everything as it is makes no revision, and neither does a form that was sent before.
    """
    now, again = _lock(plan, edit)
    if again:
        return again
    _refuse_changed(plan, edit, now, turns)
    progress = dict(now.following)
    for action in turns.keys() & {row["id"] for row in now.actions}:
        progress[action] = turns[action](progress.get(action, UNTOUCHED))
    data = following.plain(progress)
    if data == now.progress:
        return now
    return _add(plan, _next(now, edit, Change.PROGRESS, words, progress=data))


@transaction.atomic
def reschedule(
    *, plan: Plan, edit: Edit, drawn: Drawn, change: Change, words: str, anew: Collection[str] = ()
) -> Revision:
    """Follow another schedule from now on; PlanChanged where anything was changed since.

    Of the actions that it plans `anew`, those that were skipped are to be done after all.
    """
    now, again = _lock(plan, edit)
    if again:
        return again
    _refuse_changed(plan, edit, now, None)
    progress = dict(now.following)
    for action in anew:
        if action in progress and progress[action].state == SKIPPED:
            progress[action] = progress[action].turned(NOT_STARTED, edit.at.date())
    data = following.plain(progress)
    return _add(plan, _next(now, edit, change, words, schedule=_kept(plan, drawn, edit.at), progress=data))


@transaction.atomic
def undo(*, plan: Plan, edit: Edit) -> Revision:
    """Go back to how the plan stood before its last change that was not undone; nothing where that is the first one."""
    now, again = _lock(plan, edit)
    if again or now.before is None:
        return again or now
    _refuse_changed(plan, edit, now, None)
    earlier = plan.revisions.select_related("schedule").get(number=now.before)
    words = f"Undid: {last_change(plan, now)}"
    new = _next(now, edit, Change.UNDONE, words, schedule=earlier.schedule, progress=earlier.progress)
    new.before = earlier.before
    return _add(plan, new)


def last_change(plan: Plan, now: Revision) -> str:
    """The words of the change that undoing takes back; empty where there is none left."""
    if now.before is None:
        return ""
    if now.change != Change.UNDONE:
        return now.words
    changes = plan.revisions.exclude(change=Change.UNDONE)
    return str(changes.filter(before=now.before).values_list("words", flat=True).get())


@transaction.atomic
def restore(*, plan: Plan, edit: Edit, number: int) -> Revision:
    """Follow the schedule of an earlier revision again; LookupError for no revision.

    What was done since stays done, and work that was done or begun stays where it lies now.
    """
    now, again = _lock(plan, edit)
    if again:
        return again
    _refuse_changed(plan, edit, now, None)
    earlier = plan.revisions.select_related("schedule").filter(number=number).first()
    if earlier is None:
        raise LookupError(f"{plan} has no revision {number}")
    if earlier.schedule_id == now.schedule_id:
        return now
    words = f"Restored the schedule of revision {number}"
    return _add(plan, _next(now, edit, Change.RESTORED, words, schedule=_restored(plan, earlier, now, edit.at)))


def differing(seen: Revision, now: Revision) -> set[str]:
    """Actions whose progress or whose place in the schedule is not the same in both."""
    before, after = ({row["id"]: row for row in revision.actions} for revision in (seen, now))
    keys = before.keys() | after.keys() | seen.progress.keys() | now.progress.keys()
    return {key for key in keys if before.get(key) != after.get(key) or seen.progress.get(key) != now.progress.get(key)}


def _lock(plan: Plan, edit: Edit) -> tuple[Revision, Revision | None]:
    """How the plan stands now, and what the same form led to where it was sent before; changes wait for each other."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    revisions = plan.revisions.select_related("schedule")
    now = revisions.latest("number")
    return now, now if now.key == edit.key else revisions.filter(key=edit.key).first()


def _refuse_changed(plan: Plan, edit: Edit, now: Revision, touched: Collection[str] | None) -> None:
    if edit.seen == now.number:
        return
    seen = plan.revisions.select_related("schedule").filter(number=edit.seen).first()
    if seen is None or touched is None or not differing(seen, now).isdisjoint(touched):
        raise PlanChanged(seen or now, now)


def _next(now: Revision, edit: Edit, change: Change, words: str, **changes: Any) -> Revision:
    values = {"schedule": now.schedule, "progress": now.progress, **changes}
    return Revision(
        **values, change=change, words=words[:MOST_WORDS], before=now.number, key=edit.key, created_at=edit.at
    )


def _restored(plan: Plan, earlier: Revision, now: Revision, at: datetime) -> Schedule:
    """The schedule of an earlier revision, or one like it in which work that was done or begun since stays."""
    stays = staying(now.actions, now.following)
    document = restored(earlier.document, stays)
    if document == earlier.document:
        return earlier.schedule
    version_id = earlier.schedule.version_id
    before, present = (row.request.get("extras", {}) for row in (earlier, now))
    more = {**before, "splits": splits(before, present, stays)}
    known = {row["id"] for row in with_extras(snapshots.catalogue(version_id), more)["actions"]["actions"]}
    rows = snapshots.plan_document(now.schedule)["actions"]["actions"]
    missing = [row for row in rows if row["id"] in stays.keys() - known]
    request = {**earlier.request, "extras": knowing(more, missing, present.get("own", ()))}
    return _kept(plan, Drawn(version_id, request, document), at)


def _kept(plan: Plan, drawn: Drawn, at: datetime) -> Schedule:
    values = {"version_id": drawn.version_id, "request": drawn.request, "document": drawn.document}
    return Schedule.objects.create(plan=plan, created_at=at, **values)


def _add(plan: Plan, revision: Revision) -> Revision:
    revision.plan = plan
    revision.number = (plan.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
    revision.save(force_insert=True)
    plan.current_revision = revision
    plan.save(update_fields=["current_revision"])
    return revision
