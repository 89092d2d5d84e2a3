"""Probabilities of the proficiencies 0 to 5, and what they come to."""

import math
from collections.abc import Iterable, Sequence

from assessments.domain.instrument import LEVELS

TINY = 1e-9
Posterior = tuple[float, ...]


def posterior(likelihoods: Iterable[Sequence[float]]) -> Posterior:
    """Probabilities of proficiency 0 to 5: the uniform prior times all likelihoods, normalised."""
    product = [math.prod(column) for column in zip(*likelihoods, strict=True)] or [1.0] * len(LEVELS)
    total = sum(product)
    return tuple(value / total for value in product)


def median(probabilities: Posterior) -> int:
    """The lowest level whose cumulative probability reaches a half."""
    cumulative = 0.0
    for theta in LEVELS:
        cumulative += probabilities[theta]
        if cumulative >= 0.5 - TINY:
            return theta
    return LEVELS[-1]


def shortest_run(probabilities: Posterior, mass: float = 0.8) -> tuple[int, int]:
    """The shortest run of levels that holds the mass; among equals the likeliest, then the lowest."""
    runs = [(low, high) for low in LEVELS for high in LEVELS if low <= high]
    holding = [run for run in runs if sum(probabilities[run[0] : run[1] + 1]) >= mass - TINY]
    return min(holding, key=lambda run: (run[1] - run[0], -sum(probabilities[run[0] : run[1] + 1]), run[0]))


def mean(probabilities: Sequence[float], values: Sequence[float]) -> float:
    """The expected value over the proficiencies."""
    return sum(p * value for p, value in zip(probabilities, values, strict=True))
