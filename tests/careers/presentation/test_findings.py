"""The heading of a chart says what its rows show, and nothing else."""

from typing import Any

import pytest

from careers.presentation import words
from careers.presentation.charts import charts
from careers.presentation.figures import Figure, References
from careers.presentation.findings import finding
from tests.careers.presentation import builders


def figures(*rows: dict[str, Any]) -> list[Figure]:
    return References(builders.document(figures=list(rows))).figures([row["key"] for row in rows])


DISPUTE = (
    builders.figure("headline", value=200_000, year=None, sample_size=None, conflicts_with=["old", "new"]),
    builders.figure("old", value=302_000, year=2014),
    builders.figure("new", value=383_000, year=2020),
)


def test_the_heading_of_a_dispute_is_computed_from_the_dated_rivals() -> None:
    assert (
        finding(figures(*DISPUTE))
        == "The disputed $200,000 stands against two dated figures of $302,000 to $383,000, 2014 to 2020"
    )


def test_a_figure_between_its_rivals_does_not_stand_against_them() -> None:
    between = DISPUTE[0] | {"value": 350_000}
    assert finding(figures(between, *DISPUTE[1:])) == "Three pay figures, from $302,000 to $383,000"


def test_equal_figures_are_not_a_range() -> None:
    rows = [builders.figure(key, measure="share", unit="percent", value=68) for key in "ab"]
    assert finding(figures(*rows)) == "Two shares, each 68%"


def test_the_heading_says_or_more_where_the_highest_end_is_open() -> None:
    rows = [builders.figure("a"), builders.figure("b", low=350_000, high=400_000, open_ended=True)]
    assert finding(figures(*rows)).endswith("from $300,000 to $400,000 or more")


@pytest.mark.parametrize("slug", builders.slugs())
def test_headings_say_the_ends_of_their_own_rows(slug: str) -> None:
    document = builders.published(slug)
    references = References(document)
    for section in document["sections"]:
        for chart in charts(references.figures(section["figures"]), set()):
            if chart.axis and not chart.title.startswith("The disputed"):
                shown = [row.figure for row in chart.rows]
                assert words.number(min(figure.low for figure in shown)) in chart.title
                assert words.amount(max(figure.high for figure in shown), shown[0].unit) in chart.title
