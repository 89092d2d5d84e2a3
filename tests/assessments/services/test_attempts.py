"""Starting an attempt twice makes one, and every answer is one row until the attempt is submitted."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import Attempt, Rating, Result, ScenarioAnswer
from assessments.services import attempts as services
from tests.assessments.runs import LATER, NOW, newest, publish_another, rate_all, started

pytestmark = pytest.mark.django_db
ITEM = "cds-silent-run"


def start(user: User, **changes: Any) -> Attempt:
    values: dict[str, Any] = {"user": user, "attempt_id": uuid4(), "version": newest(), "level": "cmio", "at": NOW}
    return services.start(**values | changes)


def rate(attempt: Attempt, level: int, **changes: Any) -> Rating:
    values: dict[str, Any] = {"skill": "cds", "low_confidence": False, "evidence": "", "at": NOW}
    return services.save_rating(attempt=attempt, level=level, **values | changes)


def test_an_attempt_starts_under_the_id_that_was_made_before(alice: User) -> None:
    id = uuid4()
    attempt = start(alice, attempt_id=id, level="deputy")
    assert (attempt.pk, attempt.user, attempt.version, attempt.level) == (id, alice, newest(), "deputy")
    assert (attempt.started_at, attempt.submitted_at) == (NOW, None)


def test_starting_twice_gives_the_first_attempt_unchanged(alice: User) -> None:
    first = start(alice)
    again = start(alice, attempt_id=first.pk, at=LATER)
    assert (again.pk, again.started_at) == (first.pk, NOW)
    assert Attempt.objects.count() == 1


def test_an_attempt_stays_with_its_version_when_another_one_is_published(alice: User) -> None:
    first = start(alice)
    again = start(alice, attempt_id=first.pk, version=publish_another())
    assert again.version.number == 1
    assert start(alice).version.number == 2


def test_anothers_id_cannot_be_used(alice: User, charlie: User) -> None:
    first = start(alice)
    with pytest.raises(services.IdUnusable):
        start(charlie, attempt_id=first.pk)
    assert Attempt.objects.get().user == alice


def test_an_id_cannot_be_used_for_another_level(alice: User) -> None:
    first = start(alice)
    with pytest.raises(services.IdUnusable):
        start(alice, attempt_id=first.pk, level="senior")
    assert Attempt.objects.get().level == "cmio"


def test_attempts_come_with_how_many_skills_are_rated(alice: User, charlie: User) -> None:
    older, newer = started(alice), started(alice, at=LATER)
    rate_all(older)
    rate(newer, 3)
    rate(started(charlie), 3)
    assert services.attempts_of(alice) == [(newer, 1), (older, 31)]


@pytest.mark.parametrize("rows", [1, 20])
def test_attempts_take_two_queries(alice: User, rows: int) -> None:
    for _ in range(rows):
        started(alice)
    with CaptureQueriesContext(connection) as queries:
        assert len(services.attempts_of(alice)) == rows
    assert len(queries) == 2


def test_a_rating_is_kept_with_all_that_was_said(alice: User) -> None:
    attempt = started(alice)
    saved = rate(attempt, 3, low_confidence=True, evidence="Led the clean-up", at=LATER)
    row = Rating.objects.get()
    assert (row.pk, row.attempt, row.skill, row.level) == (saved.pk, attempt, "cds", 3)
    assert (row.low_confidence, row.evidence, row.saved_at) == (True, "Led the clean-up", LATER)


def test_a_changed_rating_replaces_the_one_before(alice: User) -> None:
    attempt = started(alice)
    first = rate(attempt, 3, low_confidence=True, evidence="Led the clean-up")
    rate(attempt, 0, at=LATER)
    row = Rating.objects.get()
    assert (row.pk, row.level, row.low_confidence, row.evidence, row.saved_at) == (first.pk, 0, False, "", LATER)


def test_a_changed_choice_replaces_the_one_before(alice: User) -> None:
    attempt = started(alice)
    for choice, at in (("A", NOW), ("unsure", LATER)):
        services.save_choice(attempt=attempt, item=ITEM, choice=choice, at=at)
    row = ScenarioAnswer.objects.get()
    assert (row.item, row.choice, row.saved_at) == (ITEM, "unsure", LATER)


def test_answers_stay_in_their_attempt(alice: User, charlie: User) -> None:
    mine, hers, anothers = started(alice), started(alice), started(charlie)
    for attempt, level in ((mine, 1), (hers, 2), (anothers, 3)):
        rate(attempt, level)
    rate(hers, 5)
    assert list(Rating.objects.order_by("level").values_list("attempt", "level")) == [
        (mine.pk, 1),
        (anothers.pk, 3),
        (hers.pk, 5),
    ]


def test_after_submission_no_answer_is_taken(alice: User) -> None:
    attempt = started(alice)
    rate_all(attempt)
    services.submit(attempt=attempt, at=NOW)
    # As a tab has it that was opened before.
    stale = Attempt(pk=attempt.pk, user=alice, version=attempt.version, level=attempt.level, started_at=NOW)
    with pytest.raises(services.AttemptClosed):
        rate(stale, 5, at=LATER)
    with pytest.raises(services.AttemptClosed):
        services.save_choice(attempt=stale, item=ITEM, choice="A", at=LATER)
    assert not Rating.objects.exclude(level=2).exists()
    assert not ScenarioAnswer.objects.exists()


def test_results_are_those_of_the_same_person_level_and_career_so_far(alice: User, charlie: User) -> None:
    made = [result_of(alice, days) for days in (1, 2, 3)]
    result_of(alice, 1, "deputy")
    result_of(charlie, 1)
    assert list(services.results_up_to(made[1].attempt)) == made[:2]
    assert list(services.results_up_to(made[2].attempt)) == made


def test_results_go_on_when_another_version_is_published(alice: User) -> None:
    first = result_of(alice, 1)
    publish_another()
    second = result_of(alice, 2)
    assert first.attempt.version != second.attempt.version
    assert list(services.results_up_to(second.attempt)) == [first, second]


def result_of(user: User, days: int, level: str = "cmio") -> Result:
    at = NOW + timedelta(days=days)
    return Result.objects.create(attempt=started(user, level), document={}, created_at=at)
