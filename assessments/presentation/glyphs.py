"""Geometry of small drawings: the five rungs and the segmented progress bar; sizes are SVG attributes."""

from collections.abc import Sequence
from dataclasses import dataclass

RUNGS = 5
STEP = 8.2
RISE = 3.2
FIRST_HEIGHT = 7.2
BASE = 20.0
SPACE = 0.45
"""Space between two segments, in percent of the bar."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One bar of the glyph in a box of 40 by 20; `want` marks what is required above the present level."""

    x: float
    y: float
    height: float
    on: bool
    want: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a progress bar: start, width and filled width in percent of the bar."""

    x: str
    width: str
    filled: str


def rungs(level: int, wanted: int = 0) -> tuple[Rung, ...]:
    """The glyph of a level from 0 to 5, with outlines up to the wanted one."""
    heights = [FIRST_HEIGHT + RISE * n for n in range(RUNGS)]
    return tuple(
        Rung(round(STEP * n, 1), round(BASE - height, 1), round(height, 1), n < level, level <= n < wanted)
        for n, height in enumerate(heights)
    )


def segments(parts: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """A bar of parts (answered, all), each as wide as it has questions."""
    total = sum(size for _, size in parts)
    found, before = [], 0
    for done, size in parts:
        width = 100 * size / total - SPACE
        found.append(Segment(percent(100 * before / total), percent(width), percent(width * done / size)))
        before += size
    return tuple(found)


def percent(value: float) -> str:
    """A length as SVG takes it."""
    return f"{value:.2f}%"
