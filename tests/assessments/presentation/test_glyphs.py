"""The segments of a bar lie end to end, and as much of each is filled as is done."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation.glyphs import SPACE, percent, segments

PARTS = st.lists(st.integers(1, 9).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size))), min_size=1)


def number(length: str) -> float:
    assert length.endswith("%")
    return float(length[:-1])


def test_each_part_is_as_wide_as_it_has_questions() -> None:
    one, other = segments([(1, 1), (1, 3)])
    assert (one.x, one.width, one.filled) == ("0.00%", "24.55%", "24.55%")
    assert (other.x, other.width, other.filled) == ("25.00%", "74.55%", "24.85%")


@pytest.mark.parametrize(("done", "filled"), [(0, "0.00%"), (5, "49.77%"), (10, "99.55%")])
def test_a_single_part_is_empty_half_or_full(done: int, filled: str) -> None:
    (bar,) = segments([(done, 10)])
    assert bar.filled == filled


@settings(deadline=None)
@given(PARTS)
def test_parts_lie_end_to_end_within_the_bar(parts: list[tuple[int, int]]) -> None:
    bars = segments(parts)
    ends = [number(bar.x) + number(bar.width) for bar in bars]
    starts = [number(bar.x) for bar in bars]
    assert starts[0] == 0
    assert all(end + SPACE == pytest.approx(start, abs=0.02) for end, start in zip(ends, starts[1:], strict=False))
    assert ends[-1] == pytest.approx(100 - SPACE, abs=0.02)


@settings(deadline=None)
@given(PARTS)
def test_no_part_is_filled_beyond_its_width(parts: list[tuple[int, int]]) -> None:
    for bar, (done, size) in zip(segments(parts), parts, strict=True):
        assert 0 <= number(bar.filled) <= number(bar.width)
        assert (bar.filled == bar.width) == (done == size)
        assert (number(bar.filled) == 0) == (done == 0)


def test_a_length_has_two_decimals() -> None:
    assert [percent(value) for value in (0, 7.5, 33.333, 100)] == ["0.00%", "7.50%", "33.33%", "100.00%"]
