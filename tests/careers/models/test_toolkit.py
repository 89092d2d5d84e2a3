"""Published toolkit documents: what readers see, under which names, and that the database keeps each as it was."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from careers.models import Edition, InstrumentVersion, ToolkitEdition
from tests.content import CMIO, career, guide, tool

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
OTHER = "chief-medical-officer"


def publish(number: int, at: datetime, *, kind: str = "guides", slug: str = CMIO) -> ToolkitEdition:
    edition: ToolkitEdition = career(slug).toolkit.create(
        number=number, kind=kind, document={"number": number}, live_from=at
    )
    return edition


def live(at: datetime, kind: str = "guides") -> list[int]:
    found = ToolkitEdition.objects.live(at).filter(career__slug=CMIO, kind=kind)
    return list(found.values_list("number", flat=True))


@pytest.fixture
def first(now: datetime) -> datetime:
    """A moment after the content was loaded, from which on the first editions count."""
    ToolkitEdition.objects.update(live_from=now - DAY)
    Edition.objects.update(live_from=now - DAY)
    InstrumentVersion.objects.update(live_from=now - DAY)
    return now


def test_each_kind_of_each_career_has_a_live_document_of_its_own(first: datetime) -> None:
    publish(2, first)
    publish(3, first + DAY)
    publish(7, first, slug=OTHER)
    assert (live(first), live(first, "interview")) == ([2], [1])
    assert live(first + DAY) == [3]
    assert live(first - 2 * DAY) == []


def test_the_last_of_each_kind_is_found_whenever_it_is_live(first: datetime) -> None:
    publish(2, first + 9 * DAY)
    numbers = {row.kind: row.number for row in ToolkitEdition.objects.latest_of_each()}
    assert numbers == {"guides": 2} | dict.fromkeys(("resumes", "cover-letters", "job-description", "interview"), 1)


@pytest.mark.parametrize("changes", [{"document": {}}, {"number": 7}, {"kind": "resumes", "number": 8}])
def test_a_document_stays_as_it_was_published(changes: dict[str, Any]) -> None:
    rows = ToolkitEdition.objects.filter(kind="guides")
    with pytest.raises(IntegrityError, match="a published document never changes"), transaction.atomic():
        rows.update(**changes)
    assert rows.get().document == tool("guides")


def test_a_document_stays_with_its_career() -> None:
    with pytest.raises(IntegrityError, match="a published document never changes"), transaction.atomic():
        ToolkitEdition.objects.update(career=career(OTHER))


def test_when_it_is_live_may_change(now: datetime) -> None:
    assert ToolkitEdition.objects.update(live_from=now) == 5


def test_a_number_stands_once_for_each_career_and_kind(now: datetime) -> None:
    publish(1, now, slug=OTHER)
    with pytest.raises(IntegrityError), transaction.atomic():
        publish(1, now)


def test_readers_get_the_names_of_the_live_guide_and_catalogue(first: datetime) -> None:
    career().published.create(number=2, document=guide() | {"title": "Later"}, live_from=first + DAY)
    found = ToolkitEdition.objects.for_readers(CMIO, first).get(kind="guides")
    assert (found.title, found.short) == (guide()["title"], "CMIO")
    assert '"career_levels"' in found.competencies
    assert ToolkitEdition.objects.for_readers(CMIO, first + DAY).get(kind="guides").title == "Later"


def test_a_guide_without_an_abbreviation_and_a_catalogue_that_is_not_live_are_no_obstacle(first: datetime) -> None:
    career().published.create(number=2, document=guide() | {"abbreviation": None}, live_from=first)
    InstrumentVersion.objects.update(live_from=first + DAY)
    found = ToolkitEdition.objects.for_readers(CMIO, first).get(kind="guides")
    assert (found.short, found.competencies) == (guide()["title"], None)


def test_without_a_live_guide_there_is_nothing_for_readers(first: datetime) -> None:
    Edition.objects.update(live_from=first + DAY)
    assert not ToolkitEdition.objects.for_readers(CMIO, first).exists()
    assert not ToolkitEdition.objects.for_readers("nobody", first).exists()


def test_it_says_what_it_is() -> None:
    assert str(ToolkitEdition.objects.get(kind="guides")) == "Chief Medical Information Officer guides 1"
