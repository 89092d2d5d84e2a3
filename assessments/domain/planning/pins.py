"""What has to be in a plan: whether it fits at all, and the law that it breaks where it does not."""

from assessments.domain.planning.bounds import with_enablers
from assessments.domain.planning.building import added_anyway
from assessments.domain.planning.bundles import with_needs
from assessments.domain.planning.exact import MOST_CANDIDATES, exhaustive
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.timetable import Timetable

Names = frozenset[str]


def with_pins(problem: Problem, pinned: Names) -> Timetable | None:
    """A timetable that holds all pins with what they need; None where none was found."""
    table = Timetable(problem)
    for action in sorted(pinned):
        trial = _added(problem, table, action)
        if trial is None:
            return _searched(problem, pinned)
        table = trial
    return table


def broken_law(problem: Problem, pinned: Names) -> tuple[str, str]:
    """The first pin that does not fit beside those before it, and the law that keeps it out."""
    table = Timetable(problem)
    for action in sorted(pinned):
        if action not in problem.jobs:
            return action, problem.reasons.get(action, "it is not in the catalogue")
        trial = _added(problem, table, action)
        if trial is None:
            return action, _law(problem, table, action)
        table = trial
    raise AssertionError("every pin was placed")


def _added(problem: Problem, table: Timetable, action: str) -> Timetable | None:
    bundle = with_needs(problem, action, table.slots.keys())
    return added_anyway(table, bundle) if bundle else None


def _searched(problem: Problem, pinned: Names) -> Timetable | None:
    candidates = with_enablers(problem, pinned)
    return exhaustive(problem, candidates, pinned, None)[0] if len(candidates) <= MOST_CANDIDATES else None


def _law(problem: Problem, table: Timetable, action: str) -> str:
    bundle = with_needs(problem, action, table.slots.keys())
    if bundle is None:
        return "what it needs first is not possible"
    cost, budget = table.cost + sum(problem.jobs[entry].cost for entry in bundle), problem.situation.budget_usd
    if cost > budget:
        return f"with what is pinned it may cost {cost:,} USD, more than the budget of {budget:,}"
    job = problem.jobs[action]
    if job.starts is not None or job.ends is not None:
        return "no yearly window of it lies where its weeks and what it needs first would fit before the target date"
    return "with what is pinned and what it needs first, the hours a week do not reach until the target date"
