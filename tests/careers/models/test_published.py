"""Published documents: which one readers see at a time, and that the database keeps each as it was."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from careers.models import Edition, InstrumentVersion
from tests.content import CMIO, career, guide, the_catalogue

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)
OTHER = "chief-medical-officer"


@pytest.fixture
def history(now: datetime) -> dict[int, Edition]:
    """Three editions: of last week, of now, and of next week."""
    root = career()
    root.published.all().delete()
    times = {1: now - timedelta(days=7), 2: now, 3: now + timedelta(days=7)}
    return {
        number: root.published.create(number=number, document={"slug": CMIO, "number": number}, live_from=at)
        for number, at in times.items()
    }


def live(at: datetime) -> list[int]:
    return list(Edition.objects.for_slug(CMIO).live(at).values_list("number", flat=True))


def assert_kept(row: Model, **changes: Any) -> None:
    """Neither a single row nor many at once can be changed so."""
    rows = type(row)._default_manager.filter(pk=row.pk)
    with pytest.raises(IntegrityError, match="a published document never changes"), transaction.atomic():
        rows.update(**changes)
    for name, value in changes.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError, match="a published document never changes"), transaction.atomic():
        row.save()


def test_an_edition_is_live_from_its_moment_on(history: dict[int, Edition], now: datetime) -> None:
    assert live(now - SECOND) == [1]
    assert live(now) == [2]
    assert live(now + timedelta(days=7) - SECOND) == [2]
    assert live(now + timedelta(days=7)) == [3]


def test_before_the_first_one_there_is_none(history: dict[int, Edition]) -> None:
    assert live(history[1].starts - SECOND) == []


def test_of_those_due_the_highest_number_counts_whatever_their_times(
    history: dict[int, Edition], now: datetime
) -> None:
    Edition.objects.filter(pk=history[3].pk).update(live_from=now - timedelta(days=30))
    assert live(now - timedelta(days=29)) == [3]
    assert live(now) == [3]


def test_each_guide_has_a_live_edition_of_its_own(history: dict[int, Edition], now: datetime) -> None:
    Edition.objects.exclude(career__slug=CMIO).update(live_from=now)
    slugs = [edition.document["slug"] for edition in Edition.objects.live(now)]
    assert len(slugs) == len(set(slugs)) == 8


def test_the_newest_stands_first(history: dict[int, Edition]) -> None:
    assert [edition.number for edition in career().published.all()] == [3, 2, 1]


@pytest.mark.parametrize("changes", [{"document": {"slug": "changed"}}, {"number": 7}])
def test_an_edition_stays_as_it_was_published(changes: dict[str, Any]) -> None:
    edition = Edition.objects.get(career__slug=CMIO)
    assert_kept(edition, **changes)
    edition.refresh_from_db()
    assert (edition.number, edition.document) == (1, guide())


def test_an_edition_stays_with_its_guide() -> None:
    assert_kept(Edition.objects.get(career__slug=CMIO), career=career(OTHER), number=9)


@pytest.mark.parametrize("changes", [{"document": {}}, {"number": 7}])
def test_a_version_stays_as_it_was_published(changes: dict[str, Any]) -> None:
    before = InstrumentVersion.objects.get().document
    assert_kept(InstrumentVersion.objects.get(), **changes)
    assert InstrumentVersion.objects.get().document == before


def test_when_it_is_live_and_who_published_it_may_change(now: datetime, alice: Any) -> None:
    for row in (Edition.objects.get(career__slug=CMIO), InstrumentVersion.objects.get(catalogue=the_catalogue())):
        row.live_from, row.published_by = now, alice
        row.save()
        row.refresh_from_db()
        assert (row.live_from, row.published_by) == (now, alice)
