"""Writes on shares: a link by which a mentor sees chosen parts of a plan, and its end."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from assessments.models import Plan, Share

MOST_OPEN = 5
"""Links to one plan that can be open at the same time."""


class TooManyOpen(Exception):
    """The plan has as many open links as it may have: one has to be revoked first."""


@transaction.atomic
def share(*, plan: Plan, id: UUID, mentor: str, sharer: str, parts: Collection[str], days: int, at: datetime) -> Share:
    """Make a link that opens for so many days, under an id that was made before; TooManyOpen where five are open.

    - sharer: the owner's name as the mentor sees it
    - parts: keys of what is shared, at least one
    """
    # Two forms that are sent at once wait for each other, so that neither the id nor the limit is passed twice.
    Plan.objects.select_for_update().get(pk=plan.pk)
    made = Share.objects.filter(pk=id).first()
    if made and made.plan_id == plan.pk:
        return made
    if plan.shares.usable(at).count() >= MOST_OPEN:
        raise TooManyOpen
    # An id that somebody else's link has is of no use here, and nobody is told that it exists.
    new = Share(pk=uuid4() if made else id, plan=plan, mentor=mentor, sharer=sharer)
    new.parts = [part for part in Share.Part.values if part in parts]
    new.renew()
    new.created_at, new.expires_at = at, at + timedelta(days=days)
    new.save(force_insert=True)
    return new


@transaction.atomic
def revoke(*, share: Share, at: datetime) -> None:
    """Close a link for good; the notes that came by it stay. A second time changes nothing."""
    Share.objects.filter(pk=share.pk, revoked_at=None).update(revoked_at=at)
