"""A guide's row of the index: plain data that says what the guide says."""

import json
from typing import Any

import pytest

from careers.presentation.cards import DISPUTED, MEASURED, NONE, WEAKER, card, source_digests
from tests.careers.presentation import builders
from tests.careers.presentation.builders import career, figure, level


def with_pay(*figures: dict[str, Any]) -> dict[str, Any]:
    document = builders.document(figures=list(figures))
    document["key_facts"]["pay"] = figures[0]["key"]
    return document


@pytest.mark.parametrize("slug", builders.slugs())
def test_it_is_the_same_after_a_database_has_kept_it(slug: str) -> None:
    made = card(builders.published(slug))
    assert json.loads(json.dumps(made)) == made


def test_a_disputed_pay_is_marked_and_keeps_its_caution() -> None:
    made = card(builders.published(builders.CMIO))
    assert made["pay_basis"] == DISPUTED
    assert made["caution"].startswith("Disputed.")


@pytest.mark.parametrize(
    ("figures", "basis"),
    [
        ([figure()], MEASURED),
        ([figure(sample_size=29)], WEAKER),
        ([figure(year=None)], WEAKER),
        ([figure(estimate=True)], WEAKER),
        ([figure(conflicts_with=["other"]), figure("other")], DISPUTED),
    ],
)
def test_how_pay_is_known_follows_from_the_figure(figures: list[dict[str, Any]], basis: str) -> None:
    assert card(with_pay(*figures))["pay_basis"] == basis


def test_the_pay_names_its_source_and_how_far_it_can_be_trusted() -> None:
    pay = card(with_pay(figure(sample_size=None)))["pay"]
    assert pay
    assert (pay["value"], pay["low"], pay["is_solid"]) == ("$300,000", 300_000, False)
    assert pay["note"] == "Label of pay, United States, 2020, sample size not stated"
    assert pay["source"]["title"] == "The survey"


def test_a_guide_without_pay_has_a_row_too() -> None:
    made = card(builders.document())
    assert (made["pay"], made["pay_range"], made["pay_basis"]) == (None, None, NONE)
    assert made["holds"] == "1 section, 0 figures, 1 source"


def test_open_years_say_or_more_and_a_ladder_without_the_career_says_none() -> None:
    documents = (
        career("Captain", None, level("Captain", 11, None)),
        career("Captain", None, level("Captain")),
        career("Pilot", None, level("Captain")),
    )
    assert [card(document)["years"] for document in documents] == ["11 or more", "3 to 7", ""]


def test_only_figures_with_rivals_count_as_disputed() -> None:
    made = card(builders.document(figures=[figure("a", conflicts_with=["b"]), figure("b")]))
    assert (made["figures"], made["disputed"]) == (2, 1)


def test_a_source_has_the_same_digest_in_every_guide() -> None:
    one = builders.document(sources=[builders.source("a", title="T"), builders.source("b", title="U")])
    other = builders.document(sources=[builders.source("other-key", title="T")])
    assert source_digests(other) < source_digests(one)
    assert source_digests(builders.document(sources=[builders.source("a", title="T", publisher="Else")])) != (
        source_digests(other)
    )
