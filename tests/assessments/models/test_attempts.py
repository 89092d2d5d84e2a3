"""What the database itself keeps true about attempts, their answers and their results."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import ProtectedError
from django.test.utils import CaptureQueriesContext

from assessments.models import Attempt, Rating, Result, ScenarioAnswer
from tests.assessments.models.refusals import refused
from tests.assessments.runs import LATER, NOW, newest, started

pytestmark = pytest.mark.django_db
ONE_SECOND = timedelta(seconds=1)


@pytest.fixture
def attempt(alice: User) -> Attempt:
    return started(alice)


@pytest.mark.parametrize("submitted_at", [None, NOW, LATER])
def test_an_attempt_is_submitted_when_it_starts_or_later(attempt: Attempt, submitted_at: Any) -> None:
    Attempt.objects.filter(pk=attempt.pk).update(submitted_at=submitted_at)
    attempt.refresh_from_db()
    assert attempt.submitted_at == submitted_at


def test_an_attempt_is_not_submitted_before_it_started(attempt: Attempt) -> None:
    attempts = Attempt.objects.filter(pk=attempt.pk)
    refused(lambda: attempts.update(submitted_at=NOW - ONE_SECOND), "attempt_submitted_after_started")


@pytest.mark.parametrize("level", range(6))
def test_a_rating_is_a_level_from_0_to_5(attempt: Attempt, level: int) -> None:
    assert Rating.objects.create(attempt=attempt, skill="cds", level=level, saved_at=NOW).pk


@pytest.mark.parametrize(("level", "constraint"), [(-1, "level"), (6, "rating_0_to_5"), (99, "rating_0_to_5")])
def test_a_rating_is_no_other_number(attempt: Attempt, level: int, constraint: str) -> None:
    refused(lambda: Rating.objects.create(attempt=attempt, skill="cds", level=level, saved_at=NOW), constraint)


def test_a_skill_has_one_rating_in_an_attempt(attempt: Attempt, charlie: User) -> None:
    values: dict[str, Any] = {"skill": "cds", "level": 3, "saved_at": NOW}
    Rating.objects.create(attempt=attempt, **values)
    refused(lambda: Rating.objects.create(attempt=attempt, **values), "rating_once_per_skill")
    assert Rating.objects.create(attempt=attempt, **values | {"skill": "ethics"}).pk
    assert Rating.objects.create(attempt=started(charlie), **values).pk


def test_an_item_has_one_answer_in_an_attempt(attempt: Attempt, charlie: User) -> None:
    values: dict[str, Any] = {"item": "cds-silent-run", "choice": "A", "saved_at": NOW}
    ScenarioAnswer.objects.create(attempt=attempt, **values)
    refused(lambda: ScenarioAnswer.objects.create(attempt=attempt, **values), "scenario_answer_once_per_item")
    assert ScenarioAnswer.objects.create(attempt=attempt, **values | {"item": "another"}).pk
    assert ScenarioAnswer.objects.create(attempt=started(charlie), **values).pk


def test_an_attempt_has_one_result(attempt: Attempt, charlie: User) -> None:
    Result.objects.create(attempt=attempt, document={}, created_at=NOW)
    refused(lambda: Result.objects.create(attempt=attempt, document={}, created_at=LATER), "attempt_id")
    assert Result.objects.create(attempt=started(charlie), document={}, created_at=NOW).pk


def test_a_version_stays_while_an_attempt_names_it(attempt: Attempt) -> None:
    with pytest.raises(ProtectedError):
        newest().delete()
    attempt.delete()
    # What the search derived from it goes with it.
    assert newest().delete()[1]["careers.InstrumentVersion"] == 1


def test_everything_goes_with_the_user(attempt: Attempt) -> None:
    Rating.objects.create(attempt=attempt, skill="cds", level=3, saved_at=NOW)
    ScenarioAnswer.objects.create(attempt=attempt, item="cds-silent-run", choice="A", saved_at=NOW)
    Result.objects.create(attempt=attempt, document={}, created_at=NOW)
    assert attempt.user
    attempt.user.delete()
    assert not any(model.objects.exists() for model in (Attempt, Rating, ScenarioAnswer, Result))


def test_nobody_sees_what_is_anothers(alice: User, charlie: User) -> None:
    for user in (alice, charlie):
        Result.objects.create(attempt=started(user), document={}, created_at=NOW)
    assert [attempt.user for attempt in Attempt.objects.for_user(alice)] == [alice]
    assert [result.attempt.user for result in Result.objects.for_user(charlie)] == [charlie]


def test_the_newest_comes_first(alice: User) -> None:
    for days in (1, 3, 2):
        attempt = started(alice, at=NOW + timedelta(days=days))
        Result.objects.create(attempt=attempt, document={}, created_at=LATER - timedelta(days=days))
    for attempts in (Attempt.objects.for_user(alice), Attempt.objects.all()):
        assert [(attempt.started_at - NOW).days for attempt in attempts] == [3, 2, 1]
    for results in (Result.objects.for_user(alice), Result.objects.all()):
        assert [(LATER - result.created_at).days for result in results] == [1, 2, 3]


@pytest.mark.parametrize("rows", [1, 20])
def test_pages_read_attempts_and_results_in_one_query_each(alice: User, rows: int) -> None:
    for _ in range(rows):
        Result.objects.create(attempt=started(alice), document={}, created_at=NOW)
    with CaptureQueriesContext(connection) as queries:
        attempts = [attempt.version.catalogue.career.slug for attempt in Attempt.objects.for_user(alice)]
        results = [result.attempt.version.catalogue.career.slug for result in Result.objects.for_user(alice)]
    assert len(attempts) == len(results) == rows
    assert len(queries) == 2
    assert not any('"document"' in query["sql"] for query in queries if "_result" not in query["sql"])


def test_an_attempt_leads_to_its_tasks_and_then_to_its_result(attempt: Attempt) -> None:
    assert attempt.get_absolute_url() == f"/assessments/{attempt.pk}/"
    attempt.submitted_at = NOW
    assert attempt.get_absolute_url() == f"/assessments/{attempt.pk}/result/"


def test_rows_name_themselves_without_saying_whose_they_are(attempt: Attempt) -> None:
    assert str(attempt) == f"Attempt {attempt.pk}"
    assert str(Result(attempt=attempt)) == f"Result of {attempt.pk}"
    assert str(Rating(skill="cds", level=0)) == "cds: 0"
    assert str(ScenarioAnswer(item="cds-silent-run", choice="unsure")) == "cds-silent-run: unsure"
