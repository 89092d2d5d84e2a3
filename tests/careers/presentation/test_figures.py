"""A figure says what it is, where from, how far to trust it and who disagrees."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.figures import Figure, References
from tests.careers.presentation import builders


def read(**given: Any) -> Figure:
    rows = [builders.figure(**given)]
    found = References(builders.document(figures=rows)).figure(rows[0]["key"])
    assert found
    return found


def rivals(listed: list[str]) -> References:
    rows = [
        builders.figure("low", value=200_000, year=None, conflicts_with=["high", "range"]),
        builders.figure("high", value=383_000, conflicts_with=["low"]),
        builders.figure("range", low=300_000, high=350_000, year=None),
    ]
    return References(builders.document(figures=rows, sections=[builders.section(figures=listed)]))


def test_it_names_place_year_and_sample() -> None:
    assert read().basis == "United States, 2020, n 100"


def test_it_says_what_is_not_stated() -> None:
    assert read(year=None, sample_size=None).basis == "United States, year not stated, sample size not stated"


def test_large_samples_have_a_comma() -> None:
    assert read(sample_size=1_118).sample == "n 1,118"


def test_it_names_its_source_by_number() -> None:
    figure = read()
    assert (figure.mark.number, figure.publisher) == (1, "Someone")


@pytest.mark.parametrize("weakness", [{"year": None}, {"sample_size": None}, {"sample_size": 29}, {"estimate": True}])
def test_it_is_hollow_where_anything_is_weak(weakness: dict[str, Any]) -> None:
    assert not read(**weakness).solid


@pytest.mark.parametrize("size", [30, 31, 5_000])
def test_it_is_solid_when_dated_and_from_thirty_or_more(size: int) -> None:
    assert read(sample_size=size).solid


def test_a_value_is_a_range_of_no_width() -> None:
    figure = read(value=326_000)
    assert (figure.low, figure.high, figure.is_range, figure.value) == (326_000, 326_000, False, "$326,000")


def test_a_low_end_alone_is_open_and_no_range() -> None:
    figure = read(low=20, open_ended=True, unit="years")
    assert (figure.is_range, figure.value) == (False, "20 years or more")


def test_an_open_range_says_or_more() -> None:
    assert read(low=170_000, high=350_000, open_ended=True).value == "$170,000 to $350,000 or more"


def test_zero_is_a_value() -> None:
    assert read(value=0, unit="percent").value == "0%"


def test_a_rival_carries_value_year_source_and_the_place_where_it_is_listed() -> None:
    first, second = rivals(["low", "high"]).figures(["low"])[0].rivals
    assert (first.value, first.year, first.mark.number, first.anchor) == ("$383,000", "2020", 1, "figure-high")
    assert (second.value, second.anchor) == ("$300,000 to $350,000", "")


def test_a_rival_reads_as_label_and_value() -> None:
    assert str(rivals([]).rivals(["high"])[0]) == "Label of high, $383,000"


def test_who_contradicts_nobody_has_no_rivals() -> None:
    assert rivals([]).figures(["range"])[0].rivals == ()


def test_no_key_is_no_figure() -> None:
    assert References(builders.document()).figure(None) is None


def test_skills_and_levels_are_called_what_the_guide_calls_them() -> None:
    skills = builders.section("skills", "technical_skills", items=[{"skill": "cds", "title": "Decision support"}])
    path = builders.section("path", "career_path", levels=[{"id": "cmio", "title": "CMIO"}])
    references = References(builders.document(sections=[skills, path]))
    assert [references.title(key) for key in ("cds", "cmio", "ai_governance")] == [
        "Decision support",
        "CMIO",
        "AI governance",
    ]


@given(st.integers(0, 10**8), st.integers(0, 10**8), st.booleans())
def test_low_is_never_above_high(one: int, other: int, is_open: bool) -> None:
    low, high = sorted((one, other))
    figure = read(low=low, high=high, open_ended=is_open)
    assert figure.low <= figure.high
    assert figure.is_range == (low < high)


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_figure_of_the_content_has_a_numbered_source(slug: str) -> None:
    document = builders.published(slug)
    references = References(document)
    for row in document["figures"]:
        figure = references.figure(row["key"])
        assert figure
        assert figure.mark.key == row["source"]
        assert document["sources"][figure.mark.number - 1]["key"] == row["source"]
