"""Chart geometry in percent of a plot's width, so that marks scale with the page and type does not."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careers.presentation import words
from careers.presentation.figures import FigureView

STEPS = (1, 2, 2.5, 5, 10)
MOST_TICKS = 6


@dataclass(frozen=True, slots=True)
class Tick:
    """A labeled place on an axis."""

    x: str
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from zero to a round number with its ticks."""

    top: float
    ticks: tuple[Tick, ...]

    def x(self, value: float) -> str:
        """Where a value lies, cut to the axis."""
        return percent(min(max(value, 0), self.top) / self.top)

    def width(self, low: float, high: float) -> str:
        """How wide a range is drawn."""
        return percent((min(high, self.top) - min(low, self.top)) / self.top)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure's row in a chart: a dot, or a band from `x` over `width`; `end` is where an open band's arrow goes."""

    figure: FigureView
    x: str
    width: str
    end: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of the same strength of evidence."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart whose heading is computed from its own rows."""

    title: str
    axis: Axis
    groups: tuple[Group, ...]


def percent(share: float) -> str:
    """A share of the plot's width, as SVG wants it."""
    return f"{100 * share:.2f}%"


def axis(highest: float) -> Axis:
    """A money axis from zero that holds the highest value, with at most six ticks at round numbers."""
    step = _step(highest / (MOST_TICKS - 1))
    count = max(1, math.ceil(highest / step - 1e-9))
    anchors = {0: "start", count: "end"}
    ticks = tuple(
        Tick(percent(place / count), words.short_money(place * step), anchors.get(place, "middle"))
        for place in range(count + 1)
    )
    return Axis(count * step, ticks)


def pay_chart(figures: Sequence[FigureView]) -> Chart | None:
    """Yearly pay in US dollars, dated figures newest first, then undated, then unsourced; None for under three."""
    shown = [row for row in figures if row.measure == "pay" and row.unit == "USD" and row.geography == "US"]
    if len(shown) < 3:
        return None
    scale = axis(max(row.high for row in shown))
    groups = (
        ("Dated sources, newest first", sorted(_dated(shown), key=lambda row: -(row.year or 0))),
        ("Sources without a year", [row for row in shown if not row.year and not row.unsourced]),
        ("Printed without a source of its own", [row for row in shown if row.unsourced]),
    )
    return Chart(_title(shown), scale, tuple(Group(title, _rows(rows, scale)) for title, rows in groups if rows))


def _dated(figures: Iterable[FigureView]) -> list[FigureView]:
    return [figure for figure in figures if figure.year and not figure.unsourced]


def _title(figures: Sequence[FigureView]) -> str:
    dated = _dated(figures)
    shown = dated or figures
    low, high = min(row.low for row in shown), max(row.high for row in shown)
    run = f"run from {words.money(low, 'USD')} to {words.money(high, 'USD')}"
    if not dated:
        return f"{len(figures)} figures, none of them from a dated source, {run}"
    return f"Dated figures since {min(row.year or 0 for row in dated)} {run}"


def _rows(figures: Sequence[FigureView], scale: Axis) -> tuple[Row, ...]:
    return tuple(Row(row, scale.x(row.low), scale.width(row.low, row.high), scale.x(row.high)) for row in figures)


def _step(least: float) -> float:
    if least <= 0:
        return 1.0
    power = 10 ** math.floor(math.log10(least))
    return next(step * power for step in STEPS if step * power >= least - 1e-9)
