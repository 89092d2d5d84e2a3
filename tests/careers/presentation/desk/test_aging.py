"""Figures older than five years: which they are, how they are drawn, and what the title makes of them."""

from typing import Any

import pytest

from careers.presentation.desk.aging import aged, aging, file, title
from careers.presentation.desk.subject import Subject
from tests.careers.presentation.builders import document, figure, section
from tests.careers.presentation.desk import subjects

YEAR = 2026


def with_figures(*figures: dict[str, Any], pk: int = 1, name: str = "Pilot of Records") -> Subject:
    keys = [row["key"] for row in figures]
    sections = [section("pay", figures=keys), section("again", figures=keys)]
    return subjects.guide(pk, name, document(figures=list(figures), sections=sections))


def of_years(*years: int | None, measure: str = "pay") -> Subject:
    return with_figures(*(figure(f"f{place}", year=year, measure=measure) for place, year in enumerate(years)))


def test_a_figure_is_old_once_it_is_older_than_five_years() -> None:
    found = aged([of_years(2021, 2020, None, 2007), subjects.instrument()], YEAR)
    assert [(row.year, row.age, row.section, row.address) for row in found] == [
        (2007, 19, "Pay", "/1/figure/f3/"),
        (2020, 6, "Pay", "/1/figure/f1/"),
    ]


def test_bars_share_a_scale_on_which_the_mark_stands_at_five() -> None:
    chart = aging(aged([of_years(2007, 2016)], YEAR))
    assert chart
    assert [tick.label for tick in chart.axis.ticks] == ["0", "5", "10", "15", "20"]
    assert (chart.mark, [bar.width for bar in chart.bars]) == ("25.00%", ["95.00%", "50.00%"])


def test_the_chart_shows_the_oldest_and_counts_them_all() -> None:
    chart = aging(aged([of_years(2010, 2012, 2008)], YEAR), most=2)
    assert chart
    assert ([bar.aged.year for bar in chart.bars], chart.total) == ([2008, 2010], 3)


def test_nothing_is_drawn_where_nothing_is_old() -> None:
    assert aging(aged([of_years(2024)], YEAR)) is None


@pytest.mark.parametrize(
    ("years", "measure", "told"),
    [
        ((2020,), "pay", "One figure is older than five years"),
        ((2020, 2018), "pay", "Two figures are older than five years"),
        ((2016,), "pay", "One figure is ten years old or older"),
        ((2016, 2015, 2020), "pay", "Two pay figures in the PoR guide are ten years old or older"),
        ((2016, 2015), "other", "Two figures in the PoR guide are ten years old or older"),
    ],
)
def test_the_title_says_what_stands_out(years: tuple[int, ...], measure: str, told: str) -> None:
    assert title(aged([of_years(*years, measure=measure)], YEAR)) == told


def test_the_title_names_no_guide_where_the_old_ones_are_spread() -> None:
    guides = [with_figures(figure(year=2010), pk=pk, name=name) for pk, name in ((1, "A B"), (2, "C D"))]
    assert title(aged(guides, YEAR)) == "Two figures are ten years old or older"


def test_the_file_holds_one_row_a_figure() -> None:
    table = file(aged([of_years(2010)], YEAR))
    (row,) = table.rows
    assert dict(zip(table.header, row, strict=True)) == {
        "guide": "Pilot of Records",
        "key": "f0",
        "figure": "Label of f0",
        "measure": "pay",
        "year": 2010,
        "age": 16,
        "section": "Pay",
        "source": "The survey",
    }
