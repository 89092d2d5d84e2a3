"""The tables behind the charts hold what is drawn, under names that stay."""

from datetime import date
from typing import Any

import pytest

from careers.presentation.guide import guide
from careers.presentation.tables import FIGURE, Table, table, tables
from tests.careers.presentation import builders

TODAY = date(2026, 12, 1)


def of(document: dict[str, Any], name: str) -> Table:
    found = table(document, name)
    assert found
    return found


def rows(found: Table) -> list[dict[str, Any]]:
    return [dict(zip(found.header, row, strict=True)) for row in found.rows]


def with_figures(*figures: dict[str, Any], **section: Any) -> dict[str, Any]:
    keys = [figure["key"] for figure in figures]
    return builders.document(figures=list(figures), sections=[builders.section(figures=keys, **section)])


@pytest.mark.parametrize("slug", builders.slugs())
def test_names_are_given_once_and_every_row_fills_its_header(slug: str) -> None:
    found = list(tables(builders.published(slug)))
    assert len({row.name for row in found}) == len(found) > 5
    assert all(len(row) == len(one.header) for one in found for row in one.rows)


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_chart_of_the_page_has_its_rows_in_the_order_in_which_they_are_drawn(slug: str) -> None:
    document = builders.published(slug)
    for section in guide(document, number=1, today=TODAY)["sections"]:
        for chart in section["charts"]:
            found = rows(of(document, f"{section['slug']}-{chart.name}"))
            assert [row["key"] for row in found] == [row.figure.key for row in chart.rows]


def test_a_figure_brings_all_that_is_known_of_it() -> None:
    rival = builders.figure("rival", low=1, high=2, open_ended=True, estimate=True, sample_size=None, year=None)
    document = with_figures(builders.figure(conflicts_with=["rival"], note="Old."), rival)
    document["sources"] = [builders.source(url="https://example.org/", year=2019)]
    first, second = rows(of(document, "overview-pay-usd"))
    assert list(first) == list(FIGURE)
    assert (first["value"], first["low"], first["high"]) == (300_000, None, None)
    assert (second["value"], second["low"], second["high"]) == (None, 1, 2)
    assert (first["place"], first["year"], first["sample_size"]) == ("United States", 2020, 100)
    assert (second["year"], second["sample_size"], second["open_ended"], second["estimate"]) == (None, None, True, True)
    source = [first[name] for name in ("source", "publisher", "source_year", "source_address")]
    assert source == ["The survey", "Someone", 2019, "https://example.org/"]
    assert (first["note"], first["conflicts_with"], second["conflicts_with"]) == ("Old.", "rival", "")


def test_scales_that_differ_in_their_period_have_names_of_their_own() -> None:
    periods = ("year", "month", None)
    figures = [builders.figure(f"{period}-{n}", period=period) for period in periods for n in (1, 2)]
    names = [found.name for found in tables(with_figures(*figures))]
    assert names == ["overview-pay-usd", "overview-pay-usd-month", "overview-pay-usd-once"]


def test_figures_that_stand_alone_are_together() -> None:
    alone = with_figures(builders.figure("a"), builders.figure("b", measure="growth", unit="percent", period=None))
    assert [row["key"] for row in rows(of(alone, "overview-other-figures"))] == ["a", "b"]


def test_pay_by_level_names_the_level_and_what_the_figure_is() -> None:
    found = rows(of(builders.published(builders.CMIO), "salary-levels"))
    assert {row["is"] for row in found} == {"median", "average"}
    assert "CMIO" in {row["level"] for row in found}
    assert all(row["value"] for row in found)


def test_pay_by_country_has_every_currency_and_what_it_rests_on() -> None:
    document = builders.published(builders.CMIO)
    countries = next(row for row in document["sections"] if row["kind"] == "global")["countries"]
    found = rows(of(document, "global-countries"))
    for name in ("country", "currency", "low", "high", "usd_low", "usd_high"):
        assert [row[name] for row in found] == [row[name] for row in countries]
    assert [row["figure_key"] for row in found] == [row["figure"] for row in countries]
    assert any(row["ppp_low"] for row in found)


def test_steps_rungs_and_routes_have_their_durations_and_costs() -> None:
    document = builders.published(builders.CMIO)
    kinds = {row["kind"]: row for row in document["sections"]}
    steps = rows(of(document, "how-to-become-steps"))
    assert [row["min_months"] for row in steps] == [row["min_months"] for row in kinds["how_to_become"]["steps"]]
    rungs = rows(of(document, "career-path-ladder"))
    assert [row["min_years"] for row in rungs] == [row["min_years"] for row in kinds["career_path"]["levels"]]
    routes = rows(of(document, "education-routes-routes"))
    costs = sorted((row["cost_low_usd"] for row in kinds["education_routes"]["routes"]), key=lambda cost: cost or 0)
    assert sorted((row["cost_low_usd"] for row in routes), key=lambda cost: cost or 0) == costs


def test_a_guide_without_figures_has_no_table() -> None:
    assert list(tables(builders.document())) == []
    assert table(builders.document(), "overview-pay-usd") is None
