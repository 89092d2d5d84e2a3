"""What can matter at all, and a proven bound: no plan can miss fewer points than this."""

from collections.abc import Mapping

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import optimistic, reached


def useful(problem: Problem, pinned: frozenset[str]) -> list[Job]:
    """The actions that could gain points or that something useful needs, in catalogue order."""
    best, _ = reached(problem, problem.jobs.values())
    found = {action for action, job in problem.jobs.items() if action in pinned or _gains(problem, job, best)}
    while True:
        needed = {other for action in found for need in problem.jobs[action].needs for other in need}
        more = found | (needed & problem.jobs.keys())
        if more == found:
            return [job for action, job in problem.jobs.items() if action in found]
        found = more


def bound(problem: Problem) -> float:
    """A lower bound on points missing: all useful actions at once, or as many as the hours or the money could buy.

    An action alone wins at most what its lifts could win from the best fitting level, so the sum over any set of
    actions is at least what the set wins together, and a fractional knapsack over the sums cannot be beaten.
    """
    running = optimistic(problem, ())
    most = optimistic(problem, problem.jobs.values())
    worth = {action: _alone(problem, job) for action, job in problem.jobs.items()}
    hours = sum(max(0.0, free) for free in Timetable(problem).free)
    by_hours = running + _knapsack(worth, {a: job.own_hours for a, job in problem.jobs.items()}, hours)
    by_money = running + _knapsack(
        worth, {a: job.cost for a, job in problem.jobs.items()}, problem.situation.budget_usd
    )
    return max(0.0, round(problem.points - min(most, by_hours, by_money), 2))


def _gains(problem: Problem, job: Job, best: Mapping[str, int]) -> bool:
    return bool(job.gates) or any(
        low <= best[skill] and low < problem.required[skill] and high > problem.levels[skill]
        for skill, low, high in job.lifts
    )


def _alone(problem: Problem, job: Job) -> float:
    on_skills = sum(
        problem.gain(skill, max(low, problem.levels[skill]), high)
        for skill, low, high in job.lifts
        if high > problem.levels[skill]
    )
    return on_skills + sum(problem.open_gates[gate] for gate in job.gates)


def _knapsack(worth: Mapping[str, float], price: Mapping[str, float], purse: float) -> float:
    won = 0.0
    for action in sorted(worth, key=lambda action: worth[action] / (price[action] or 1e-9), reverse=True):
        if price[action] <= purse:
            won, purse = won + worth[action], purse - price[action]
        else:
            return won + worth[action] * purse / price[action]
    return won
