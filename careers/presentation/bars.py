"""How long the steps and the rungs of a career take, as bars."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from careers.presentation.axis import Axis, axis_for, percent

LONGEST_STEP = 120
"""Months that fill the bar of a step."""

OPEN_YEARS = 5
"""Years that a rung without an upper end takes of its scale at least."""


@dataclass(frozen=True, slots=True)
class StepBar:
    """The shortest and the longest time of a step, in percent of ten years."""

    shortest: str
    longest: str


@dataclass(frozen=True, slots=True)
class RungBar:
    """The years of experience that a rung asks for, on the scale of its ladder; an open one runs to the edge."""

    x: str
    width: str
    is_open: bool


def of_step(step: Mapping[str, Any]) -> StepBar | None:
    """The step's bar, or nothing where it has no length of its own."""
    if step["min_months"] is None or step["max_months"] is None:
        return None
    shortest, longest = (min(1, step[name] / LONGEST_STEP) for name in ("min_months", "max_months"))
    return StepBar(percent(100 * shortest), percent(100 * longest))


def scale_of_rungs(rungs: Iterable[Mapping[str, Any]]) -> Axis:
    """A scale in years on which all rungs fit."""
    return axis_for([rung["max_years"] or rung["min_years"] + OPEN_YEARS for rung in rungs], "years")


def of_rung(rung: Mapping[str, Any], scale: Axis) -> RungBar:
    """The rung's bar on the scale of its ladder."""
    is_open = rung["max_years"] is None
    end = scale.high if is_open else rung["max_years"]
    return RungBar(scale.at(rung["min_years"]), scale.width(rung["min_years"], end), is_open)
