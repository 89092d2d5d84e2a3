"""The one function that asks the database: all words, the live ones, titles first, and never an error."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from careers.models import SearchEntry
from careers.search import match
from careers.search.match import existing, matches
from careers.search.words import query
from tests.careers.search import made
from tests.corpus import TEXTS

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def found(text: str, at: datetime, **only: list[str]) -> list[str]:
    titles = dict(SearchEntry.objects.values_list("pk", "title"))
    return [titles[row.id] for row in matches(query(text).stems, at=at, **only)]


@pytest.fixture
def _two_guides(now: datetime) -> None:
    made.alone()
    made.guide("aaa", at=now, title="Heron", sections={"Grey": "A heron and an owl.", "Owl": "Night."})
    made.guide("bbb", at=now, title="Owl of Records", sections={"Grey": "Nothing."})


@pytest.mark.usefixtures("_two_guides")
def test_every_word_has_to_be_there_in_title_or_text(now: datetime) -> None:
    assert set(found("owl", now)) == {"Grey", "Owl", "Owl of Records"}
    assert found("owls herons", now) == ["Grey"]
    assert found("owl grey", now) == ["Grey"]
    assert found("owl xylophone", now) == []


@pytest.mark.usefixtures("_two_guides")
def test_titles_that_hold_all_words_come_first_then_what_was_written_first(now: datetime) -> None:
    assert found("owl", now) == ["Owl", "Owl of Records", "Grey"]
    assert [row.in_title for row in matches(["owl"], at=now)] == [True, True, False]


@pytest.mark.usefixtures("_two_guides")
def test_kinds_and_careers_narrow_it(now: datetime) -> None:
    assert found("owl", now, kinds=["guide"]) == ["Owl of Records"]
    assert found("owl", now, slugs=["aaa"]) == ["Owl", "Grey"]
    assert found("owl", now, kinds=["guide", "section"], slugs=["bbb"]) == ["Owl of Records"]


@pytest.mark.usefixtures("_two_guides")
def test_no_words_find_nothing(now: datetime) -> None:
    assert found("", now) == []


def test_only_the_edition_that_is_live_at_that_time_is_found(now: datetime) -> None:
    made.alone()
    made.guide("aaa", at=now, title="Heron")
    made.guide("aaa", at=now + DAY, number=2, title="Owl")
    assert (found("heron", now - DAY), found("owl", now - DAY)) == ([], [])
    assert (found("heron", now), found("owl", now)) == (["Heron"], [])
    assert (found("heron", now + DAY), found("owl", now + DAY)) == ([], ["Owl"])


def test_what_changes_or_goes_is_no_longer_found(now: datetime) -> None:
    made.alone()
    edition = made.guide("aaa", at=now, title="Heron")
    SearchEntry.objects.filter(edition=edition, kind="guide").update(words="owl", body_words="")
    assert (found("heron", now), found("owl", now)) == ([], ["Heron"])
    edition.delete()
    assert found("owl", now) == []


def test_no_more_are_read_than_can_be_shown(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "MOST", 3)
    assert len(matches(["care"], at=datetime.fromisoformat("2126-01-01T00:00:00+00:00"))) == 4


def test_queries_that_are_answered_are_told_from_others_in_one_query(
    now: datetime, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made.alone()
    made.guide("aaa", at=now, title="Heron", sections={"Grey": "An owl."})
    made.guide("ccc", at=now + DAY, title="Later")
    with django_assert_num_queries(1):
        assert existing([["heron"], ["owl", "grey"], ["owl", "heron"], ["later"]], at=now) == [0, 1]
    assert existing([], at=now) == []


@given(st.text(max_size=250))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_answered(now: datetime, text: str) -> None:
    assert len(matches(query(text).stems, at=now)) <= match.MOST + 1


@pytest.mark.parametrize("text", TEXTS)
def test_what_breaks_other_sites_is_answered(now: datetime, text: bytes) -> None:
    assert isinstance(matches(query(text.decode("utf-8", "replace")).stems, at=now), list)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('nurse "', ["Nurse", "Care"]),
        ("nurse OR xylophone", []),
        ("nurse NOT care", ["Care"]),
        ("NEAR(nurse care)", []),
        ("words:nurse", []),
        ("-nurse !care & |", ["Care"]),
        ("{body_words} : care", []),
    ],
)
def test_operators_mean_nothing(now: datetime, text: str, titles: list[str]) -> None:
    made.alone()
    made.guide("aaa", at=now, title="Nurse", sections={"Care": "A nurse."})
    assert found(text, now) == titles
