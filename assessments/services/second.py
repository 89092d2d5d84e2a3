"""Writes on second ratings: a link for a mentor, what the mentor rates by it, and its end."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from assessments.models import Attempt, Invitation, MentorRating
from assessments.services.answers import Sent, keep

OPEN_FOR = timedelta(days=30)
MOST_OPEN = 5
"""Links of one attempt that can be open at the same time."""


class TooManyOpen(Exception):
    """The attempt has as many open links as it may have: one has to be revoked first."""


class LinkClosed(Exception):
    """The link was revoked or has expired: nothing is rated by it any more."""


@transaction.atomic
def invite(*, attempt: Attempt, id: UUID, mentor: str, asker: str, at: datetime) -> Invitation:
    """Make a link that opens for 30 days, under an id that was made before; TooManyOpen where five are open."""
    # Two forms that are sent at once wait for each other, so that neither the id nor the limit is passed twice.
    Attempt.objects.select_for_update().get(pk=attempt.pk)
    made = Invitation.objects.filter(pk=id).first()
    if made and made.attempt_id == attempt.pk:
        return made
    if attempt.invitations.usable(at).count() >= MOST_OPEN:
        raise TooManyOpen
    # An id that somebody else's link has is of no use here, and nobody is told that it exists.
    new = Invitation(pk=uuid4() if made else id, attempt=attempt, mentor=mentor, asker=asker)
    new.renew()
    new.created_at, new.expires_at = at, at + OPEN_FOR
    new.save(force_insert=True)
    return new


@transaction.atomic
def revoke(*, invitation: Invitation, at: datetime) -> None:
    """Close a link for good; what was rated by it stays. A second time changes nothing."""
    Invitation.objects.filter(pk=invitation.pk, revoked_at=None).update(revoked_at=at)


@transaction.atomic
def rate(*, invitation: Invitation, skill: str, level: int | None, sent: Sent, at: datetime) -> MentorRating:
    """Keep a mentor's answer on one skill, none for "I cannot say"; LinkClosed, or AnswerChanged as for the owner's."""
    locked = _lock_open(invitation, at)
    rows, new = locked.ratings.filter(skill=skill), MentorRating(invitation=locked, skill=skill)
    return keep(rows, new, {"level": level}, sent, at)


@transaction.atomic
def finish(*, invitation: Invitation, at: datetime) -> None:
    """Keep that the mentor is done, the first time; LinkClosed where the link no longer opens."""
    locked = _lock_open(invitation, at)
    if locked.finished_at is None:
        locked.finished_at = at
        locked.save(update_fields=["finished_at"])


def _lock_open(invitation: Invitation, at: datetime) -> Invitation:
    """Ratings and revocation of one link wait for each other, so that none slips in behind its end."""
    locked = Invitation.objects.select_for_update().filter(pk=invitation.pk).first()
    if locked is None or not locked.is_usable(at):
        raise LinkClosed
    return locked
