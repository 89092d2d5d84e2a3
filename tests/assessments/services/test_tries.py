"""Attempts without an account: whoever signs in gets them whole, and nobody else; what is left behind goes in time."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from assessments.models import Attempt, Rating, Result, ScenarioAnswer
from assessments.services import attempts, tries
from tests.assessments.runs import NOW, newest, rate_all, started, submitted

pytestmark = pytest.mark.django_db
JUST = timedelta(seconds=1)


def tried(days_ago: float = 0) -> Attempt:
    at = NOW - timedelta(days=days_ago)
    return attempts.start(user=None, attempt_id=uuid4(), version=newest(), level="cmio", at=at)


def test_claimed_attempts_are_the_users_with_every_answer_and_result(alice: User) -> None:
    opened, done, anothers = tried(), tried(), tried()
    rate_all(opened)
    rate_all(done)
    before = attempts.submit(attempt=done, at=NOW).document
    assert tries.claim(user=alice, ids=[opened.pk, done.pk, uuid4()]) == 2
    assert set(Attempt.objects.for_user(alice)) == {opened, done}
    assert Result.objects.for_user(alice).get().document == before
    assert opened.ratings.count() == 31
    anothers.refresh_from_db()
    assert anothers.user is None


def test_what_is_claimed_already_stays_with_whom_it_is(alice: User, charlie: User) -> None:
    attempt = tried()
    assert [tries.claim(user=user, ids=[attempt.pk]) for user in (alice, charlie)] == [1, 0]
    assert Attempt.objects.get().user == alice


def test_results_of_people_without_an_account_are_nobody_elses_history() -> None:
    first, second = tried(), tried()
    for attempt in (first, second):
        rate_all(attempt)
    one, _ = (attempts.submit(attempt=attempt, at=NOW) for attempt in (first, second))
    first.refresh_from_db()
    assert list(attempts.results_up_to(first)) == [one]


def test_fourteen_days_after_the_last_answer_an_unclaimed_attempt_goes_with_all_it_holds(alice: User) -> None:
    left_behind, answered, chosen, fresh = tried(15), tried(30), tried(30), tried(13)
    rate_all(left_behind)
    Rating.objects.update(saved_at=NOW - timedelta(days=14))
    Rating.objects.create(attempt=answered, skill="cds", level=1, saved_at=NOW - timedelta(days=14) + JUST)
    ScenarioAnswer.objects.create(attempt=chosen, item="cds-silent-run", choice="A", saved_at=NOW - timedelta(days=1))
    claimed = started(alice, at=NOW - timedelta(days=400))
    assert tries.purge(at=NOW) == 1
    assert set(Attempt.objects.all()) == {answered, chosen, fresh, claimed}
    assert Rating.objects.count() == 1
    assert tries.purge(at=NOW) == 0


def test_the_day_counts_to_the_second() -> None:
    tried(14)
    assert tries.purge(at=NOW - JUST) == 0
    assert tries.purge(at=NOW) == 1


def test_an_unclaimed_result_goes_too(alice: User) -> None:
    kept = submitted(alice, at=NOW - timedelta(days=60))
    old = tried(40)
    rate_all(old)
    Rating.objects.filter(attempt=old).update(saved_at=NOW - timedelta(days=39))
    attempts.submit(attempt=old, at=NOW - timedelta(days=39))
    assert tries.purge(at=NOW) == 1
    assert list(Result.objects.all()) == [kept]


def test_the_command_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    tried(4000)
    call_command("purge")
    call_command("purge")
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if "assessments" in line] == [
        "Deleted 1 assessments that nobody claimed.",
        "Deleted 0 assessments that nobody claimed.",
    ]
