"""From a problem to the best timetable found and the bound that it is measured by."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.domain.planning.bounds import bound, useful
from assessments.domain.planning.building import added_anyway, decode, greedy
from assessments.domain.planning.bundles import with_needs
from assessments.domain.planning.exact import MOST_CANDIDATES, exhaustive
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.search import improved, trimmed
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import value


@dataclass(frozen=True, slots=True)
class Solution:
    """A timetable with a proven lower bound on points missing; without a timetable, the pin that broke a law."""

    table: Timetable | None
    bound: float
    pin: str = ""
    law: str = ""


def solve(problem: Problem, present: Sequence[str] = ()) -> Solution:
    """The best timetable found; never worse than the greedy one, nor than the present one where that still fits."""
    pinned = problem.situation.pinned - problem.situation.done - {fixed.job.id for fixed in problem.fixed}
    broken = _broken_pin(problem, pinned)
    if broken:
        return Solution(None, bound(problem), *broken)
    candidates = useful(problem, pinned)
    if len(candidates) <= MOST_CANDIDATES:
        table, proven = exhaustive(problem, candidates, pinned)
        if table is not None and proven:
            return Solution(trimmed(problem, table, pinned), value(table).missing)
    base = _with_pins(problem, pinned)
    if base is None:
        return Solution(None, bound(problem), *_unplaced(problem, pinned))
    starts = [greedy(problem, base)]
    if present:
        starts.append(greedy(problem, decode(problem, [*sorted(pinned - set(present)), *present])))
    kept = [start for start in starts if pinned <= start.slots.keys()]
    tables = [improved(problem, start, pinned) for start in kept]
    return Solution(min(tables, key=value), bound(problem))


def _broken_pin(problem: Problem, pinned: frozenset[str]) -> tuple[str, str] | None:
    for action in sorted(pinned):
        if action not in problem.jobs:
            return action, problem.reasons.get(action, "it is not in the catalogue")
        if with_needs(problem, action, ()) is None:
            return action, "what it needs first is not possible"
    return None


def _with_pins(problem: Problem, pinned: frozenset[str]) -> Timetable | None:
    table = Timetable(problem)
    for action in sorted(pinned):
        bundle = with_needs(problem, action, table.slots.keys())
        trial = added_anyway(table, bundle or frozenset())
        if trial is None:
            return None
        table = trial
    return table


def _unplaced(problem: Problem, pinned: frozenset[str]) -> tuple[str, str]:
    table = Timetable(problem)
    for action in sorted(pinned):
        trial = added_anyway(table, with_needs(problem, action, table.slots.keys()) or frozenset())
        if trial is None:
            return action, _law(problem, table, action)
        table = trial
    raise AssertionError("every pin was placed")


def _law(problem: Problem, table: Timetable, action: str) -> str:
    bundle = with_needs(problem, action, table.slots.keys()) or frozenset()
    cost = table.cost + sum(problem.jobs[entry].cost for entry in bundle)
    if cost > problem.situation.budget_usd:
        return f"with what is pinned it may cost {cost:,} USD, more than the budget of {problem.situation.budget_usd:,}"
    job = problem.jobs[action]
    if job.starts is not None or job.ends is not None:
        return "no yearly window of it lies where its weeks and what it needs first would fit before the target date"
    return "with what is pinned and what it needs first, the hours a week do not reach until the target date"
