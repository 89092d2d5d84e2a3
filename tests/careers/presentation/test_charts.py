"""Figures that share a unit share a scale, strongest evidence first, under a heading computed from them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.charts import Chart, charts, comparison
from careers.presentation.figures import Figure, References
from tests.careers.presentation import builders


def figures(*rows: dict[str, Any], sources: list[dict[str, Any]] | None = None) -> list[Figure]:
    document = builders.document(figures=list(rows), sources=sources or [builders.source()])
    return References(document).figures([row["key"] for row in rows])


def drawn(*rows: dict[str, Any]) -> tuple[Chart, ...]:
    return charts(figures(*rows), set())


def test_comparable_figures_share_a_scale() -> None:
    (chart,) = drawn(builders.figure("a", value=100_000), builders.figure("b", value=400_000))
    assert chart.axis
    assert [row.mark.x for row in chart.rows if row.mark] == ["25.00%", "100.00%"]


def test_other_units_and_measures_do_not_share_it() -> None:
    rows = [builders.figure("a"), builders.figure("b", unit="CAD"), builders.figure("c", measure="cost")]
    (table,) = drawn(*rows)
    assert table.axis is None
    assert [row.mark for row in table.rows] == [None, None, None]


def test_yearly_and_single_amounts_do_not_share_a_scale() -> None:
    (table,) = drawn(builders.figure("a"), builders.figure("b", period=None))
    assert table.axis is None


def test_no_figures_give_no_table() -> None:
    assert drawn() == ()


def test_a_range_is_a_band_with_its_width_and_its_end() -> None:
    (chart,) = drawn(
        builders.figure("a", low=100_000, high=300_000, open_ended=True), builders.figure("b", value=500_000)
    )
    mark = chart.rows[0].mark
    assert mark
    assert (mark.is_range, mark.x, mark.width, mark.end, mark.is_open) == (True, "20.00%", "40.00%", "60.00%", True)
    assert chart.has_ranges


def test_shares_of_a_whole_are_drawn_against_a_hundred() -> None:
    rows = [builders.figure(key, measure="share", unit="percent", value=value) for key, value in (("a", 3), ("b", 9))]
    (chart,) = drawn(*rows)
    assert chart.axis
    assert chart.axis.high == 100


def test_dated_sources_come_first_newest_first_and_the_unsourced_last() -> None:
    kinds = [builders.source(), builders.source("base", kind="base_guide"), builders.source("own", kind="editorial")]
    rows = [
        builders.figure("judged", source="own"),
        builders.figure("based", source="base", year=None),
        builders.figure("undated", year=None),
        builders.figure("old", year=2011),
        builders.figure("new", year=2024),
    ]
    (chart,) = charts(figures(*rows, sources=kinds), set())
    assert [row.figure.key for row in chart.rows] == ["new", "old", "undated", "based", "judged"]
    assert len({group.title for group in chart.groups}) == 4


def test_one_group_needs_no_title() -> None:
    (chart,) = drawn(builders.figure("a"), builders.figure("b"))
    assert [group.title for group in chart.groups] == [""]


def test_places_are_named_and_mixed_ones_are_told_apart() -> None:
    chart = comparison(figures(builders.figure("a", geography="SG"), builders.figure("b", geography="AU")), set())
    assert chart.is_mixed
    assert chart.caption == "US dollars a year. Singapore · Australia."


def test_a_range_without_an_upper_end_has_room_for_its_arrow() -> None:
    own: dict[str, Any] = {"measure": "duration", "unit": "years"}
    (chart,) = drawn(builders.figure("a", low=2, high=20, open_ended=True, **own), builders.figure("b", value=5, **own))
    assert [row.mark.end for row in chart.rows if row.mark and row.mark.is_open] == ["80.00%"]


def test_a_figure_has_its_anchor_where_it_is_listed_first() -> None:
    rows, seen = figures(builders.figure("a"), builders.figure("b")), set[str]()
    first, again = charts(rows, seen)[0], charts(rows, seen)[0]
    assert [row.anchor for row in first.rows] == ["figure-a", "figure-b"]
    assert [row.anchor for row in again.rows] == ["", ""]


def test_it_knows_which_marks_and_columns_it_needs() -> None:
    weak = builders.figure("a", year=None, sample_size=None)
    (bare,) = drawn(weak, builders.figure("b", low=1, high=2, sample_size=None))
    assert (bare.has_samples, bare.has_solid, bare.has_hollow) == (False, False, True)
    (full,) = drawn(builders.figure("a"), builders.figure("b"))
    assert (full.has_samples, full.has_solid, full.has_hollow) == (True, True, False)


def test_only_the_heading_of_where_we_started_from_names_its_source() -> None:
    kinds = [builders.source(), builders.source("base", kind="base_guide")]
    rows = figures(builders.figure("a"), builders.figure("b", source="base", year=None), sources=kinds)
    (chart,) = charts(rows, set())
    assert [group.names_source for group in chart.groups] == [False, True]
    (alone,) = charts(figures(*(builders.figure(key, source="base") for key in "ab"), sources=kinds), set())
    assert [group.names_source for group in alone.groups] == [False]


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)), min_size=2, max_size=12))
def test_every_figure_has_one_row_and_every_mark_lies_on_the_scale(ends: list[tuple[int, int]]) -> None:
    rows = [builders.figure(f"f{n}", low=low, high=low + more) for n, (low, more) in enumerate(ends)]
    (chart,) = drawn(*rows)
    assert sorted(row.figure.key for row in chart.rows) == sorted(row["key"] for row in rows)
    for row in chart.rows:
        assert row.mark
        assert 0 <= float(row.mark.x[:-1]) <= float(row.mark.end[:-1]) <= 100
