"""Step 2 takes hours and money as planning counts them, and a plain yes or no."""

import pytest

from assessments.forms.amounts import BUDGET_WRONG
from assessments.forms.builder import MeansForm
from assessments.forms.builder import means as forms
from tests.assessments.forms.builder.filled import MOVES, means_form

HOSTILE = ["", " ", "\ud800", "🦉", "-1", "1_000", "1e9", "NaN", "inf", "٣", "３", "0x10", "½", "<b>", "9" * 10**6]
NO_HOURS = ["0", "0.4", "80.1", "81", "200", "4,5", "4.", ".5", "4.125", "+4", "4 h", "1e1", *HOSTILE]
NO_BUDGET = ["10000001", "10,000,001", "5,00", "5.00", "5k", "€5", "$", ",500", "1,00,000", *HOSTILE]


def shortened(text: str) -> str:
    return ascii(text)[:14]


@pytest.mark.parametrize(
    ("text", "hours"), [("0.5", 0.5), (" 4.25 ", 4.25), ("007", 7.0), ("80", 80.0), ("80.00", 80.0)]
)
def test_hours_are_taken_to_two_places(text: str, hours: float) -> None:
    form = means_form(hours_per_week=text)
    assert form.is_valid()
    assert form.cleaned_data["hours_per_week"] == hours


@pytest.mark.parametrize("text", NO_HOURS, ids=shortened)
def test_other_hours_are_refused_and_kept(text: str) -> None:
    form = means_form(hours_per_week=text)
    assert form.errors == {"hours_per_week": [forms.HOURS_WRONG]}
    assert form["hours_per_week"].value() == text


@pytest.mark.parametrize(("text", "usd"), [("0", 0), ("5,000", 5000), ("$ 750", 750), ("10,000,000", 10_000_000)])
def test_money_is_whole_dollars(text: str, usd: int) -> None:
    form = means_form(budget_usd=text)
    assert form.is_valid()
    assert form.cleaned_data["budget_usd"] == usd


@pytest.mark.parametrize("text", NO_BUDGET, ids=shortened)
def test_other_money_is_refused_and_kept(text: str) -> None:
    form = means_form(budget_usd=text)
    assert form.errors == {"budget_usd": [BUDGET_WRONG]}
    assert form["budget_usd"].value() == text


@pytest.mark.parametrize("name", ["hours_per_week", "budget_usd"])
def test_a_nul_is_refused_at_its_field_and_kept(name: str) -> None:
    form = means_form({name: "5\0"})
    assert list(form.errors) == [name]
    assert form[name].value() == "5\0"


def test_moves_are_closed_until_somebody_opens_them() -> None:
    fresh = MeansForm(moves=MOVES)
    assert [fresh.move(move).value() for move in MOVES] == ["no", "no"]
    silent, sent = means_form(), means_form({"move-target-search": "yes", "move-ms-informatics-online": "no"})
    assert silent.is_valid()
    assert sent.is_valid()
    assert (silent.open_to, sent.open_to) == (frozenset(), frozenset({"target-search"}))


def test_an_answer_on_a_move_is_yes_or_no() -> None:
    form = means_form({"move-target-search": "maybe"})
    assert form.errors == {"move-target-search": [forms.YES_OR_NO]}


def test_a_move_that_was_not_offered_stays_closed() -> None:
    form = means_form({"move-sql-course": "yes"})
    assert form.is_valid()
    assert form.open_to == frozenset()


def test_the_last_of_repeated_values_counts() -> None:
    form = means_form(hours_per_week=["1", "7"])
    assert form.is_valid()
    assert form.cleaned_data["hours_per_week"] == 7.0
