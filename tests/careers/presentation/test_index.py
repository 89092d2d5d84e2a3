"""All guides on one pay axis with numbered sources, and what the home page shows of one."""

from typing import Any

from careers.presentation.cards import card
from careers.presentation.index import featured, listing
from tests.careers.presentation import builders

ALL = [card(builders.published(slug)) for slug in builders.slugs()]


def readiness(**given: Any) -> dict[str, Any]:
    return builders.document(sections=[builders.section("readiness", "readiness", items=[])], **given)


def test_all_guides_stand_on_one_axis_that_holds_every_range() -> None:
    found = listing(ALL)
    assert found["axis"].high >= max(row["pay_range"]["high"] for row in found["rows"] if row["pay_range"])
    assert all(0 <= float(row["x"][:-1]) <= 100 for row in found["rows"])


def test_each_pay_names_its_source_by_number_and_a_source_of_two_stands_once() -> None:
    found = listing(ALL)
    titles = {number: source["title"] for number, source in found["sources"]}
    assert [*titles] == list(range(1, len(titles) + 1))
    assert len(titles) < len(ALL)
    for row in found["rows"]:
        assert titles[row["mark"]["number"]] == row["pay"]["source"]["title"]


def test_the_cards_stay_as_they_were() -> None:
    before = [{**row} for row in ALL]
    listing(ALL)
    assert before == ALL


def test_a_guide_without_pay_is_listed_without_a_mark() -> None:
    (row,) = listing([card(builders.document())])["rows"]
    assert row["pay"] is None
    assert "mark" not in row


def test_no_guides_are_a_listing_too() -> None:
    assert (listing([])["rows"], listing([])["sources"]) == ([], [])


def test_the_featured_guide_sets_its_pay_beside_the_dated_figures_against_it() -> None:
    found = featured(builders.published(builders.CMIO))
    assert found["slug"] == builders.CMIO
    assert found["chart"].title.startswith("The disputed $200,000 stands against six dated figures")


def test_an_undisputed_guide_is_featured_without_a_chart() -> None:
    assert featured(readiness())["chart"] is None
