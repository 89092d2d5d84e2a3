"""Sources keep the number of their place and know the sections that rest on them."""

from typing import Any

import pytest

from careers.presentation import sources
from tests.careers.presentation import builders

SOURCES = [builders.source("one"), builders.source("two", year=None, kind="base_guide", note="Undated.")]


def uses(**given: object) -> dict[str, list[str]]:
    document = builders.document(sources=SOURCES, **given)
    return {key: [use.slug for use in source.uses] for key, source in sources.read(document).items()}


def test_numbers_follow_the_guides_own_order() -> None:
    found = sources.read(builders.document(sources=SOURCES))
    assert [(source.key, source.number) for source in found.values()] == [("one", 1), ("two", 2)]


def test_it_says_publisher_year_kind_and_note() -> None:
    found = sources.read(builders.document(sources=SOURCES))
    assert found["one"].about == "Someone, 2020. Survey."
    assert found["two"].about == "Someone, year not stated. The career guide this one started from. Undated."


def test_a_section_uses_what_it_names() -> None:
    assert uses(sections=[builders.section(sources=["two"])]) == {"one": [], "two": ["overview"]}


def test_a_section_uses_what_an_entry_of_it_names() -> None:
    faq = builders.section("faq", "faq", items=[{"question": "Why?", "answer": "So.", "source": "one"}])
    assert uses(sections=[faq]) == {"one": ["faq"], "two": []}


def test_a_section_uses_the_sources_of_its_figures() -> None:
    figures = [builders.figure("pay", source="two")]
    assert uses(figures=figures, sections=[builders.section(figures=["pay"])]) == {"one": [], "two": ["overview"]}


def places(*keys: str, sections: list[dict[str, Any]]) -> list[tuple[str, str]]:
    figures = [builders.figure(key, source="two") for key in keys]
    found = sources.read(builders.document(sources=SOURCES, figures=figures, sections=sections))
    return [(place.anchor, place.title) for use in found["two"].uses for place in use.places]


def test_few_figures_are_places_to_go_back_to() -> None:
    rows = [builders.section(figures=["a", "b"], sources=["two"])]
    assert places("a", "b", sections=rows) == [("figure-a", "Label of a"), ("figure-b", "Label of b")]


def test_many_figures_are_one_place_their_section() -> None:
    rows = [builders.section(figures=["a", "b", "c"])]
    assert places("a", "b", "c", sections=rows) == [("overview", "Overview")]


def test_a_figure_is_gone_back_to_where_it_is_listed_first() -> None:
    rows = [builders.section("one", figures=["a"]), builders.section("two", figures=["a"])]
    assert places("a", sections=rows) == [("figure-a", "Label of a"), ("two", "Two")]


def test_a_use_knows_the_number_of_its_section() -> None:
    rows = [builders.section("one"), builders.section("two", sources=["one"])]
    (use,) = sources.read(builders.document(sources=SOURCES, sections=rows))["one"].uses
    assert (use.slug, use.number) == ("two", 2)


def test_a_section_is_named_once_however_often_it_uses_a_source() -> None:
    twice = builders.section("faq", "faq", sources=["one"], items=[{"source": "one"}, {"source": "one"}])
    assert uses(sections=[twice])["one"] == ["faq"]


def test_an_unknown_kind_is_said_in_words() -> None:
    found = sources.read(builders.document(sources=[builders.source(kind="open_letter")]))
    assert found["survey"].kind_name == "Open letter"


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_source_of_the_content_is_used(slug: str) -> None:
    assert all(source.uses for source in sources.read(builders.published(slug)).values())
