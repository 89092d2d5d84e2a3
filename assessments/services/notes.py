"""Writes on the notes of a plan: the owner's, a mentor's by a link, and their end."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from assessments.models import Note, Plan, Share

MOST_OF_PLAN = 200
MOST_OF_LINK = 50
MOST_AN_HOUR = 10
"""Notes by one link within an hour: more than anybody writes with care."""


class TooMany(Exception):
    """The plan, or the link, has as many notes as it may have."""


class TooFast(Exception):
    """The link brought as many notes within the last hour as it may bring."""


class LinkClosed(Exception):
    """The link was revoked or has expired: no note comes by it any more."""


@transaction.atomic
def write(*, plan: Plan, id: UUID, text: str, at: datetime) -> Note:
    """Keep a note of the owner's under an id that was made before; TooMany beyond 200 notes on the plan."""
    _lock(plan)
    return _kept(plan, None, id) or _add(plan, None, id, text, at)


@transaction.atomic
def leave(*, share: Share, id: UUID, text: str, at: datetime) -> Note:
    """Keep a mentor's note under an id that was made before; LinkClosed, TooMany beyond 50 by the link, or TooFast."""
    _lock(share.plan)
    # Read again behind the lock: a link that was revoked meanwhile brings nothing.
    locked = Share.objects.select_for_update().filter(pk=share.pk).first()
    if locked is None or not locked.is_usable(at):
        raise LinkClosed
    kept = _kept(share.plan, locked, id)
    if kept:
        return kept
    if locked.notes.count() >= MOST_OF_LINK:
        raise TooMany
    if locked.notes.filter(created_at__gt=at - timedelta(hours=1)).count() >= MOST_AN_HOUR:
        raise TooFast
    return _add(share.plan, locked, id, text, at)


def delete(*, note: Note) -> None:
    """Erase a note, the owner's or a mentor's; a second time changes nothing."""
    Note.objects.filter(pk=note.pk).delete()


def _lock(plan: Plan) -> None:
    """Notes on one plan wait for each other, so that neither an id nor a limit is passed twice."""
    Plan.objects.select_for_update().get(pk=plan.pk)


def _kept(plan: Plan, share: Share | None, id: UUID) -> Note | None:
    return Note.objects.filter(pk=id, plan=plan, share=share).first()


def _add(plan: Plan, share: Share | None, id: UUID, text: str, at: datetime) -> Note:
    if plan.notes.count() >= MOST_OF_PLAN:
        raise TooMany
    # An id that another note has is of no use here, and nobody is told that it exists.
    taken = Note.objects.filter(pk=id).exists()
    new = Note(pk=uuid4() if taken else id, plan=plan, share=share, text=text, created_at=at)
    new.mentor = share.mentor if share else ""
    new.save(force_insert=True)
    return new
