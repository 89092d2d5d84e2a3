"""Dates, money, hours and counts as people write them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation import words

DATES = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 23), date(2026, 11, 29), "23 to 29 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 November to 6 December 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December 2026 to 3 January 2027"),
        (date(2026, 11, 1), date(2027, 11, 30), "1 November 2026 to 30 November 2027"),
    ],
)
def test_what_both_days_share_is_said_once(first: date, last: date, said: str) -> None:
    assert words.days(first, last) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2029, 6, 1), date(2029, 6, 30), "June 2029"),
        (date(2029, 6, 1), date(2029, 9, 30), "June to September 2029"),
        (date(2028, 6, 1), date(2029, 6, 30), "June 2028 to June 2029"),
    ],
)
def test_what_both_months_share_is_said_once(first: date, last: date, said: str) -> None:
    assert words.months(first, last) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "no weeks"),
        (1, "one week"),
        (1.0, "one week"),
        (2, "two weeks"),
        (9, "nine weeks"),
        (10, "10 weeks"),
        (2.5, "2.5 weeks"),
        (0.5, "0.5 weeks"),
        (1.02, "one week"),
        (0.97, "one week"),
        (1200, "1,200 weeks"),
    ],
)
def test_a_count_agrees_with_its_noun(number: float, said: str) -> None:
    assert words.count(number, "week") == said


def test_a_plural_can_be_given() -> None:
    assert words.count(1, "is", "are") == "one is"
    assert words.count(3, "is", "are") == "three are"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 hours"), (1, "1 hour"), (0.99, "1 hour"), (9, "9 hours"), (12.25, "12.2 hours")]
)
def test_beside_another_figure_a_count_is_a_figure(number: float, said: str) -> None:
    assert words.figures(number, "hour") == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0.01, "5 min"),
        (0.5, "30 min"),
        (0.99, "1 h"),
        (1, "1 h"),
        (2.667, "2 h 40 min"),
        (4.67, "4 h 40 min"),
        (1.99, "2 h"),
        (16.25, "16 h 20 min"),
    ],
)
def test_hours_are_said_as_on_a_clock(hours: float, said: str) -> None:
    assert words.clock(hours) == said


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(parts: list[str], said: str) -> None:
    assert words.listed(parts) == said


@pytest.mark.parametrize(("text", "said"), [("", ""), ("one gap", "One gap"), ("4 weeks", "4 weeks"), ("EHR", "EHR")])
def test_a_sentence_begins_with_a_capital(text: str, said: str) -> None:
    assert words.sentence(text) == said


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_money_loses_no_dollar(value: int) -> None:
    said = words.usd(value)
    assert said.startswith("$")
    assert int(said[1:].replace(",", "")) == value


@settings(deadline=None)
@given(st.floats(0, 10**6))
def test_an_amount_is_true_to_its_one_decimal(value: float) -> None:
    said = words.amount(value)
    assert not said.endswith(".0")
    assert abs(float(said.replace(",", "")) - value) <= 0.05 + 1e-6


@settings(deadline=None)
@given(st.floats(0, 1000))
def test_only_one_is_singular(number: float) -> None:
    said, noun = words.count(number, "point").split(" ")
    assert (noun == "point") == (said == "one")
    assert said not in {"0", "1"}


@settings(deadline=None)
@given(st.floats(0.1, 200))
def test_a_clock_is_off_by_half_a_step_at_most(hours: float) -> None:
    parts = words.clock(hours).split(" ")
    given_back = sum(
        int(value) * {"h": 60, "min": 1}[unit] for value, unit in zip(parts[::2], parts[1::2], strict=True)
    )
    assert abs(given_back - hours * 60) <= (5 if hours >= 1 else 2.5) + 1e-6


@settings(deadline=None)
@given(DATES, DATES)
def test_a_span_of_days_ends_with_its_last_day_and_begins_with_its_first(one: date, other: date) -> None:
    first, last = sorted((one, other))
    said = words.days(first, last)
    assert said.endswith(f" to {words.day(last)}")
    assert words.day(first).startswith(said.split(" to ")[0])
