"""A skill's likely level is the median of its posterior, its range the shortest run that holds 80 %."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.scoring import band, median, posterior, shortest_run, skill_score
from tests.assessments.domain.builders import skill

chances = st.lists(st.integers(0, 20), min_size=6, max_size=6).filter(any).map(lambda parts: posterior([parts]))


@pytest.mark.parametrize(
    ("probabilities", "level"),
    [
        ((0.5, 0.0, 0.0, 0.0, 0.0, 0.5), 0),
        ((0.4999, 0.0, 0.0, 0.0, 0.0, 0.5001), 5),
        ((0.1, 0.2, 0.3, 0.2, 0.1, 0.1), 2),
        ((0.1, 0.2, 0.1999999999, 0.3, 0.1, 0.1), 2),
        ((0.1, 0.1, 0.1, 0.1, 0.1, 0.5), 4),
        ((0.0, 0.0, 0.0, 0.0, 0.0, 1.0), 5),
    ],
)
def test_the_likely_level_is_the_lowest_that_reaches_a_half(probabilities: tuple[float, ...], level: int) -> None:
    assert median(probabilities) == level


@pytest.mark.parametrize(
    ("probabilities", "run"),
    [
        ((0.0, 0.0, 0.0, 1.0, 0.0, 0.0), (3, 3)),
        ((0.0, 0.1, 0.8, 0.1, 0.0, 0.0), (2, 2)),
        ((0.0, 0.1, 0.7, 0.1, 0.1, 0.0), (1, 2)),
        ((0.0, 0.1, 0.7, 0.15, 0.05, 0.0), (2, 3)),
        ((0.1, 0.15, 0.7, 0.05, 0.0, 0.0), (1, 2)),
        ((0.05, 0.05, 0.3, 0.3, 0.25, 0.05), (2, 4)),
        ((1 / 6,) * 6, (0, 4)),
        ((0.2, 0.2, 0.2, 0.2, 0.2, 0.0), (0, 3)),
        ((0.5, 0.0, 0.0, 0.0, 0.0, 0.5), (0, 5)),
    ],
)
def test_the_range_is_the_shortest_run_then_the_likeliest_then_the_lowest(
    probabilities: tuple[float, ...], run: tuple[int, int]
) -> None:
    assert shortest_run(probabilities) == run


@given(chances)
def test_no_shorter_run_holds_80_percent_and_no_equal_one_holds_more(probabilities: tuple[float, ...]) -> None:
    low, high = shortest_run(probabilities)
    held = sum(probabilities[low : high + 1])
    assert held >= 0.8 - 1e-9
    for start in range(6):
        assert sum(probabilities[start : start + high - low]) < 0.8
        assert sum(probabilities[start : start + high - low + 1]) <= held + 1e-9


@given(chances)
def test_the_likely_level_lies_in_the_range(probabilities: tuple[float, ...]) -> None:
    low, high = shortest_run(probabilities)
    assert low <= median(probabilities) <= high


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=6, max_size=6), max_size=5))
def test_a_posterior_is_a_distribution(likelihoods: list[list[float]]) -> None:
    found = posterior(likelihoods)
    assert len(found) == 6
    assert sum(found) == pytest.approx(1)
    assert min(found) >= 0


def test_without_observations_it_is_the_uniform_prior() -> None:
    assert posterior([]) == pytest.approx([1 / 6] * 6)


@pytest.mark.parametrize(
    ("meets", "status"), [(0.8, "met"), (0.79, "unsure"), (0.21, "unsure"), (0.2, "gap"), (1.0, "met"), (0.0, "gap")]
)
def test_a_skill_is_met_from_four_fifths_and_a_gap_up_to_one_fifth(meets: float, status: str) -> None:
    found = skill_score(skill(required=3), (1 - meets, 0.0, 0.0, meets, 0.0, 0.0), share=1)
    assert found.status == status


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (0, "starting"),
        (39.99, "starting"),
        (40, "building"),
        (59.999, "building"),
        (60, "close"),
        (74.9999, "close"),
        (75, "ready"),
        (100, "ready"),
    ],
)
def test_bands_begin_at_40_60_and_75(value: float, word: str) -> None:
    assert band(value) == word
