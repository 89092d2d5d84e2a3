"""What is derived follows from the publications alone: rebuilding gives what publishing gave."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from careers.models import Edition, InstrumentVersion, SearchEntry, SearchSource, SearchWord, Section
from careers.search import indexing
from careers.services import load_content, publish
from tests.careers.search import made
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def derived() -> list[Any]:
    """Everything but primary keys, in an order of its own."""
    entries = [
        (*row, json.dumps(card, sort_keys=True))
        for *row, card in SearchEntry.objects.values_list(
            *("slug", "kind", "place", "live_from", "live_until", "part", "anchor", "key", "title", "context", "text"),
            *("words", "body_words", "is_assessed", "pay_basis", "figures", "disputed", "edition", "version", "card"),
        )
    ]
    sources = SearchSource.objects.values_list("edition", "digest", "live_from", "live_until")
    return [sorted(map(str, entries)), sorted(map(str, sources)), sorted(SearchWord.objects.values_list("word"))]


def windows(edition: Edition) -> set[tuple[datetime, datetime]]:
    return set(SearchEntry.objects.filter(edition=edition).values_list("live_from", "live_until"))


def edit(text: str, at: datetime) -> Any:
    Section.objects.filter(career=career(), slug="salary").update(body=text)
    return publish(root=career(), by=None, at=at)


def test_rebuilding_gives_what_publishing_gave(now: datetime) -> None:
    published = derived()
    indexing.rebuild(now)
    assert derived() == published
    assert SearchEntry.objects.count() > 300


def test_rebuilding_keeps_what_is_live_and_what_is_still_to_come(now: datetime) -> None:
    first = Edition.objects.get(career=career())
    Edition.objects.update(live_from=now - DAY)
    InstrumentVersion.objects.update(live_from=now - DAY)
    indexing.rebuild(now)
    edit("Second owl.", now)
    edit("Third owl.", now + DAY)
    before = derived()
    indexing.rebuild(now - DAY / 2)
    assert derived() == before
    indexing.rebuild(now)
    assert not SearchEntry.objects.filter(edition=first).exists()
    assert SearchEntry.objects.live(now).filter(text__contains="Second owl.").exists()
    assert not SearchEntry.objects.live(now).filter(text__contains="Third owl.").exists()


def test_an_edition_ends_where_the_next_begins(now: datetime) -> None:
    first, second = made.guide("aaa", at=now), made.guide("aaa", at=now + DAY, number=2)
    assert windows(first) == {(now, now + DAY)}
    assert {begin for begin, _ in windows(second)} == {now + DAY}


def test_an_edition_before_one_that_waits_takes_its_place(now: datetime) -> None:
    first, waiting = made.guide("aaa", at=now), made.guide("aaa", at=now + 9 * DAY, number=2)
    third = made.guide("aaa", at=now + DAY, number=3)
    assert windows(first) == {(now, now + DAY)}
    assert windows(waiting) == set()
    assert len(windows(third)) == 1


def test_the_windows_are_those_of_the_editions_themselves(now: datetime) -> None:
    starts = (0, 5, 3, 9, 8, 8)
    for number, start in enumerate(starts, start=1):
        made.guide("aaa", at=now + start * DAY, number=number)
    for day in range(12):
        at = now + day * DAY
        live = Edition.objects.for_slug("aaa").live(at).get()
        assert set(SearchEntry.objects.live(at).filter(slug="aaa").values_list("edition", flat=True)) == {live.pk}


def test_a_source_that_a_new_edition_drops_is_no_longer_counted(now: datetime) -> None:
    made.guide("aaa", at=now)
    made.guide("aaa", at=now + DAY, number=2, sources=[])
    of_guide = SearchSource.objects.filter(edition__career__slug="aaa")
    assert (of_guide.live(now).count(), of_guide.live(now + DAY).count()) == (1, 0)


def test_loading_drops_what_has_ended_and_repairs_what_is_missing(now: datetime) -> None:
    Edition.objects.update(live_from=now - DAY)
    SearchEntry.objects.update(live_until=now - DAY)
    assert not SearchEntry.objects.live(now).exists()
    load_content(guides={}, catalogue=None, overwrite=False, at=now)
    assert SearchEntry.objects.live(now).filter(kind="guide").count() == 8


def test_the_command_rebuilds(capsys: pytest.CaptureFixture[str]) -> None:
    before = derived()
    SearchEntry.objects.all().delete()
    call_command("content", "index")
    assert capsys.readouterr().out == "9 publications indexed\n"
    assert derived() == before


def test_the_catalogue_is_indexed_when_it_is_published(now: datetime) -> None:
    catalogue = the_catalogue()
    catalogue.skill_set.filter(key="cds").update(name="Owls at night")
    publish(root=catalogue, by=None, at=now)
    assert SearchEntry.objects.live(now).get(key="cds", kind="skill").title == "Owls at night"


def test_words_are_kept_once_as_they_can_be_read(now: datetime) -> None:
    made.guide("aaa", at=now, title="Zébra zebra Zebras", sections={"Of it": "12345 zz"})
    words = SearchWord.objects.filter(initial="z").values_list("word", "length")
    assert {("zebra", 5), ("zebras", 6)} <= set(words)
    assert not SearchWord.objects.filter(word__in=["12345", "zz", "of"]).exists()


def test_a_very_long_text_can_be_published(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "MOST_INDEXED", 100)
    edition = made.guide("aaa", at=now, title="t" * 400, sections={"Long": "owl " * 5_000 + "x" * 9_000})
    entry = SearchEntry.objects.get(edition=edition, kind="section")
    assert len(entry.body_words.split()) == 100
    assert len(SearchEntry.objects.get(edition=edition, kind="guide").title) == indexing.LONGEST_TITLE
