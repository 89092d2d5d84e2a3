"""How the working rows stand to what readers see, said in words for all of them at once."""

from datetime import date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from careers import documents
from careers.models import Career, Catalogue, Edition, InstrumentVersion, Section, Skill
from careers.services import publish
from careers.standing import Standing, standings
from tests.content import CMIO, SLUGS, career, guide, the_catalogue

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _live_since_yesterday(now: datetime) -> None:
    for published in (Edition, InstrumentVersion):
        published._default_manager.update(live_from=now - DAY)
    Career.objects.update(review_by=date(2027, 11, 30), reviewed_on=date(2026, 11, 23))


def stands(at: datetime, slug: str = CMIO) -> Standing:
    root = career(slug)
    return standings([root], at=at)[root.pk]


def told(at: datetime, slug: str = CMIO) -> tuple[int | None, str]:
    standing = stands(at, slug)
    return standing.live, standing.words


def republish(now: datetime) -> None:
    publish(root=career(), by=None, at=now - DAY)


def edit() -> None:
    Section.objects.filter(career=career(), slug="salary").update(body="Another sentence.")


def test_rows_that_say_what_readers_see_are_live(now: datetime) -> None:
    republish(now)
    assert told(now) == (2, "live")


def test_changed_rows_are_a_draft_until_they_are_published(now: datetime) -> None:
    republish(now)
    edit()
    assert told(now) == (2, "draft ahead of live")
    republish(now)
    assert told(now) == (3, "live")


def test_rows_that_were_put_back_are_live_again(now: datetime) -> None:
    republish(now)
    body = Section.objects.get(career=career(), slug="salary").body
    edit()
    Section.objects.filter(career=career(), slug="salary").update(body=body)
    assert told(now) == (2, "live")


def test_what_was_never_published_says_so_whatever_else_holds(now: datetime) -> None:
    Edition.objects.filter(career=career()).delete()
    Career.objects.update(review_by=now.date() - DAY, reviewed_on=date(2020, 1, 1))
    assert told(now) == (None, "never published")


def test_an_edition_that_is_due_later_does_not_count_yet(now: datetime) -> None:
    republish(now)
    Edition.objects.create(career=career(), number=3, document=guide() | {"title": "Later"}, live_from=now + DAY)
    assert told(now) == (2, "draft ahead of live, scheduled")
    assert told(now + DAY) == (3, "draft ahead of live")


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "past review date"), (0, "live"), (1, "live")], ids=["yesterday", "today", "tomorrow"]
)
def test_a_review_is_late_from_the_day_after_it_was_due(now: datetime, days: int, words: str) -> None:
    Career.objects.update(review_by=now.date() + days * DAY, reviewed_on=date(2020, 1, 1))
    republish(now)
    assert stands(now).words == words


def test_a_draft_can_be_late_as_well(now: datetime) -> None:
    Career.objects.update(review_by=now.date() - DAY, reviewed_on=date(2020, 1, 1))
    assert told(now) == (1, "draft ahead of live, past review date")


def test_the_catalogue_stands_in_the_same_way(now: datetime) -> None:
    root = the_catalogue()
    assert standings([root], at=now)[root.pk].words == "live"
    Skill.objects.filter(key="cds").update(name="Renamed")
    assert standings([root], at=now)[root.pk].words == "draft ahead of live"


def test_all_guides_take_as_many_queries_as_one(
    now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    roots = list(Career.objects.all())
    models_live_waiting_and_drafts = len(dict(documents.GUIDE.tables())) + 3
    with django_assert_num_queries(models_live_waiting_and_drafts):
        found = standings(roots, at=now)
    with django_assert_num_queries(models_live_waiting_and_drafts):
        standings(roots[:1], at=now)
    assert sorted(found) == sorted(root.pk for root in roots)
    assert len(found) == len(SLUGS)


def test_nothing_stands_nowhere_without_a_query(
    now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert standings(list(Catalogue.objects.none()), at=now) == {}
