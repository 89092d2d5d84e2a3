"""All guides on one pay axis, found by their words, and what they hold together."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation import index
from tests.careers.presentation import builders

ALL = [builders.published(slug) for slug in builders.slugs()]


def level(title: str, low: int = 3, high: int | None = 7) -> dict[str, Any]:
    return {"id": title, "title": title, "min_years": low, "max_years": high, "experience_total": ""}


def career(title: str, abbreviation: str | None, *levels: dict[str, Any]) -> dict[str, Any]:
    path = builders.section("path", "career_path", levels=list(levels))
    return builders.document(title=title, abbreviation=abbreviation, sections=[path])


def titles(query: str) -> list[str]:
    return [row["title"] for row in index.matching(ALL, query)]


def test_no_words_match_every_guide() -> None:
    assert len(titles("  ")) == len(ALL)


def test_case_does_not_matter_and_every_word_has_to_be_there() -> None:
    assert titles("SENIOR nurse directs") == ["Chief Nursing Informatics Officer"]
    assert titles("nurse xylophone") == []


def test_abbreviations_are_found() -> None:
    assert "Chief Nursing Informatics Officer" in titles("cnio")


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for(query: str) -> None:
    assert len(index.matching(ALL, query)) <= len(ALL)


@given(st.text(max_size=50), st.text(max_size=50))
def test_more_words_never_find_more(one: str, other: str) -> None:
    assert len(titles(f"{one} {other}")) <= len(titles(one))


def test_all_guides_stand_on_one_axis_that_holds_every_range() -> None:
    listing = index.listing(ALL)
    highs = [row["pay_range"].high for row in listing["rows"] if row["pay_range"]]
    assert listing["axis"].high >= max(highs)
    assert all(0 <= float(row["x"][:-1]) <= 100 for row in listing["rows"])


def test_a_disputed_pay_is_marked_and_keeps_its_caution() -> None:
    row = next(row for row in index.listing(ALL)["rows"] if row["slug"] == builders.CMIO)
    assert row["disputed"]
    assert row["caution"].startswith("Disputed.")


def test_a_guide_without_pay_is_listed_too() -> None:
    (row,) = index.listing([builders.document()])["rows"]
    assert (row["pay"], row["x"], row["pay_note"]) == (None, None, "")
    assert row["holds"] == "1 section, 0 figures, 1 source"


def test_no_guides_are_a_listing_too() -> None:
    assert index.listing([])["rows"] == []


@pytest.mark.parametrize(
    ("title", "abbreviation", "levels", "own"),
    [
        ("Chief Medical Information Officer", "CMIO", ["Deputy CMIO", "CMIO", "Senior CMIO"], "CMIO"),
        ("Chief Medical Officer", "CMO", ["Medical director", "Hospital CMO", "System CMO"], "Hospital CMO"),
        ("Clinical Informatics Analyst", None, ["Junior analyst", "Analyst", "Senior analyst"], "Analyst"),
    ],
)
def test_a_career_knows_its_own_rung(title: str, abbreviation: str | None, levels: list[str], own: str) -> None:
    found = index.own_level(career(title, abbreviation, *map(level, levels)))
    assert found
    assert found["title"] == own


def test_a_ladder_without_the_career_says_no_years() -> None:
    document = career("Pilot", None, level("Captain"))
    assert index.own_level(document) is None
    assert index.listing([document])["rows"][0]["years"] == ""


def test_open_years_say_or_more() -> None:
    rows = [career("Captain", None, level("Captain", 11, None)), career("Captain", None, level("Captain"))]
    assert [row["years"] for row in index.listing(rows)["rows"]] == ["11 or more", "3 to 7"]


def test_a_source_of_two_guides_counts_once() -> None:
    counts = index.counts([builders.document(), builders.document(figures=[builders.figure()])])
    assert (counts["guides"], counts["guides_said"], counts["figures"], counts["sources"]) == (2, "Two", 1, 1)


def test_only_figures_with_rivals_count_as_disputed() -> None:
    rows = [builders.figure("a", conflicts_with=["b"]), builders.figure("b")]
    assert index.counts([builders.document(figures=rows)])["disputed"] == 1


def test_the_featured_guide_sets_its_pay_beside_the_dated_figures_against_it() -> None:
    found = index.featured(ALL)
    assert found
    assert found["slug"] == builders.CMIO
    assert found["chart"]
    assert found["chart"].title.startswith("The disputed $200,000 stands against six dated figures")


def test_without_an_assessed_guide_nothing_is_featured() -> None:
    assert index.featured([builders.document()]) is None


def test_an_undisputed_guide_is_featured_without_a_chart() -> None:
    found = index.featured([builders.document(sections=[builders.section("readiness", "readiness", items=[])])])
    assert found
    assert found["chart"] is None
