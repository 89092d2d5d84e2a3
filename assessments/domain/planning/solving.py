"""From a problem to the best timetable found and the bound that it is measured by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.domain.planning.building import greedy
from assessments.domain.planning.drafting import Draft, draft
from assessments.domain.planning.improving import improved
from assessments.domain.planning.pins import broken_law
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.resuming import resumed
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed
from assessments.domain.planning.value import value

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
    return finished(problem, draft(problem), present)


def finished(problem: Problem, found: Draft, present: Sequence[Mapping[str, Any]] = ()) -> Solution:
    """What is made of a draft: improved, or the present timetable where that is better still."""
    pinned = problem.pinned
    if found.table and not found.is_final:
        fresh: Timetable | None = improved(found.table, pinned)
    else:
        fresh = found.table
    start = resumed(problem, present) if present else None
    if start and pinned <= start.slots.keys() and not (fresh and fresh.slots == start.slots):
        further = _improved_while_better(start, pinned)
        fresh = min((table for table in (fresh, further) if table), key=value)
    if fresh is None:
        return Solution(None, found.bound, *broken_law(problem, pinned))
    return Solution(fresh, found.bound)


def _improved_while_better(start: Timetable, pinned: Names) -> Timetable:
    best = trimmed(start, pinned)
    while True:
        trial = trimmed(greedy(best.problem, improved(best, pinned)), pinned)
        if value(trial) >= value(best):
            return best
        best = trial
