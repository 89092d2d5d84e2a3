"""Bars of steps fill at ten years; rungs share the scale of their ladder."""

from typing import Any

import pytest

from careers.presentation.bars import RungBar, StepBar, of_rung, of_step, scale_of_rungs


def step(shortest: int | None, longest: int | None) -> dict[str, Any]:
    return {"min_months": shortest, "max_months": longest}


def rung(low: int, high: int | None) -> dict[str, Any]:
    return {"min_years": low, "max_years": high}


@pytest.mark.parametrize(
    ("months", "bar"),
    [
        ((60, 120), StepBar("50.00%", "100.00%")),
        ((84, 240), StepBar("70.00%", "100.00%")),
        ((0, 12), StepBar("0.00%", "10.00%")),
        ((None, None), None),
        ((12, None), None),
    ],
)
def test_a_step_fills_its_bar_at_ten_years(months: tuple[int | None, int | None], bar: StepBar | None) -> None:
    assert of_step(step(*months)) == bar


def test_a_rung_without_an_end_runs_to_the_edge_of_its_scale() -> None:
    rungs = [rung(5, 10), rung(20, None)]
    scale = scale_of_rungs(rungs)
    assert (scale.low, scale.high) == (0, 25)
    assert [of_rung(row, scale) for row in rungs] == [
        RungBar("20.00%", "20.00%", is_open=False),
        RungBar("80.00%", "20.00%", is_open=True),
    ]


def test_a_ladder_that_begins_at_once_has_a_scale() -> None:
    assert scale_of_rungs([rung(0, 0)]).high == 5
