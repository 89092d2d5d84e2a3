"""The page of a search in words: what it says is counted from what was found."""

from typing import Any

import pytest

from careers.models import SearchEntry
from careers.presentation import search
from careers.presentation.asked import Asked
from careers.presentation.cards import card
from careers.search.results import RANKED, Found, Group
from tests.careers.presentation import builders

GUIDE = SearchEntry(kind="guide", slug="pilot", title="Pilot", text="Flies.", card=card(builders.document()))


OWL = Asked("owl")


def group(kind: str, count: int, shown: int = 1, **given: int) -> Group:
    entries = tuple(SearchEntry(kind=kind, slug="pilot", title="An owl", text="Owls.") for _ in range(shown))
    pages = {"pages": 1, "page": 1} | given
    return Group(kind=kind, count=count, entries=(GUIDE,) if kind == "guide" else entries, **pages)


def page(asked: Asked = OWL, near: tuple[str, ...] = (), **given: Any) -> dict[str, Any]:
    base: dict[str, Any] = {"count": 0, "is_cut": False, "by_kind": {}, "by_guide": {}, "about": 0, "mentioning": 0}
    return search.page(Found(**(base | {"guides": (), "groups": (), "places": ()} | given)), asked, near)


@pytest.mark.parametrize(
    ("about", "mentioning", "title"),
    [
        (1, 7, "One guide is about “owl”; seven more mention it"),
        (2, 1, "Two guides are about “owl”; one more mentions it"),
        (1, 0, "One guide is about “owl”"),
        (0, 1, "One guide mentions “owl”"),
        (0, 12, "12 guides mention “owl”"),
        (0, 0, "Results for “owl”"),
    ],
)
def test_the_heading_says_how_many_guides_speak_of_it(about: int, mentioning: int, title: str) -> None:
    assert page(count=9, about=about, mentioning=mentioning)["title"] == title


def test_where_nothing_is_found_the_heading_says_so_and_offers_what_is_near() -> None:
    found = page(near=("owls at night",))
    assert (found["title"], found["count"]) == ("Nothing found for “owl”", "0 results for “owl”")
    assert found["near"] == [("owls at night", "?q=owls+at+night")]


def test_past_the_most_it_says_more_than_and_gives_no_counts() -> None:
    found = page(count=1_000, is_cut=True, by_kind={"skill": 999}, about=3, groups=(group("skill", 999),))
    assert (found["title"], found["count"]) == ("Results for “owl”", "More than 1,000 results for “owl”")
    assert {choice.count for row in found["filters"] for choice in row.choices} == {None}
    assert found["groups"][0].all_words == "All of them"


def test_a_kind_of_which_more_was_found_leads_to_all_of_it() -> None:
    found = page(count=43, groups=(group("section", 42), group("skill", 1)))
    (many, one) = found["groups"]
    assert (many.all, many.all_words) == ("?q=owl&kind=section", "All 42 sections")
    assert (one.all, one.title) == ("", "Skills")
    assert found["kinds"] == [("section", "42 sections"), ("skill", "1 skill")]


def test_a_kind_alone_has_pages_and_says_when_it_ends_early() -> None:
    asked = Asked("owl", kinds=("section",), page=4)
    (shown,) = page(asked, count=999, groups=(group("section", RANKED + 1, page=4, pages=4),))["groups"]
    assert shown.pages
    assert (shown.pages.before, shown.pages.after, shown.is_cut) == ("?q=owl&kind=section&page=3", "", True)
    (shown,) = page(asked, count=9, groups=(group("section", RANKED, page=4, pages=4),))["groups"]
    assert not shown.is_cut


def test_filters_name_kinds_and_guides_with_their_counts() -> None:
    found = page(count=3, by_kind={"guide": 1, "skill": 2}, by_guide={"pilot": 3}, guides=("pilot",), places=(GUIDE,))
    shown = {row.name: [(one.label, one.count, one.is_chosen) for one in row.choices] for row in found["filters"]}
    assert shown == {
        "kind": [("Guides", 1, False), ("Skills", 2, False)],
        "guide": [("Pilot of Records", 3, True)],
    }


def test_guides_are_rows_with_marks() -> None:
    (shown,) = page(Asked("pilots"), count=1, groups=(group("guide", 1),))["groups"]
    (row,) = shown.listing["rows"]
    assert [piece.text for piece in row["marked_title"] if piece.is_hit] == ["Pilot"]
    assert (shown.hits, row["slug"]) == ((), "pilot")
