"""Whole scores never contradict their band, and names read well inside a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain import scoring
from assessments.presentation import terms

SCORES = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)


@pytest.mark.parametrize(
    ("score", "shown"),
    [(0, 0), (0.49, 0), (0.5, 1), (12.5, 13), (58.36, 58), (99.49, 99), (99.5, 100), (100, 100)],
)
def test_halves_go_up(score: float, shown: int) -> None:
    assert terms.whole(score) == shown


@pytest.mark.parametrize(
    ("score", "shown"),
    [(39.99, 39), (40, 40), (59.5, 59), (60, 60), (74.5, 74), (74.99, 74), (75, 75), (75.01, 75)],
)
def test_no_score_is_rounded_into_a_band_that_it_has_not_reached(score: float, shown: int) -> None:
    assert terms.whole(score) == shown


def test_the_order_of_a_sum_does_not_change_what_is_shown() -> None:
    one_by_one, gaps_first = 40.91 + 1.12 + 3.47, 40.91 + (1.12 + 3.47)
    assert one_by_one < 45.5 <= gaps_first  # what floats make of 45.50
    assert terms.whole(one_by_one) == terms.whole(gaps_first) == 46


@settings(deadline=None)
@given(SCORES)
def test_the_shown_score_lies_in_the_band_of_the_score(score: float) -> None:
    assert scoring.band(terms.whole(score)) == scoring.band(score)
    assert abs(terms.whole(score) - score) < 1
    assert 0 <= terms.whole(score) <= 100


@settings(deadline=None)
@given(SCORES, SCORES)
def test_a_higher_score_never_shows_a_lower_figure(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert terms.whole(low) <= terms.whole(high)


def test_every_band_has_words() -> None:
    assert {scoring.band(score) for score in range(101)} == set(terms.BANDS)


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Data governance", "data governance"),
        ("EHR implementation", "EHR implementation"),
        ("AI and machine learning", "AI and machine learning"),
        ("A post", "a post"),
        ("36 months of projects", "36 months of projects"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_keeps_acronyms(name: str, inside: str) -> None:
    assert terms.within(name) == inside


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Data governance"], "data governance"),
        (["CDS design and use", "Ethical judgment"], "CDS design and use, and ethical judgment"),
        (["A post", "Budgets", "CDS"], "a post, budgets, and CDS"),
    ],
)
def test_names_that_hold_an_and_are_kept_apart_by_commas(names: list[str], said: str) -> None:
    assert terms.named(names) == said


def test_a_range_of_one_number_is_that_number() -> None:
    assert (terms.span(57, 67), terms.span(100, 100)) == ("57 to 67", "100")
    assert (terms.between(57, 67), terms.between(100, 100)) == ("between 57 and 67", "about 100")
