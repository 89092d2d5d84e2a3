"""Which actions to put into a timetable: all that pay, less what is worth least, until hours and money would do."""

from collections.abc import Iterable, Iterator

from assessments.domain.planning.bundles import total
from assessments.domain.planning.mix import Mix
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Timetable

SHARES = (1.0, 0.97, 0.94, 0.9)
"""Shares of the hours that a selection may take: no timetable fills every week to the last minute."""

Names = frozenset[str]
Rank = tuple[float, float, str]


def selections(problem: Problem, jobs: Iterable[Job], pinned: Names) -> Iterator[Names]:
    """Ever smaller selections of jobs, one for each share of the hours; what is pinned stays in all of them."""
    hours = sum(max(0.0, free) for free in Timetable(problem).free)
    chosen = frozenset(job.id for job in jobs)
    for share in SHARES:
        chosen = _pruned(problem, chosen, pinned, hours * share)
        yield chosen


def _pruned(problem: Problem, chosen: Names, pinned: Names, hours: float) -> Names:
    """The selection without what loses least for what it saves, as long as it takes too much or anything is idle."""
    mix = Mix(problem, [problem.jobs[action] for action in sorted(chosen)])
    while True:
        own, cost = total(problem, chosen)
        over = (own > hours, cost > problem.situation.budget_usd)
        ranked: list[tuple[Rank, Names]] = []
        for action in sorted(chosen - pinned):
            less = _with_followers(problem, chosen, action)
            rank = _rank(problem, mix, less, over)
            if rank and less.isdisjoint(pinned):
                ranked.append((rank, less))
        if not ranked:
            return chosen
        _, less = min(ranked, key=lambda entry: entry[0])
        chosen -= less
        for action in sorted(less):
            mix.remove(problem.jobs[action])


def _rank(problem: Problem, mix: Mix, less: Names, over: tuple[bool, bool]) -> Rank | None:
    """The lower, the sooner actions are left out; None where that would lose points and save nothing that is short."""
    own, cost = total(problem, less)
    lost = mix.loss([problem.jobs[action] for action in sorted(less)])
    if lost < 1e-9:
        return -1.0, -own - cost / 100, min(less)
    short_of_hours, short_of_money = over
    saved = own * short_of_hours / _all_hours(problem) + cost * short_of_money / (problem.situation.budget_usd or 1)
    return (lost / saved, -own, min(less)) if saved else None


def _all_hours(problem: Problem) -> float:
    return float(problem.situation.hours_per_week * len(problem.calendar))


def _with_followers(problem: Problem, chosen: Names, action: str) -> Names:
    """The action with all that then lacks what it needs."""
    running = {fixed.job.id for fixed in problem.fixed}
    left = frozenset({action})
    while True:
        there = (chosen - left) | running
        stranded = {a for a in chosen - left if any(need.isdisjoint(there) for need in problem.jobs[a].needs)}
        if not stranded:
            return left
        left |= stranded
