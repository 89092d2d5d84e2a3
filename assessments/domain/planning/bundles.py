"""An action together with what has to come with it: what it needs first, and the lifts that lead up to its own."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from math import fsum

from assessments.domain.planning.problem import Problem

Bundle = frozenset[str]


def with_needs(problem: Problem, action: str, have: Collection[str], above: Bundle = frozenset()) -> Bundle | None:
    """The action with the cheapest choice of what it needs beyond what is there; None where needs run in a circle."""
    if action in above or action not in problem.jobs:
        return None
    found = frozenset({action})
    for need in problem.jobs[action].needs:
        if not need.isdisjoint(found - {action}) or any(entry in need for entry in have) or _running(problem, need):
            continue
        options = [with_needs(problem, other, have, above | {action}) for other in sorted(need)]
        cheapest = min((option for option in options if option), key=lambda o: _effort(problem, o), default=None)
        if cheapest is None:
            return None
        found |= cheapest
    return found


def bundles(
    problem: Problem, have: Collection[str], now: Mapping[str, int], among: Collection[str] | None = None
) -> Iterator[Bundle]:
    """Every way to add one more action (one of some, or any): alone with its needs, and led up to from here."""
    for action, job in problem.jobs.items():
        if action in have or (among is not None and action not in among):
            continue
        base = with_needs(problem, action, have)
        if base is None:
            continue
        yield base
        for skill, low, high in job.lifts:
            level = now.get(skill, low)
            if level < min(low, problem.required[skill]):
                chain = leading_up(problem, skill, level, low, high, {*have, *base})
                if chain:
                    yield base | chain


def leading_up(
    problem: Problem, skill: str, level: int, low: int, high: int, have: Collection[str], by_cost: bool = False
) -> Bundle | None:
    """The actions of fewest own hours (or of least cost) that take a skill to a level from `low` up to below `high`."""
    queue: list[tuple[tuple[float, float, int, tuple[str, ...]], int, Bundle]] = [((0, 0, 0, ()), level, frozenset())]
    settled: set[int] = set()
    while queue:
        _, here, bundle = heappop(queue)
        if low <= here < high:
            return bundle
        if here in settled:
            continue
        settled.add(here)
        for step, to in _steps(problem, skill, here, high, {*have, *bundle}):
            hours, cost, count, names = _effort(problem, bundle | step)
            first, second = (cost, hours) if by_cost else (hours, cost)
            heappush(queue, ((first, second, count, names), to, bundle | step))
    return None


def total(problem: Problem, actions: Iterable[str]) -> tuple[float, int]:
    """Own hours and cost of some actions."""
    jobs = [problem.jobs[action] for action in actions]
    return fsum(job.own_hours for job in jobs), sum(job.cost for job in jobs)


def _steps(problem: Problem, skill: str, level: int, below: int, have: Collection[str]) -> Iterator[tuple[Bundle, int]]:
    for action, low, high in problem.lifters[skill]:
        if low <= level < high < below and action not in have:
            step = with_needs(problem, action, have)
            if step:
                yield step, high


def _running(problem: Problem, need: Collection[str]) -> bool:
    return any(fixed.job.id in need and fixed.end is not None for fixed in problem.fixed)


def _effort(problem: Problem, bundle: Bundle) -> tuple[float, int, int, tuple[str, ...]]:
    hours, cost = total(problem, bundle)
    return hours, cost, len(bundle), tuple(sorted(bundle))
