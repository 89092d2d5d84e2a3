"""Writes on answers: one row each, kept once however often it is sent, never over one that its sender did not see."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.models.answers import Answer

LONGEST = timedelta(minutes=30)
"""Whoever took longer was away: such a time says nothing of the question."""

Row = TypeVar("Row", bound=Answer)


class AttemptClosed(Exception):
    """The attempt was submitted: its answers never change again."""


class AnswerChanged(Exception):
    """Another page changed the answer after this one was drawn: both are worth a look."""

    def __init__(self, saved: Answer) -> None:
        super().__init__("The answer was changed elsewhere")
        self.saved = saved


@dataclass(frozen=True, slots=True)
class Sent:
    """What a page sends beside an answer.

    - key: made when the page was drawn
    - turn: how many times the answer was changed on it
    - seen: the revision that it was drawn with, 0 for none
    - shown_at: when it was drawn, where that is known
    """

    key: UUID
    turn: int = 0
    seen: int = 0
    shown_at: datetime | None = None


@transaction.atomic
def save_rating(
    *, attempt: Attempt, skill: str, level: int, low_confidence: bool, evidence: str, sent: Sent, at: datetime
) -> Rating:
    """Keep the answer on one skill; AttemptClosed after submission, AnswerChanged where another page was faster."""
    _lock_open(attempt)
    content = {"level": level, "low_confidence": low_confidence, "evidence": evidence}
    return keep(
        Rating.objects.filter(attempt=attempt, skill=skill), Rating(attempt=attempt, skill=skill), content, sent, at
    )


@transaction.atomic
def save_choice(*, attempt: Attempt, item: str, choice: str, sent: Sent, at: datetime) -> ScenarioAnswer:
    """Keep the answer on one scenario; AttemptClosed after submission, AnswerChanged where another page was faster."""
    _lock_open(attempt)
    rows, new = ScenarioAnswer.objects.filter(attempt=attempt, item=item), ScenarioAnswer(attempt=attempt, item=item)
    return keep(rows, new, {"choice": choice}, sent, at)


def _lock_open(attempt: Attempt) -> None:
    """Answers and submission of one attempt wait for each other, so that none slips in behind the score."""
    if Attempt.objects.select_for_update().get(pk=attempt.pk).submitted_at:
        raise AttemptClosed


def keep(rows: QuerySet[Row], new: Row, content: dict[str, Any], sent: Sent, at: datetime) -> Row:
    """Write one answer, once; AnswerChanged where another page was faster.

    - rows: where the answer is if it was given before; whoever calls holds a lock that writes on it wait for
    - new: the row without its content, for the first time
    """
    saved = rows.first()
    if saved is None:
        new.seconds = _seconds(sent.shown_at, at)
        return _write(new, content, sent, at)
    same_page = saved.key == sent.key
    is_same = all(getattr(saved, name) == value for name, value in content.items())
    if same_page and sent.turn < saved.turn:
        return saved
    if not same_page and saved.revision != sent.seen:
        if is_same:
            return saved
        raise AnswerChanged(saved)
    if is_same:
        # Confirmed: what an earlier page or turn still has on its way may not undo it.
        return _write(saved, content, sent, saved.saved_at)
    saved.revision += 1
    return _write(saved, content, sent, at)


def _write(row: Row, content: dict[str, Any], sent: Sent, at: datetime) -> Row:
    for name, value in content.items():
        setattr(row, name, value)
    row.key, row.turn, row.saved_at = sent.key, sent.turn, at
    row.save()
    return row


def _seconds(shown_at: datetime | None, at: datetime) -> int | None:
    """How long the question was looked at, in whole seconds from 1; none where it is unknown or cannot be true."""
    if shown_at is None or not timedelta(0) < at - shown_at <= LONGEST:
        return None
    return max(1, round((at - shown_at).total_seconds()))
