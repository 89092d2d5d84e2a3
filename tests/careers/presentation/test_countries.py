"""Pay by country: three currencies, a plot in the chosen dollars, and the order that the reader chose."""

from typing import Any

import pytest

from careers.presentation.countries import table
from careers.presentation.figures import References
from careers.presentation.sorting import KEYS
from tests.careers.presentation import builders

SOURCES = [
    builders.source("survey"),
    builders.source("rates", title="Annual average exchange rates"),
    builders.source(
        "parity", title="Purchasing power parity", publisher="World Bank", year=2024, note="Whole economy."
    ),
]
FIGURES = [
    builders.figure("range", low=180_000, high=300_000, unit="CAD", geography="CA", year=None),
    builders.figure("low", value=200_000),
    builders.figure(
        "gap", label="Shortfall", measure="other", unit="percent", low=3, high=7, source="rates", note="At 2025 rates."
    ),
]


def country(name: str = "Canada", usd: tuple[int, int] = (130_000, 220_000), **given: Any) -> dict[str, Any]:
    row = {"country": name[:2].upper(), "name": name, "currency": "CAD", "low": 180_000, "high": 300_000}
    return row | {"usd_low": usd[0], "usd_high": usd[1], "figure": "range"} | given


def bought(name: str, usd: tuple[int, int], ppp: tuple[int, int]) -> dict[str, Any]:
    return country(name, usd, ppp_low=ppp[0], ppp_high=ppp[1])


THREE = [
    bought("Canada", (130_000, 220_000), (156_500, 260_800)),
    bought("Austria", (100_000, 200_000), (300_000, 400_000)),
    country("Brazil", (50_000, 60_000)),
]


def shown(*rows: dict[str, Any], sort: str = "", seen: set[str] | None = None, **given: Any) -> dict[str, Any]:
    section = builders.section("global", "global", countries=list(rows), **given)
    document = builders.document(figures=FIGURES, sources=SOURCES, sections=[section])
    return table(section, References(document), set() if seen is None else seen, sort)


def names(sort: str) -> list[str]:
    return [row["name"] for row in shown(*THREE, sort=sort)["countries"]]


def test_countries_share_a_scale_in_dollars() -> None:
    (row,) = shown(country())["countries"]
    assert (row["usd"], row["local"], row["ppp"]) == ("$130k to $220k", "C$180k to C$300k", "")
    assert (row["x"], row["end"]) == ("52.00%", "88.00%")


def test_purchasing_power_keeps_its_hundreds() -> None:
    assert shown(THREE[0])["countries"][0]["ppp"] == "$156.5k to $260.8k"


def test_the_plot_is_in_the_dollars_that_are_sorted_by() -> None:
    found = shown(*THREE, sort="-ppp")
    assert found["countries_money"] == "purchasing-power dollars"
    assert [(row["x"], row["end"]) for row in found["countries"]] == [
        ("75.00%", "100.00%"),
        ("39.12%", "65.20%"),
        ("", ""),
    ]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["Canada", "Austria", "Brazil"]),
        ("country", ["Austria", "Brazil", "Canada"]),
        ("-country", ["Canada", "Brazil", "Austria"]),
        ("usd", ["Brazil", "Austria", "Canada"]),
        ("-usd", ["Canada", "Austria", "Brazil"]),
        ("ppp", ["Canada", "Austria", "Brazil"]),
        ("-ppp", ["Austria", "Canada", "Brazil"]),
    ],
)
def test_rows_stand_in_the_chosen_order_and_what_is_unknown_stands_last(sort: str, order: list[str]) -> None:
    assert names(sort) == order


def test_every_known_order_is_tried_above() -> None:
    assert {len(names(key)) for key in KEYS} == {3}


def test_a_heading_says_its_order_and_leads_to_the_other_one() -> None:
    heads = shown(*THREE, sort="-usd")["countries_heads"]
    assert [(head.key, head.order, head.link) for head in heads] == [
        ("country", "", "country"),
        ("usd", "descending", "usd"),
        ("ppp", "", "-ppp"),
    ]
    assert shown(*THREE, sort="usd")["countries_heads"][1].link == "-usd"
    assert shown(*THREE, sort="country")["countries_heads"][0].link == "-country"


def test_without_purchasing_power_there_is_no_column_and_no_order_by_it() -> None:
    found = shown(country(), country("Brazil"), sort="ppp")
    assert [head.key for head in found["countries_heads"]] == ["country", "usd"]
    assert (found["countries_money"], found["countries_sorted"]) == ("US dollars", False)
    assert [note.title for note in found["countries_notes"]] == ["Local currency", "US dollars"]


def test_the_heading_leaves_the_united_states_out() -> None:
    rows = [country(), country("United States", (10_000, 900_000), country="US", ppp_low=10_000, ppp_high=900_000)]
    assert shown(*rows)["countries_title"] == "Outside the United States, the ranges run from $130,000 to $220,000"


def test_only_the_united_states_is_a_table_too() -> None:
    assert shown(country(country="US"))["countries_title"].startswith("The range runs from $130,000")


def test_the_heading_is_computed_in_the_dollars_shown() -> None:
    title = shown(*THREE, sort="ppp")["countries_title"]
    assert title == "At the prices of the United States, the ranges elsewhere are worth $156,500 to $400,000"


def test_each_column_says_its_rate_its_year_and_its_source() -> None:
    found = shown(*THREE, sources=["rates", "parity"], figures=["gap"])
    local, dollars, power = found["countries_notes"]
    assert [[mark.number for mark in note.marks] for note in (local, dollars, power)] == [[1], [1, 2], [3]]
    assert "Our check, 2020: shortfall, 3% to 7%. At 2025 rates." in dollars.text
    assert power.text.startswith(
        "Local pay divided by the World Bank’s purchasing power parity of 2024. Whole economy."
    )


def test_without_named_sources_the_columns_are_still_explained() -> None:
    _, dollars, power = shown(*THREE)["countries_notes"]
    assert dollars.text == "As printed, converted at a rate that the source does not state."
    assert power.text.startswith("These dollars buy what a dollar buys in the United States")


def test_no_countries_are_no_table() -> None:
    assert shown() == {"countries": []}


def test_a_country_whose_figure_was_listed_before_has_no_anchor() -> None:
    seen: set[str] = set()
    assert shown(country(), seen=seen)["countries"][0]["anchor"] == "figure-range"
    assert seen == {"range"}
    assert shown(country(), seen=seen)["countries"][0]["anchor"] == ""


def test_what_all_countries_rest_on_is_said_once() -> None:
    assert shown(country())["countries_basis"] == "year not stated, n 100"
    assert shown(country(), country(figure="low"))["countries_basis"] == ""
