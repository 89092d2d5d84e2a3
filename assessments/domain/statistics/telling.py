"""Whether mean and deviation would give away how few people stand at one end of a scale."""

from collections.abc import Iterator, Mapping
from itertools import product

from assessments.domain.instrument import LEVELS
from assessments.domain.statistics.hiding import is_few

Counts = tuple[int, ...]
"""People at each proficiency from 0 to 5."""

NO_CHANCE, BETWEEN, TOP = "no chance", "between", "top"
THIRD_DIFFERENCES = ((1, -3, 3, -1, 0, 0), (0, 1, -3, 3, -1, 0), (0, 0, 1, -3, 3, -1))
"""Moving people so keeps their number, the sum and the sum of squares of their ratings; so do sums of such moves."""

MOVES = tuple(
    tuple(sum(times * step[level] for times, step in zip(factors, THIRD_DIFFERENCES, strict=True)) for level in LEVELS)
    for factors in product(range(-2, 3), repeat=3)
    if any(factors)
)


def ends(counts: Counts) -> Mapping[str, int]:
    """People at either end of the scale, and between."""
    return {NO_CHANCE: counts[0], BETWEEN: sum(counts[1:-1]), TOP: counts[-1]}


def is_told(counts: Counts) -> bool:
    """Whether n, mean and deviation may tell the size of a group of one to four people at an end or between.

    Not told is a size for which other ratings with the same n, mean and deviation have another, in a row as hidden.
    """
    own = ends(counts)
    others = [ends(other) for other in _alike(counts)]
    few = [name for name, people in own.items() if is_few(people)]
    return any(all(other[name] == own[name] for other in others) for name in few)


def _alike(counts: Counts) -> Iterator[Counts]:
    for move in MOVES:
        other = tuple(people + change for people, change in zip(counts, move, strict=True))
        if min(other) >= 0 and any(is_few(people) for people in ends(other).values()):
            yield other
