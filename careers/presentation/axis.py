"""Positions on a shared scale, as percent of a chart's width."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from careers.presentation import words

STEPS = (1, 2, 2.5, 5, 10)
INTERVALS = 5
"""Most intervals between ticks."""

LEAST = 0.01
"""Lengths from which on a scale follows its values; labels have two decimals."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled line of the scale; the anchor keeps the outermost labels inside the chart."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `low` to `high` in one unit."""

    low: float
    high: float
    step: float
    unit: str

    def at(self, value: float) -> str:
        """The place of a value as SVG takes it; values outside the scale stay on its edge."""
        return percent(self.share(value))

    def width(self, low: float, high: float) -> str:
        """The length between two values as SVG takes it."""
        return percent(self.share(high) - self.share(low))

    def share(self, value: float) -> float:
        """The place of a value in percent of the scale, 0 to 100."""
        return min(100.0, max(0.0, 100 * (value - self.low) / (self.high - self.low)))

    @property
    def intervals(self) -> int:
        """How many steps the scale has."""
        return round((self.high - self.low) / self.step)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The ticks from left to right."""
        values = [self.low + place * self.step for place in range(self.intervals + 1)]
        return tuple(Tick(self.at(value), words.short(value, self.unit), _anchor(self, value)) for value in values)


def axis_for(values: Sequence[float], unit: str) -> Axis:
    """A scale that begins at zero and holds every value; shares run to 100%."""
    low, high = min((0.0, *values)), max((0.0, *values))
    step = _step(high - low if high - low > LEAST else 1.0)
    bottom, top = math.floor(low / step) * step, math.ceil(high / step) * step
    return Axis(bottom, max(top, bottom + step), step, unit)


def share_axis() -> Axis:
    """The scale of shares of a whole."""
    return Axis(0, 100, 25, "percent")


def percent(value: float) -> str:
    """A length as SVG takes it."""
    return f"{value:.2f}%"


def _step(length: float) -> float:
    raw = length / INTERVALS
    size = 10.0 ** math.floor(math.log10(raw))
    return next(size * step for step in STEPS if size * step >= raw * (1 - 1e-9))


def _anchor(axis: Axis, value: float) -> str:
    share = axis.share(value)
    return "start" if share < 1e-6 else "end" if share > 100 - 1e-6 else "middle"
