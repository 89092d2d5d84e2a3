"""Visits are kept with one write a day at most, and reading them writes nothing."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import GuideVisit
from assessments.services import visits
from tests.assessments.services.at_once import at_once, committing

DAY = date(2027, 3, 3)
CAREER = "chief-medical-information-officer"


@pytest.fixture
def committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    with committing(tmp_path, monkeypatch):
        yield User.objects.create_user(username="bo")


def kept(user: User, edition: int, days: int = 0) -> tuple[Any, ...]:
    visit = visits.keep(user=user, career=CAREER, edition=edition, on=DAY + timedelta(days=days))
    assert GuideVisit.objects.get(user=user, career=CAREER) == visit
    return told(GuideVisit.objects.get(pk=visit.pk))


def told(visit: GuideVisit) -> tuple[Any, ...]:
    return visit.earlier_edition, visit.earlier_day, visit.edition, visit.day


@pytest.mark.django_db
def test_the_first_visit_has_none_before_it(alice: User) -> None:
    assert kept(alice, 1) == (None, None, 1, DAY)


@pytest.mark.django_db
def test_the_next_one_remembers_it_until_the_one_after(alice: User) -> None:
    kept(alice, 1)
    after, later = (DAY + timedelta(days=days) for days in (30, 31))
    assert kept(alice, 3, 30) == (1, DAY, 3, after)
    assert kept(alice, 3, 30) == (1, DAY, 3, after)
    assert kept(alice, 3, 31) == (3, after, 3, later)


@pytest.mark.django_db
def test_an_edition_that_comes_out_during_the_day_is_news_too(alice: User) -> None:
    kept(alice, 1)
    assert kept(alice, 2) == (1, DAY, 2, DAY)


@pytest.mark.django_db
def test_on_the_same_day_it_is_one_query_and_no_write(alice: User) -> None:
    kept(alice, 1)
    with CaptureQueriesContext(connection) as asked:
        visits.keep(user=alice, career=CAREER, edition=1, on=DAY)
    assert [query["sql"].split()[0] for query in asked] == ["SELECT"]


@pytest.mark.django_db
def test_reading_tells_the_same_and_writes_nothing(alice: User) -> None:
    first = visits.read(user=alice, career=CAREER, edition=1, on=DAY)
    assert (told(first), GuideVisit.objects.count()) == ((None, None, 1, DAY), 0)
    kept(alice, 1)
    later = visits.read(user=alice, career=CAREER, edition=2, on=DAY + timedelta(days=1))
    assert told(later) == (1, DAY, 2, DAY + timedelta(days=1))
    assert told(GuideVisit.objects.get()) == (None, None, 1, DAY)


@pytest.mark.django_db
def test_everybody_and_every_guide_has_a_visit_of_its_own(alice: User, charlie: User) -> None:
    kept(alice, 1)
    assert kept(charlie, 2) == (None, None, 2, DAY)
    visits.keep(user=alice, career="another", edition=5, on=DAY)
    assert kept(alice, 1) == (None, None, 1, DAY)


@pytest.mark.django_db
@pytest.mark.parametrize("before", [False, True])
def test_two_tabs_at_once_make_one_step(committed: User, before: bool) -> None:
    if before:
        kept(committed, 1, -1)
    keep = partial(visits.keep, user=committed, career=CAREER, edition=2, on=DAY)
    found = at_once(keep, keep)
    assert [told(visit) for visit in found] == [told(GuideVisit.objects.get(user=committed))] * 2
    assert told(found[0])[0] == (1 if before else None)
