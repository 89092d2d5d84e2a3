"""Cards and counts of live guides, as the index and the home page read them."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from careers.models import Edition
from careers.presentation.cards import card, source_digests
from careers.search.guides import Share, cards, featured_document, shares, totals
from tests.careers.presentation import builders
from tests.careers.search import made
from tests.content import CMIO, SLUGS, catalogue, guide

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_cards_are_those_of_the_documents_in_the_order_of_their_titles() -> None:
    expected = sorted((card(guide(slug)) for slug in SLUGS), key=lambda row: row["title"])
    assert cards(timezone.now(), most=50) == expected


def test_pages_of_cards_hold_each_once() -> None:
    pages = [cards(timezone.now(), first=first, most=3) for first in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 2, 0]
    assert [row for page in pages for row in page] == cards(timezone.now(), most=50)


def test_filters_leave_the_guides_that_have_what_was_chosen() -> None:
    assert [row["slug"] for row in cards(timezone.now(), most=9, assessed=[True])] == [CMIO]
    assert len(cards(timezone.now(), most=9, assessed=[True, False])) == 8
    disputed = cards(timezone.now(), most=9, pay=["disputed"])
    assert {row["pay_basis"] for row in disputed} == {"disputed"}


def test_shares_count_what_filters_would_leave() -> None:
    found = shares(timezone.now())
    assert sum(share.count for share in found) == len(SLUGS)
    for share in found:
        left = cards(timezone.now(), most=50, assessed=[share.is_assessed], pay=[share.pay_basis])
        assert len(left) == share.count


def test_totals_are_those_of_the_documents() -> None:
    documents = [guide(slug) for slug in SLUGS]
    assert totals(timezone.now()) == {
        "guides": len(SLUGS),
        "skills": len(catalogue()["competencies"]["skills"]),
        "figures": sum(len(document["figures"]) for document in documents),
        "disputed": sum(1 for document in documents for row in document["figures"] if row["conflicts_with"]),
        "sources": len(set.union(*map(source_digests, documents))),
    }


def test_only_what_is_live_is_listed_and_counted(now: datetime) -> None:
    made.alone()
    made.guide("aaa", at=now, title="Heron")
    made.guide("aaa", at=now + DAY, number=2, title="Owl", figures=[builders.figure()])
    titles = [[row["title"] for row in cards(at, most=9)] for at in (now - DAY, now, now + DAY)]
    assert titles == [[], ["Heron"], ["Owl"]]
    assert (totals(now)["figures"], totals(now + DAY)["figures"]) == (0, 1)
    assert shares(now - DAY) == []
    assert shares(now) == [Share(False, "none", 1)]


def test_the_featured_document_is_that_of_the_guide_with_the_check(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        assert featured_document(timezone.now()) == guide(CMIO)
    Edition.objects.filter(career__slug=CMIO).delete()
    assert featured_document(timezone.now()) is None
