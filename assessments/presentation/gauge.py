"""Geometry of the readiness gauge: a half circle from 0 at the left to 100 at the right, cut into the four bands."""

from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from assessments.presentation.terms import BAND_STARTS

EDGES = (0, *BAND_STARTS, 100)
READY = BAND_STARTS[-1]
CENTER_X, CENTER_Y = 170, 172
RADIUS = 142
RANGE_RADIUS = 161
CUT = 0.9
"""Half of the space between two bands, in points."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """SVG paths in a box of 340 by 196, with the place of the label at the mark."""

    tracks: tuple[str, ...]
    fills: tuple[str, ...]
    likely: tuple[str, ...]
    mark: str
    mark_x: float
    mark_y: float
    ready: int


def gauge(score: float, low: float, high: float) -> Gauge:
    """The gauge of a score and its range, all from 0 to 100."""
    bands = [(start + (CUT if start else 0), end - (CUT if end < 100 else 0)) for start, end in pairwise(EDGES)]
    label = _point(READY, 182)
    return Gauge(
        tracks=tuple(_arc(start, end, RADIUS) for start, end in bands),
        fills=tuple(_arc(start, min(end, score), RADIUS) for start, end in bands if score > start),
        likely=(_arc(low, high, RANGE_RADIUS), _tick(low, 156.5, 165.5), _tick(high, 156.5, 165.5)),
        mark=_tick(READY, 125, 159),
        mark_x=label[0],
        mark_y=label[1],
        ready=READY,
    )


def _point(value: float, radius: float) -> tuple[float, float]:
    angle = pi * (1 - value / 100)
    return round(CENTER_X + radius * cos(angle), 1), round(CENTER_Y - radius * sin(angle), 1)


def _arc(start: float, end: float, radius: float) -> str:
    (x1, y1), (x2, y2) = _point(start, radius), _point(end, radius)
    return f"M{x1} {y1}A{radius} {radius} 0 0 1 {x2} {y2}"


def _tick(value: float, inner: float, outer: float) -> str:
    (x1, y1), (x2, y2) = _point(value, inner), _point(value, outer)
    return f"M{x1} {y1}L{x2} {y2}"
