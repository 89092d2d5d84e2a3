"""A guide on paper holds every text, every figure with its basis, and every source."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from careers.presentation.paper.guide import cover, paper
from tests.careers.presentation import builders
from tests.careers.presentation.paper.test_text import text

SITE = "https://coach.example.org"
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
CODES = {"slug", "kind", "sources", "figures", "source", "skill", "id", "relation", "necessity", "career_slug", "level"}
CODES |= {"country", "currency", "figure", "median_figure", "average_figure", "also", "skills", "audience"}


def whole(document: dict[str, Any]) -> dict[str, Any]:
    return paper(document, number=2, live_from=AT, site=SITE)


def strings(value: Any) -> list[str]:
    """Every text of a section that readers see."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [line for key, entry in value.items() if key not in CODES for line in strings(entry)]
    return [line for entry in value for line in strings(entry)] if isinstance(value, list) else []


def letters(words: str) -> str:
    return "".join(sign for sign in words if sign.isalnum())


def printed(value: Any) -> str:
    """Every text of the tree, whatever its key."""
    if isinstance(value, dict):
        return " ".join(printed(entry) for key, entry in value.items() if key != "is")
    return " ".join(printed(entry) for entry in value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_text_of_every_section_is_printed(slug: str) -> None:
    document = builders.published(slug)
    shown = letters(printed(whole(document)["sections"]))
    lines = [line for row in document["sections"] for entry in strings(row) for line in entry.splitlines()]
    # A link's address is no text, and the numbers of a list are counted when it is printed.
    texts = [re.sub(r"^\d+\. ", "", line) for line in lines if "](" not in line]
    assert [line for line in texts if letters(line) not in shown] == []


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_listed_figure_is_printed_with_what_it_rests_on(slug: str) -> None:
    document = builders.published(slug)
    sections = whole(document)["sections"]
    figures = {row["key"]: row for row in document["figures"]}
    for row, section in zip(document["sections"], sections, strict=True):
        labels = [text(line["about"][0]["runs"][0]) for chart in section["charts"] for line in chart["rows"]]
        in_table = {country["figure"] for country in row.get("countries", ())}
        assert sorted(labels) == sorted(figures[key]["label"] for key in row["figures"] if key not in in_table)
        assert all(line["value"] and line["basis"] for chart in section["charts"] for line in chart["rows"])


def test_sources_stand_in_the_order_of_their_numbers() -> None:
    document = builders.published(builders.CMIO)
    assert [row["title"] for row in whole(document)["sources"]] == [row["title"] for row in document["sources"]]


def test_a_disputed_headline_says_so_beside_its_caution() -> None:
    found = whole(builders.published(builders.CMIO))
    pay = found["facts"][0]
    assert text(pay["value"]) == "$200,000 Disputed"
    assert text(found["caution"]) == builders.published(builders.CMIO)["key_facts"]["cautions"]["pay"]


def test_a_plot_marks_weak_figures_and_open_ends() -> None:
    weak = builders.figure("weak", low=100, high=200, open_ended=True, year=None)
    figures = [builders.figure("a", value=400), weak]
    document = builders.document(figures=figures, sections=[builders.section(figures=["a", "weak"])])
    [chart] = whole(document)["sections"][0]["charts"]
    solid, open_ended = (row["plot"] for row in chart["rows"])
    assert solid == {"from": 100.0, "to": 100.0, "range": False, "solid": True, "open": False}
    assert open_ended == {"from": 25.0, "to": 50.0, "range": True, "solid": False, "open": True}
    assert [tick["at"] for tick in chart["axis"]] == [0, 25, 50, 75, 100]


def test_the_cover_names_edition_dates_and_address() -> None:
    found = cover(builders.document(), number=7, live_from=AT, site=SITE)
    assert (found["edition"], found["live_from"], found["date"]) == (7, "23 November 2026", [2026, 11, 23])
    assert (found["reviewed"], found["review_by"]) == ("23 November 2026", "23 May 2027")
    assert found["address"] == f"{SITE}/careers/pilot/"
    assert found["counts"] == "1 source"


def test_equal_editions_give_equal_data() -> None:
    document = builders.published(builders.CMIO)
    assert whole(document) == whole(document)
