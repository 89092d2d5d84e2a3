"""Attempts that somebody made before they had an account: claimed when they sign in, deleted when nobody does."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.db.models import Exists, OuterRef

from assessments.models import Attempt, Rating, ScenarioAnswer

SESSION, RENEWED = "tried", "renewed"

KEPT = timedelta(days=14)
"""So long after its last answer an attempt without a user is kept."""


def of(session: SessionBase) -> list[UUID]:
    """Ids of the attempts that were started in this browser without signing in."""
    return [UUID(id) for id in session.get(SESSION, ())]


def remember(session: SessionBase, attempt: Attempt) -> None:
    """Let this browser go on with an attempt that has no user."""
    ids = session.get(SESSION, [])
    session[SESSION] = [*(id for id in ids if id != str(attempt.pk)), str(attempt.pk)]


def keep_way_back(session: SessionBase, at: datetime) -> None:
    """Let the session outlast the answers that are found by it, anew on each day with an answer.

    Written with every answer, it could undo what another tab does to it meanwhile.
    """
    day = at.date().isoformat()
    if session.get(RENEWED) != day:
        session[RENEWED] = day
        session.set_expiry(int((KEPT + timedelta(days=1)).total_seconds()))


def forget(session: SessionBase) -> list[UUID]:
    """The same ids, for the last time."""
    ids = of(session)
    session.pop(SESSION, None)
    return ids


@transaction.atomic
def claim(*, user: User, ids: Collection[UUID]) -> int:
    """Make attempts without a user the user's own, with all answers and results; how many there were."""
    return Attempt.objects.filter(pk__in=ids, user=None).update(user=user)


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Delete what nobody claimed or answered for 14 days; how many attempts that were."""
    since = at - KEPT
    recent = (
        Exists(rows.objects.filter(attempt=OuterRef("pk"), saved_at__gt=since)) for rows in (Rating, ScenarioAnswer)
    )
    old = Attempt.objects.filter(user=None, started_at__lte=since)
    for answered in recent:
        old = old.exclude(answered)
    # What is just being answered or claimed is left alone, and nobody claims what is on its way out.
    ids = list(old.select_for_update(skip_locked=True).values_list("pk", flat=True))
    Attempt.objects.filter(pk__in=ids).delete()
    return len(ids)
