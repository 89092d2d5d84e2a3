"""One row per answer: kept once however often it is sent, and never over one that its sender did not see."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.services import answers, attempts
from assessments.services.answers import AnswerChanged, AttemptClosed, Sent
from tests.assessments.runs import LATER, NOW, rate_all, started

pytestmark = pytest.mark.django_db
ITEM = "cds-silent-run"
WHOLE: dict[str, Any] = {"low_confidence": True, "evidence": "Led the clean-up"}


def rate(attempt: Attempt, level: int, sent: Sent | None = None, **changes: Any) -> Rating:
    values: dict[str, Any] = {"skill": "cds", "low_confidence": False, "evidence": "", "at": NOW}
    return answers.save_rating(attempt=attempt, level=level, sent=sent or Sent(uuid4()), **values | changes)


def choose(attempt: Attempt, choice: str, sent: Sent, at: datetime = NOW) -> ScenarioAnswer:
    return answers.save_choice(attempt=attempt, item=ITEM, choice=choice, sent=sent, at=at)


def test_a_rating_is_kept_with_all_that_was_said(alice: User) -> None:
    attempt, sent = started(alice), Sent(uuid4(), turn=3)
    saved = rate(attempt, 3, sent, at=LATER, **WHOLE)
    row = Rating.objects.get()
    assert (row.pk, row.attempt, row.skill, row.level) == (saved.pk, attempt, "cds", 3)
    assert (row.low_confidence, row.evidence, row.saved_at) == (True, "Led the clean-up", LATER)
    assert (row.key, row.turn, row.revision) == (sent.key, 3, 1)


def test_a_page_changes_its_own_answer_as_often_as_it_likes(alice: User) -> None:
    attempt, key = started(alice), uuid4()
    first = rate(attempt, 3, Sent(key, 1), **WHOLE)
    rate(attempt, 4, Sent(key, 2))
    rate(attempt, 0, Sent(key, 3), at=LATER)
    row = Rating.objects.get()
    assert (row.pk, row.level, row.low_confidence, row.evidence, row.saved_at) == (first.pk, 0, False, "", LATER)
    assert (row.turn, row.revision) == (3, 3)


def test_sending_an_answer_again_writes_nothing(alice: User) -> None:
    attempt, sent = started(alice), Sent(uuid4(), 1)
    for at in (NOW, LATER, LATER):
        assert rate(attempt, 3, sent, at=at).saved_at == NOW
    assert Rating.objects.get().revision == 1


def test_an_older_change_that_arrives_late_writes_nothing(alice: User) -> None:
    attempt, key = started(alice), uuid4()
    rate(attempt, 4, Sent(key, 2))
    assert rate(attempt, 1, Sent(key, 1), at=LATER).level == 4
    assert Rating.objects.get().saved_at == NOW


def test_a_page_that_saw_the_saved_answer_replaces_it(alice: User) -> None:
    attempt = started(alice)
    rate(attempt, 3)
    rate(attempt, 5, Sent(uuid4(), seen=1), at=LATER)
    assert (Rating.objects.get().level, Rating.objects.get().revision) == (5, 2)


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_a_page_that_saw_another_answer_is_told_and_replaces_nothing(alice: User, seen: int) -> None:
    attempt, key = started(alice), uuid4()
    rate(attempt, 3, Sent(key, 1))
    rate(attempt, 4, Sent(key, 2))
    with pytest.raises(AnswerChanged) as refused:
        rate(attempt, 5, Sent(uuid4(), seen=seen), at=LATER)
    assert refused.value.saved == Rating.objects.get()
    assert (Rating.objects.get().level, Rating.objects.get().saved_at) == (4, NOW)


def test_a_page_that_says_what_is_saved_already_is_no_conflict(alice: User) -> None:
    attempt = started(alice)
    rate(attempt, 3)
    assert rate(attempt, 3, at=LATER).saved_at == NOW


def test_choices_are_kept_by_the_same_rules(alice: User) -> None:
    attempt, key = started(alice), uuid4()
    choose(attempt, "A", Sent(key, 1))
    choose(attempt, "unsure", Sent(key, 2), LATER)
    with pytest.raises(AnswerChanged):
        choose(attempt, "B", Sent(uuid4()))
    row = ScenarioAnswer.objects.get()
    assert (row.item, row.choice, row.saved_at, row.revision) == (ITEM, "unsure", LATER, 2)


@pytest.mark.parametrize(
    ("ago", "seconds"),
    [
        (timedelta(seconds=17.4), 17),
        (timedelta(milliseconds=2), 1),
        (timedelta(minutes=30), 1800),
        (timedelta(minutes=31), None),
        (timedelta(0), None),
        (timedelta(seconds=-5), None),
        (None, None),
    ],
)
def test_the_first_answer_keeps_how_long_it_took_if_that_can_be_true(
    alice: User, ago: timedelta | None, seconds: int | None
) -> None:
    attempt, key = started(alice), uuid4()
    shown = NOW - ago if ago is not None else None
    rate(attempt, 3, Sent(key, 1, 0, shown))
    rate(attempt, 4, Sent(key, 2, 0, NOW - timedelta(seconds=99)))
    assert Rating.objects.get().seconds == seconds


def test_answers_stay_in_their_attempt(alice: User, charlie: User) -> None:
    mine, other, anothers = started(alice), started(alice), started(charlie)
    key = uuid4()
    for attempt, level in ((mine, 1), (other, 2), (anothers, 3)):
        rate(attempt, level, Sent(key))
    rate(other, 5, Sent(key))
    found = Rating.objects.order_by("level").values_list("attempt", "level")
    assert list(found) == [(mine.pk, 1), (anothers.pk, 3), (other.pk, 5)]


def test_after_submission_no_answer_is_taken(alice: User) -> None:
    attempt = started(alice)
    rate_all(attempt)
    attempts.submit(attempt=attempt, at=NOW)
    # As a tab has it that was opened before.
    stale = Attempt(pk=attempt.pk, user=alice, version=attempt.version, level=attempt.level, started_at=NOW)
    with pytest.raises(AttemptClosed):
        rate(stale, 5, at=LATER)
    with pytest.raises(AttemptClosed):
        choose(stale, "A", Sent(uuid4()))
    assert not Rating.objects.exclude(level=2).exists()
    assert not ScenarioAnswer.objects.exists()
