"""From a problem to the best timetable found and the bound that it is measured by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.building import greedy
from assessments.domain.planning.drafting import SAME, Draft, draft
from assessments.domain.planning.improving import better, improved
from assessments.domain.planning.joint import Joint, few_ways, work
from assessments.domain.planning.pins import broken_law
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.resuming import resumed
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed
from assessments.domain.planning.value import value

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Solution:
    """A timetable with a proven lower bound on points missing, and the work of its draft.

    Without a timetable, the pin that broke a law.
    """

    table: Timetable | None
    bound: float
    work: int = 0
    pin: str = ""
    law: str = ""


def solve(problem: Problem, present: Sequence[Mapping[str, Any]] = ()) -> Solution:
    """The best timetable found; never worse than the greedy one, nor than the present one where that still fits."""
    return finished(problem, draft(problem), present)


def finished(problem: Problem, found: Draft, present: Sequence[Mapping[str, Any]] = ()) -> Solution:
    """What is made of a draft: improved, or the present timetable where that is better still."""
    pinned = problem.pinned
    fresh, bound, done = _proven(problem, found)
    if fresh and not found.is_final:
        fresh = improved(fresh, pinned)
    start = resumed(problem, present) if present else None
    if start and pinned <= start.slots.keys() and not (fresh and fresh.slots == start.slots):
        further = _improved_while_better(start, pinned)
        fresh = min((table for table in (fresh, further) if table), key=value)
    if fresh is None:
        return Solution(None, bound, done, *broken_law(problem, pinned))
    return Solution(fresh, bound, done)


def _proven(problem: Problem, found: Draft) -> tuple[Timetable | None, float, int]:
    """The draft or, where there are few ways to do better, the best of them, a bound that knows of weeks, and work."""
    table = found.table
    if (
        table is None
        or found.is_decided
        or value(table).missing <= found.bound + SAME
        or not few_ways(candidates := useful(problem, problem.pinned))
    ):
        return table, found.bound, found.work
    joint = Joint(problem, problem.pinned).better(value(table).missing, found.bound)
    done = found.work + work(candidates)
    if joint is None:
        return table, found.bound, done
    bound = max(found.bound, round(problem.points - joint.most, 2))
    fits = joint.table is not None and problem.pinned <= joint.table.slots.keys()
    return (better(trimmed(joint.table, problem.pinned), table) if joint.table and fits else table), bound, done


def _improved_while_better(start: Timetable, pinned: Names) -> Timetable:
    best = trimmed(start, pinned)
    while True:
        trial = trimmed(greedy(best.problem, improved(best, pinned)), pinned)
        if value(trial) >= value(best):
            return best
        best = trial
