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


def start(user: User | None, **changes: Any) -> Attempt:
    values: dict[str, Any] = {"user": user, "attempt_id": uuid4(), "version": newest(), "level": "cmio", "at": NOW}
    return services.start(**values | changes)


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


def test_attempts_come_with_how_many_questions_are_answered(alice: User, charlie: User) -> None:
    older, newer = started(alice), started(alice, at=LATER)
    rate_all(older)
    Rating.objects.create(attempt=newer, skill="cds", level=3, saved_at=NOW)
    ScenarioAnswer.objects.create(attempt=newer, item=ITEM, choice="A", saved_at=NOW)
    rate_all(started(charlie))
    assert services.with_counts(Attempt.objects.for_user(alice)) == [(newer, 2), (older, 31)]


@pytest.mark.parametrize("rows", [1, 20])
def test_attempts_take_one_query(alice: User, rows: int) -> None:
    for _ in range(rows):
        started(alice)
    with CaptureQueriesContext(connection) as queries:
        assert len(services.with_counts(Attempt.objects.for_user(alice))) == rows
    assert len(queries) == 1


def test_nobody_without_an_account_gets_into_an_attempt_by_its_id_alone(alice: User) -> None:
    first = start(None)
    assert start(None, attempt_id=first.pk) == first
    with pytest.raises(services.IdUnusable):
        start(None, attempt_id=first.pk, is_theirs=False)
    with pytest.raises(services.IdUnusable):
        start(alice, attempt_id=first.pk)
    with pytest.raises(services.IdUnusable):
        start(None, attempt_id=first.pk, kind="quick")


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
