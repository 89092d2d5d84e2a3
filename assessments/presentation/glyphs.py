"""Lengths as SVG attributes, and the segmented progress bar."""

from collections.abc import Sequence
from dataclasses import dataclass

SPACE = 0.45
"""Space between two segments, in percent of the bar."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a progress bar: start, width and filled width in percent of the bar."""

    x: str
    width: str
    filled: str


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
