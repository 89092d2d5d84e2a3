"""Two servers in pairs: anchor, ours, ours, anchor, or the other way round, and what their ratio is."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.load import Request, load
from benchmarks.servers import Server

ROUNDS = 9
"""Rounds that have to count."""

MOST = 36
"""Rounds after which a noisy machine is given up."""

STEADY = (0.95, 1.05)
"""Between these the anchor has to stay against itself, or the round does not count."""

TIMES = 2_000
"""Requests of one measurement."""


class TooNoisy(Exception):
    """The anchor did not stay equal to itself often enough."""


@dataclass(frozen=True, slots=True)
class Side:
    """A server and what it is asked, round and round."""

    server: Server
    asked: Sequence[Request]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one request took: seconds of the workers' CPU, and seconds until the next was answered."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Round:
    """Both measurements of both sides, in whatever order they were taken."""

    anchor: tuple[Cost, Cost]
    ours: tuple[Cost, Cost]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Ours over anchor: the median of the rounds that counted, the least, the most, and how many there were."""

    median: float
    least: float
    most: float
    counted: int
    tried: int

    def __str__(self) -> str:
        return f"{self.median:.3f} ({self.least:.3f} to {self.most:.3f}; {self.counted} of {self.tried} rounds count)"


Measure = Callable[[Cost], float]


def compare(anchor: Side, ours: Side, seed: int, measures: Sequence[Measure], times: int = TIMES) -> list[Round]:
    """Rounds until enough count for every measure; each begins with the side that chance, from the seed, puts first."""
    for side in (anchor, ours):
        load(side.server.port, side.asked, max(200, len(side.asked)))
    chance, rounds = random.Random(seed), list[Round]()
    while len(rounds) < MOST and any(len(steady(rounds, of)) < ROUNDS for of in measures):
        rounds.append(_round(anchor, ours, times, is_swapped=chance.random() < 0.5))
    return rounds


def cpu(cost: Cost) -> float:
    """Seconds of CPU for each request."""
    return cost.cpu


def rate(cost: Cost) -> float:
    """Requests in a second."""
    return 1 / cost.wall


def steady(rounds: Sequence[Round], of: Callable[[Cost], float]) -> list[Round]:
    """The rounds in which the anchor stayed what it was."""
    low, high = STEADY
    return [row for row in rounds if low <= of(row.anchor[0]) / of(row.anchor[1]) <= high]


def ratio(rounds: Sequence[Round], of: Callable[[Cost], float]) -> Ratio:
    """Ours over anchor, from the rounds that count; TooNoisy where those are too few."""
    counted = steady(rounds, of)
    if len(counted) < ROUNDS:
        raise TooNoisy(f"{len(counted)} of {len(rounds)} rounds count; {ROUNDS} are wanted")
    found = [sum(map(of, row.ours)) / sum(map(of, row.anchor)) for row in counted]
    return Ratio(median(found), min(found), max(found), len(counted), len(rounds))


def typical(rounds: Sequence[Round], of: Callable[[Cost], float]) -> tuple[float, float]:
    """The median of the anchor and of ours, over all rounds."""
    return (
        median(of(cost) for row in rounds for cost in row.anchor),
        median(of(cost) for row in rounds for cost in row.ours),
    )


def _round(anchor: Side, ours: Side, times: int, *, is_swapped: bool) -> Round:
    outer, inner = (ours, anchor) if is_swapped else (anchor, ours)
    first, second, third, fourth = (_cost(side, times) for side in (outer, inner, inner, outer))
    return Round((second, third), (first, fourth)) if is_swapped else Round((first, fourth), (second, third))


def _cost(side: Side, times: int) -> Cost:
    before = side.server.cpu()
    wall = load(side.server.port, side.asked, times)
    return Cost((side.server.cpu() - before) / times, wall / times)
