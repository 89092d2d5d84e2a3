"""What the page about time and money takes: plain digits, sensible bounds, weeks as people write them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.forms.amounts import BUDGET_WRONG, TEXT_TOO_LONG
from assessments.forms.profile.time import HOURS_WRONG, MOST_WEEKS, TOO_MANY_WEEKS, TimeForm

MONDAY = date(2027, 7, 5)


def form(**data: str) -> TimeForm:
    return TimeForm(data)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("0.5", "0.5"), ("4", "4"), (" 4.5 ", "4.5"), ("4.0", "4"), ("4.50", "4.5"), ("08", "8"), ("80", "80")],
)
def test_hours_come_in_halves(text: str, hours: str) -> None:
    filled = form(hours_per_week=text)
    assert filled.is_valid()
    assert filled.answers["hours_per_week"] == Decimal(hours)


NO_HOURS = [
    "0",
    "0.4",
    "0.25",
    "80.5",
    "81",
    "-4",
    "+4",
    "4,5",
    "1_0",
    "1e1",
    "NaN",
    "inf",
    "٤",
    "４",
    "½",
    "4 h",
    "four",
]


@pytest.mark.parametrize("text", [*NO_HOURS, "\0", "4\n5", "9" * 10_000])
def test_other_hours_are_refused_and_kept(text: str) -> None:
    filled = form(hours_per_week=text)
    (message,) = filled.errors["hours_per_week"]
    assert message == HOURS_WRONG or "\0" in text
    assert filled["hours_per_week"].value() == text


@pytest.mark.parametrize(
    ("text", "usd"),
    [("0", 0), ("5000", 5000), ("5,000", 5000), ("$5,000", 5000), ("$ 750", 750), ("10,000,000", 10_000_000)],
)
def test_a_budget_is_whole_dollars(text: str, usd: int) -> None:
    filled = form(budget_usd=text)
    assert filled.is_valid()
    assert filled.answers["budget_usd"] == usd


NO_BUDGET = [
    "-1",
    "10000001",
    "10,000,001",
    "5,00",
    "5,0000",
    ",500",
    "5.00",
    "5k",
    "1_000",
    "1e5",
    "NaN",
    "١٢",
    "€5",
    "$",
]


@pytest.mark.parametrize("text", [*NO_BUDGET, "9" * 10_000])
def test_another_budget_is_refused_and_kept(text: str) -> None:
    filled = form(budget_usd=text)
    assert filled.errors == {"budget_usd": [BUDGET_WRONG]}
    assert filled["budget_usd"].value() == text


def test_nothing_given_is_not_nought() -> None:
    filled = form(hours_per_week="", budget_usd=" ", blocked_weeks="\n")
    assert filled.is_valid()
    assert filled.answers == {"hours_per_week": None, "budget_usd": None, "blocked_weeks": []}


@pytest.mark.parametrize(
    ("text", "mondays"),
    [
        ("2027-07-05", [MONDAY]),
        ("2027-07-11", [MONDAY]),
        ("2027-07-05 to 2027-07-18", [MONDAY, MONDAY + timedelta(7)]),
        ("2027-07-11 to 2027-07-12", [MONDAY, MONDAY + timedelta(7)]),
        ("2027-07-12\r\n\r\n2027-07-05\r\n2027-07-06", [MONDAY, MONDAY + timedelta(7)]),
    ],
)
def test_any_day_stands_for_its_week(text: str, mondays: list[date]) -> None:
    filled = form(blocked_weeks=text)
    assert filled.is_valid()
    assert filled.answers["blocked_weeks"] == mondays


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2027-07-05\nnext week", "next week"),
        ("2027-13-01", "2027-13-01"),
        ("2027-07-18 to 2027-07-05", "2027-07-18 to 2027-07-05"),
        ("5 July 2027", "5 July 2027"),
        ("٢٠٢٧-٠٧-٠٥", "٢٠٢٧-٠٧-٠٥"),
    ],
)
def test_a_line_that_is_no_week_is_named_and_all_is_kept(text: str, named: str) -> None:
    filled = form(blocked_weeks=text)
    (message,) = filled.errors["blocked_weeks"]
    assert named in message
    assert filled["blocked_weeks"].value() == text


def test_two_hundred_weeks_are_the_most() -> None:
    last = MONDAY + timedelta(weeks=MOST_WEEKS) - timedelta(days=1)
    assert form(blocked_weeks=f"{MONDAY} to {last}").is_valid()
    over = form(blocked_weeks=f"{MONDAY} to {last + timedelta(days=1)}")
    assert over.errors == {"blocked_weeks": [TOO_MANY_WEEKS]}


def test_too_much_text_says_how_to_shorten_it() -> None:
    assert form(blocked_weeks="2027-07-05\n" * 1000).errors == {"blocked_weeks": [TEXT_TOO_LONG]}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=80))
def test_no_text_makes_it_fail(hours: str, budget: str, blocked: str) -> None:
    filled = form(hours_per_week=hours, budget_usd=budget, blocked_weeks=blocked)
    if filled.is_valid():
        answers = filled.answers
        assert answers["hours_per_week"] is None or Decimal("0.5") <= answers["hours_per_week"] <= 80
        assert answers["budget_usd"] is None or 0 <= answers["budget_usd"] <= 10_000_000
        assert all(monday.weekday() == 0 for monday in answers["blocked_weeks"])


@given(st.integers(1, 160))
def test_every_half_hour_is_taken(halves: int) -> None:
    hours = Decimal(halves) / 2
    filled = form(hours_per_week=str(hours))
    assert filled.is_valid()
    assert filled.answers["hours_per_week"] == hours


@given(st.integers(0, 10_000_000))
def test_every_budget_is_taken_with_and_without_commas(usd: int) -> None:
    assert form(budget_usd=str(usd)).is_valid()
    written = form(budget_usd=f"${usd:,}")
    assert written.is_valid()
    assert written.answers["budget_usd"] == usd
