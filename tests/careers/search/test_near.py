"""Where nothing is found, words are offered that do find something."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from careers.models import SearchWord
from careers.search.match import matches
from careers.search.near import MOST_OFFERED, near
from careers.search.words import query
from tests.careers.search import made

pytestmark = pytest.mark.django_db


def offered(text: str) -> list[str]:
    return near(query(text), at=timezone.now())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nursign", "nursing"),
        ("informatcis", "informatics"),
        ("xnursing", "nursing"),
        ("unrsing", "nursing"),
        ("governence", "governance"),
        ("nurse xylophone", "nurse"),
        ("nurse informatcis", "nurse informatics"),
    ],
)
def test_what_was_perhaps_meant_is_offered(typed: str, meant: str) -> None:
    assert meant in offered(typed)


@pytest.mark.parametrize("typed", ["xylophone", "qqqq", "", "1", "田中さん"])
def test_nothing_is_offered_for_what_is_like_nothing(typed: str) -> None:
    assert offered(typed) == []


@pytest.mark.parametrize("typed", ["nursign", "nurse xylophone", "informatcis governence"])
def test_everything_that_is_offered_finds_something(typed: str) -> None:
    assert all(matches(query(text).stems, at=timezone.now()) for text in offered(typed))


def test_a_word_of_an_edition_that_waits_is_not_offered(now: datetime) -> None:
    made.guide("aaa", at=now, title="Zygodactyl")
    assert SearchWord.objects.filter(word="zygodactyl").exists()
    asked = query("zygodactil")
    assert near(asked, at=now - timedelta(seconds=1)) == []
    assert near(asked, at=now) == ["zygodactyl"]


def test_it_takes_two_queries_however_many_words(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        offered("nursign informatcis governence owls herons directer leadersship")


@given(st.text(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_few_are_offered(text: str) -> None:
    assert len(offered(text)) <= MOST_OFFERED
