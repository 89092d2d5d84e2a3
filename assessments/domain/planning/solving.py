"""From a problem to the best timetable found and the bound that it is measured by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.building import greedy, packed
from assessments.domain.planning.exact import MOST_CANDIDATES, exhaustive
from assessments.domain.planning.pins import broken_law, with_pins
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.relaxation import Priced, priced, relaxed
from assessments.domain.planning.resuming import resumed
from assessments.domain.planning.search import improved, trimmed
from assessments.domain.planning.selection import selections
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import value

PAYING = -0.05
"""Points beyond its price from which on a job is considered: prices are near the true ones, not exact."""

BEST_PACKED = 2
"""Packed selections that are filled up."""

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Solution:
    """A timetable with a proven lower bound on points missing; without a timetable, the pin that broke a law."""

    table: Timetable | None
    bound: float
    pin: str = ""
    law: str = ""


def solve(problem: Problem, present: Sequence[Mapping[str, Any]] = ()) -> Solution:
    """The best timetable found; never worse than the greedy one, nor than the present one where that still fits."""
    pinned = problem.situation.pinned - problem.situation.done - {fixed.job.id for fixed in problem.fixed}
    fresh = _fresh(problem, pinned)
    start = resumed(problem, present) if present else None
    if start is None or not pinned <= start.slots.keys() or (fresh.table and fresh.table.slots == start.slots):
        return fresh
    further = _improved_while_better(problem, start, pinned)
    return Solution(min((table for table in (fresh.table, further) if table), key=value), fresh.bound)


def _fresh(problem: Problem, pinned: Names) -> Solution:
    base = with_pins(problem, pinned)
    best = min((greedy(problem, base, led_up=led_up) for led_up in (True, False)), key=value) if base else None
    prices = priced(relaxed(problem), problem.points - value(best).missing if best else 0.0)
    bound = max(0.0, round(problem.points - prices.most, 2))
    if best is None:
        return Solution(None, bound, *broken_law(problem, pinned))
    best = improved(problem, min([best, *_starts(problem, prices, pinned)], key=value), pinned)
    candidates = useful(problem, pinned)
    if len(candidates) <= MOST_CANDIDATES:
        found, proven = exhaustive(problem, candidates, pinned, best)
        best = found or best
        bound = value(best).missing if proven else bound
    return Solution(trimmed(problem, best, pinned), bound)


def _starts(problem: Problem, prices: Priced, pinned: Names) -> Iterator[Timetable]:
    """The best packed selections of what pays, filled up."""
    paying = [job for id, job in problem.jobs.items() if id in pinned or prices.profit.get(id, -1.0) > PAYING]
    chosen = dict.fromkeys(selections(problem, paying, pinned))
    tables = [table for actions in chosen for table in packed(problem, actions, sorted(pinned))]
    for table in sorted((table for table in tables if pinned <= table.slots.keys()), key=value)[:BEST_PACKED]:
        yield greedy(problem, table)


def _improved_while_better(problem: Problem, start: Timetable, pinned: Names) -> Timetable:
    best = trimmed(problem, start, pinned)
    while True:
        trial = trimmed(problem, greedy(problem, improved(problem, best, pinned)), pinned)
        if value(trial) >= value(best):
            return best
        best = trial
