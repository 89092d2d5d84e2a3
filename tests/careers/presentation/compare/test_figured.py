"""Pay, growth and openings with their sources, doubts and cautions."""

from typing import Any

import pytest

from careers.presentation.compare import figured
from careers.presentation.compare.answers import MISSING
from tests.careers.presentation import builders
from tests.careers.presentation.compare.guides import guide, numbers, texts

PAY = builders.figure("pay", conflicts_with=["rival"], value=200_000)
RANGE = builders.figure("range", low=170_000, high=350_000, estimate=True, source="other")
FIGURES = [PAY, builders.figure("rival"), RANGE, builders.figure("growth", measure="growth", value=7, unit="percent")]


def paid(**facts: Any) -> Any:
    sources = [builders.source(), builders.source("other")]
    facts = {"pay": "pay", "pay_range": "range", "growth": "growth"} | facts
    return guide(builders.section("money", "salary"), sources=sources, figures=FIGURES, facts=facts)


def test_pay_has_its_source_its_basis_its_range_and_what_stands_against_it() -> None:
    answer = figured.pay(paid(cautions={"pay": "Disputed. Look twice."}))
    assert (answer.value, answer.amount, answer.unit) == ("$200,000", 200_000, "USD a year")
    assert texts(answer) == [
        "Label of pay. United States, 2020, n 100.",
        "Range $170k to $350k: Label of range. United States, 2020, n 100. Estimate.",
        "Figures of its guide that disagree: 1.",
    ]
    assert (answer.is_disputed, answer.is_estimate, answer.caution) == (True, False, "Disputed. Look twice.")
    assert numbers(answer.marks) == [1]
    assert [numbers(line.marks) for line in answer.lines] == [[], [2], []]
    assert [figure.key for figure in answer.figures] == ["pay", "range"]
    assert answer.place == "money"


def test_an_undisputed_pay_without_a_range_says_neither() -> None:
    answer = figured.pay(paid(pay="rival", pay_range=None))
    assert texts(answer) == ["Label of rival. United States, 2020, n 100."]
    assert (answer.is_disputed, answer.caution, len(answer.figures)) == (False, "", 1)


def test_growth_is_a_figure_that_is_not_drawn() -> None:
    answer = figured.growth(paid(cautions={"growth": "Unverifiable."}))
    assert (answer.value, answer.amount, answer.caution, answer.figures) == ("7%", 7, "Unverifiable.", ())


@pytest.mark.parametrize("ask", [figured.pay, figured.growth, figured.openings])
def test_a_guide_without_the_figure_has_no_answer(ask: Any) -> None:
    assert ask(guide()) is MISSING
