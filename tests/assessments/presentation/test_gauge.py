"""The gauge: four bands on a half circle around (170, 172), filled up to the score, with the range outside."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation.gauge import Gauge, gauge

SCORES = st.floats(0, 100, allow_nan=False)


def points(path: str) -> list[tuple[float, float]]:
    """Where a path begins and ends."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
    return [(numbers[0], numbers[1]), (numbers[-2], numbers[-1])]


def every_path(drawn: Gauge) -> list[str]:
    return [*drawn.tracks, *drawn.fills, *drawn.likely, drawn.mark]


def test_the_track_runs_from_the_left_end_to_the_right_in_four_bands() -> None:
    tracks = gauge(50, 40, 60).tracks
    assert len(tracks) == 4
    assert points(tracks[0])[0] == (28, 172)
    assert points(tracks[-1])[1] == (312, 172)


def test_the_bands_do_not_touch() -> None:
    tracks = gauge(50, 40, 60).tracks
    for left, right in pairwise(tracks):
        assert points(right)[0][0] - points(left)[1][0] > 3


def test_the_mark_stands_at_75() -> None:
    drawn = gauge(50, 40, 60)
    assert drawn.ready == 75
    # three quarters of the half circle: 45 degrees up on the right side
    assert drawn.mark == "M258.4 83.6L282.4 59.6"
    assert (drawn.mark_x, drawn.mark_y) == (298.7, 43.3)


@pytest.mark.parametrize(
    ("score", "filled"), [(0, 0), (0.1, 1), (39.99, 1), (40, 1), (50, 2), (60, 2), (74.99, 3), (75, 3), (76, 4)]
)
def test_the_fill_reaches_into_the_band_of_the_score(score: float, filled: int) -> None:
    assert len(gauge(score, score, score).fills) == filled


def test_half_of_a_hundred_is_filled_up_to_the_top() -> None:
    assert points(gauge(50, 40, 60).fills[-1])[1] == (170, 30)


def test_a_full_score_fills_every_band() -> None:
    drawn = gauge(100, 98, 100)
    assert drawn.fills == drawn.tracks


def test_the_range_lies_outside_with_a_tick_at_each_end() -> None:
    arc, low, high = gauge(50, 0, 100).likely
    assert points(arc) == [(9, 172), (331, 172)]
    assert points(low) == [(13.5, 172), (4.5, 172)]
    assert points(high) == [(326.5, 172), (335.5, 172)]


@settings(deadline=None)
@given(SCORES, SCORES, SCORES)
def test_nothing_is_drawn_outside_of_the_box(one: float, two: float, three: float) -> None:
    low, score, high = sorted((one, two, three))
    for path in every_path(gauge(score, low, high)):
        for x, y in points(path):
            assert 0 <= x <= 340
            assert 0 <= y <= 196


@settings(deadline=None)
@given(SCORES)
def test_a_fill_never_ends_beyond_the_score(score: float) -> None:
    drawn = gauge(score, score, score)
    tip = points(drawn.likely[1])[1][0]  # the outer end of the tick at the score
    for fill, track in zip(drawn.fills, drawn.tracks, strict=False):
        assert points(fill)[0] == points(track)[0]
        inner = 170 + (points(fill)[1][0] - 170) * 165.5 / 142
        assert inner <= tip + 0.2
