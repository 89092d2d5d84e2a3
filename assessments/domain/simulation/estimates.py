"""Estimates from people drawn by chance, each with its standard error."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A ratio or a mean with its standard error; both 0 where nothing was counted."""

    value: float
    error: float


def ratio(pairs: Iterable[tuple[float, float]]) -> Estimate:
    """Sum of parts over sum of wholes, one pair a person; what belongs to one person may hang together."""
    pairs = list(pairs)
    whole = sum(of for _, of in pairs)
    if not whole:
        return Estimate(0.0, 0.0)
    value = sum(part for part, _ in pairs) / whole
    return Estimate(value, math.sqrt(sum((part - value * of) ** 2 for part, of in pairs)) / whole)


def average(values: Iterable[float]) -> Estimate:
    """The mean over people."""
    return ratio((value, 1) for value in values)
