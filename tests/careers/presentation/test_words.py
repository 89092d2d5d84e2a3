"""Amounts, ranges and dates read the way people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation import words


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (300_000, "USD", "$300,000"),
        (180_000, "CAD", "C$180,000"),
        (200_000, "AUD", "A$200,000"),
        (180_000, "SGD", "S$180,000"),
        (100_000, "GBP", "£100,000"),
        (120_000, "EUR", "€120,000"),
        (1_000_000, "SEK", "SEK 1,000,000"),
        (-500, "USD", "-$500"),
        (7, "percent", "7%"),
        (3.1, "percent", "3.1%"),
        (4.5, "years", "4.5 years"),
        (11.25, "years", "11.25 years"),
        (1, "years", "1 year"),
        (1, "months", "1 month"),
        (0, "years", "0 years"),
        (14_400, "posts", "14,400 posts"),
        (3_200, "openings", "3,200 openings"),
    ],
)
def test_it_says_an_amount_with_its_unit(value: float, unit: str, said: str) -> None:
    assert words.amount(value, unit) == said


@pytest.mark.parametrize(
    ("low", "high", "unit", "is_open", "said"),
    [
        (170_000, 350_000, "USD", True, "$170,000 to $350,000 or more"),
        (20, 30, "percent", False, "20% to 30%"),
        (5, 10, "years", False, "5 to 10 years"),
        (20, None, "years", True, "20 years or more"),
        (300_000, 300_000, "USD", False, "$300,000"),
        (1_000_000, 1_800_000, "SEK", False, "SEK 1,000,000 to SEK 1,800,000"),
    ],
)
def test_it_says_a_range(low: float, high: float | None, unit: str, is_open: bool, said: str) -> None:
    assert words.span(low, high, unit, is_open=is_open) == said


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (250_000, 400_000, "USD", "$250k to $400k"),
        (1_000_000, 1_800_000, "SEK", "SEK 1m to SEK 1.8m"),
        (117_960, 388_000, "USD", "$117,960 to $388,000"),
        (2_000, 10_000, "USD", "$2,000 to $10,000"),
        (300_000, 300_000, "USD", "$300,000"),
        (5, 10, "years", "5 to 10 years"),
    ],
)
def test_a_narrow_cell_shortens_money_only_where_nothing_is_lost(low: float, high: float, unit: str, said: str) -> None:
    assert words.short_span(low, high, unit) == said


def test_a_narrow_cell_still_says_that_a_range_is_open() -> None:
    assert words.short_span(170_000, 350_000, "USD", is_open=True) == "$170k to $350k or more"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0, "USD", "$0"),
        (100_000, "USD", "$100k"),
        (1_500_000, "USD", "$1.5m"),
        (5_000, "USD", "$5,000"),
        (25, "percent", "25%"),
        (15, "years", "15"),
        (40_000, "jobs", "40k"),
    ],
)
def test_axis_labels_are_short(value: float, unit: str, said: str) -> None:
    assert words.short(value, unit) == said


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from(["USD", "SEK", "percent", "years", "posts"]))
def test_no_digit_of_a_whole_number_is_lost(value: int, unit: str) -> None:
    said = words.amount(value, unit)
    assert "".join(letter for letter in said if letter.isdigit()) == str(value)


@given(st.integers(min_value=0, max_value=10**7), st.integers(min_value=0, max_value=10**7))
def test_a_range_says_both_of_its_ends(one: int, other: int) -> None:
    low, high = sorted((one, other))
    said = words.span(low, high, "USD")
    assert f"${low:,}" in said
    assert f"${high:,}" in said


@pytest.mark.parametrize(
    ("key", "said"),
    [("ai_governance", "AI governance"), ("cds", "CDS"), ("privacy_regulation", "Privacy regulation")],
)
def test_a_key_without_a_title_is_said_in_words(key: str, said: str) -> None:
    assert words.plain(key) == said


def test_days_are_written_out() -> None:
    assert words.day("2026-11-03") == "3 November 2026"


@pytest.mark.parametrize(("many", "said"), [(0, "0 sources"), (1, "1 source"), (1_200, "1,200 sources")])
def test_counts_agree_with_their_noun(many: int, said: str) -> None:
    assert words.counted(many, "source") == said


@pytest.mark.parametrize(("many", "said"), [(2, "Two"), (9, "Nine"), (10, "10")])
def test_small_numbers_open_a_sentence_in_letters(many: int, said: str) -> None:
    assert words.counting(many) == said


def test_countries_have_names_and_unknown_codes_stay() -> None:
    assert (words.country("AE"), words.country("XX")) == ("United Arab Emirates", "XX")
