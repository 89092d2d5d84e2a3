"""Which attempts statistics read, and how often they ask the database."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from assessments.domain.form import QUICK, SKILL
from assessments.domain.statistics import Chosen, Rated
from assessments.models import Attempt, Evidence, Rating, ScenarioAnswer
from assessments.services import statistics
from tests.assessments.runs import NOW, newest, publish_another
from tests.journeys import items, skills

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
LATER = NOW + 10 * DAY


def attempt(
    user: User | None, at: datetime = NOW, *, left: bool = False, kind: str = "full", level: int = 3
) -> Attempt:
    """An attempt at the newest version with one rating and one choice, submitted an hour after its start or left."""
    made = Attempt.objects.create(
        user=user,
        version=newest(),
        level="cmio",
        form=kind,
        started_at=at,
        submitted_at=None if left else at + timedelta(hours=1),
    )
    made.ratings.create(skill="cds", level=level, low_confidence=True, seconds=12, saved_at=at)
    made.scenario_answers.create(item="cds-silent-run", choice="B", saved_at=at)
    return made


def levels() -> list[int]:
    return sorted(sitting.ratings["cds"].level for sitting in statistics.sittings(newest()))


def test_a_sitting_has_the_ratings_and_choices(alice: User) -> None:
    attempt(alice)
    (sitting,) = statistics.sittings(newest())
    assert sitting.ratings == {"cds": Rated(3, low_confidence=True, seconds=12)}
    assert sitting.choices == {"cds-silent-run": Chosen("B")}


def test_only_the_first_submitted_attempt_of_each_person_counts(alice: User, charlie: User) -> None:
    attempt(alice, NOW - DAY, left=True, level=1)
    attempt(alice, level=2)
    attempt(alice, NOW + DAY, level=4)
    attempt(charlie, level=3)
    assert levels() == [2, 3]


def test_of_two_at_the_same_moment_one_counts(alice: User) -> None:
    attempt(alice)
    attempt(alice)
    assert levels() == [3]


def test_everybody_without_an_account_is_a_person(db: None) -> None:
    for level in (1, 2):
        attempt(None, level=level)
    assert levels() == [1, 2]


def test_whoever_knows_an_earlier_version_is_in_no_figure_of_the_next(alice: User, charlie: User) -> None:
    first = newest()
    attempt(alice, level=1)
    publish_another()
    attempt(alice, NOW + DAY, level=4)
    attempt(charlie, NOW + DAY, level=5)
    assert levels() == [5]
    assert [sitting.ratings["cds"].level for sitting in statistics.sittings(first)] == [1]
    assert [version.number for version in statistics.versions(first)] == [newest().number, first.number]


def test_a_first_quick_check_is_counted_and_its_person_in_no_figure(alice: User, charlie: User) -> None:
    attempt(alice, kind=QUICK)
    attempt(alice, NOW + DAY)
    attempt(charlie)
    attempt(charlie, NOW + DAY, kind=QUICK)
    assert (levels(), statistics.quick_checks(newest())) == ([3], 1)


def test_whoever_stopped_did_so_at_the_question_that_was_open_first(alice: User, charlie: User) -> None:
    begun = attempt(alice, left=True)
    one, two, three = [skill for skill in skills(begun) if skill != "cds"][:3]
    begun.ratings.create(skill=one, level=2, saved_at=NOW)
    begun.ratings.create(skill=three, level=2, saved_at=NOW)
    attempt(charlie)
    assert statistics.open_first(newest(), LATER) == [(SKILL, two)]


def test_whoever_had_only_to_submit_stopped_at_no_question(alice: User) -> None:
    begun = attempt(alice, left=True)
    rows = [Rating(attempt=begun, skill=skill, level=1, saved_at=NOW) for skill in skills(begun) if skill != "cds"]
    Rating.objects.bulk_create(rows)
    rest = [ScenarioAnswer(attempt=begun, item=item, choice="A", saved_at=NOW) for item in items(begun)]
    ScenarioAnswer.objects.bulk_create(row for row in rest if row.item != "cds-silent-run")
    assert statistics.open_first(newest(), LATER) == [statistics.ALL_ANSWERED]


def test_nobody_has_stopped_who_answered_within_a_day_or_is_at_it_again(alice: User, charlie: User) -> None:
    attempt(alice, left=True).ratings.create(skill="ethics", level=2, saved_at=LATER - DAY)
    attempt(charlie, NOW - DAY)
    attempt(charlie, left=True)
    assert statistics.open_first(newest(), LATER) == []
    assert len(statistics.open_first(newest(), LATER + timedelta(seconds=1))) == 1


def test_a_first_attempt_of_an_hour_ago_is_not_left_yet(alice: User) -> None:
    attempt(alice, left=True)
    assert statistics.open_first(newest(), NOW + timedelta(hours=1)) == []


def test_it_asks_as_often_for_many_people_as_for_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(6):
        person = User.objects.create(username=str(number))
        attempt(person, left=number % 2 == 0)
        backed = Evidence.objects.create(id=uuid4(), user=person, title="x", created_at=NOW, updated_at=NOW)
        backed.skills.create(skill="cds")
    statistics.open_first(newest(), LATER)
    version = newest()
    with django_assert_num_queries(2):
        assert len(statistics.sittings(version)) == 3
    with django_assert_num_queries(1):
        assert statistics.quick_checks(version) == 0
    with django_assert_num_queries(3):
        assert len(statistics.open_first(version, LATER)) == 3
