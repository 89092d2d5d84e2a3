"""Scales hold their values, begin at zero and put a label where its value is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation.axis import Axis, axis_for, percent, share_axis

VALUES = st.lists(st.integers(-(10**9), 10**9).map(lambda cents: cents / 100), min_size=1, max_size=8)


def ends_of(axis: Axis) -> tuple[str, str]:
    return axis.ticks[0].label, axis.ticks[-1].label


@pytest.mark.parametrize(
    ("values", "unit", "ends"),
    [
        ([200_000, 450_000], "USD", ("$0", "$500k")),
        ([971_000], "USD", ("$0", "$1m")),
        ([3, 18], "years", ("0", "20")),
        ([3.1, 23], "percent", ("0%", "25%")),
        ([-4, 9], "percent", ("-5%", "10%")),
        ([0], "years", ("0", "0.2")),
    ],
)
def test_it_ends_on_round_numbers(values: list[float], unit: str, ends: tuple[str, str]) -> None:
    assert ends_of(axis_for(values, unit)) == ends


def test_no_values_give_a_scale_all_the_same() -> None:
    assert axis_for([], "USD").high > 0


def test_shares_of_a_whole_run_to_a_hundred() -> None:
    assert [tick.label for tick in share_axis().ticks] == ["0%", "25%", "50%", "75%", "100%"]


@given(VALUES)
def test_every_value_lies_on_the_scale(values: list[float]) -> None:
    axis = axis_for(values, "USD")
    assert axis.low <= min(0.0, *values)
    assert axis.high >= max(0.0, *values)


@given(VALUES)
def test_there_are_a_few_ticks_and_each_stands_at_its_value(values: list[float]) -> None:
    axis = axis_for(values, "years")
    assert 2 <= len(axis.ticks) <= 8
    assert [tick.x for tick in axis.ticks] == sorted((tick.x for tick in axis.ticks), key=lambda x: float(x[:-1]))
    assert (axis.ticks[0].x, axis.ticks[-1].x) == ("0.00%", "100.00%")


@given(VALUES, st.floats(min_value=-1e9, max_value=1e9, allow_nan=False))
def test_nothing_is_drawn_outside(values: list[float], value: float) -> None:
    assert 0 <= axis_for(values, "USD").share(value) <= 100


@given(VALUES)
def test_larger_values_stand_further_right(values: list[float]) -> None:
    axis = axis_for(values, "USD")
    places = [axis.share(value) for value in sorted(values)]
    assert places == sorted(places)


def test_outermost_labels_stay_inside() -> None:
    assert [tick.anchor for tick in share_axis().ticks] == ["start", "middle", "middle", "middle", "end"]


def test_lengths_are_percent_with_two_decimals() -> None:
    axis = axis_for([300], "USD")
    assert (axis.at(150), axis.width(75, 150), percent(100 / 3)) == ("50.00%", "25.00%", "33.33%")


@given(VALUES)
def test_it_has_few_enough_intervals_for_the_styles_that_draw_its_lines(values: list[float]) -> None:
    axis = axis_for(values, "USD")
    assert 1 <= axis.intervals <= 7
    assert len(axis.ticks) == axis.intervals + 1
