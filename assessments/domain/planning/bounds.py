"""What can matter at all: actions that could gain points in time, and what has to come before them."""

from collections.abc import Collection

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.soonest import NEVER, Soonest, at_once, soonest_end


def useful(problem: Problem, pinned: Collection[str]) -> list[Job]:
    """The actions that could gain points before the target date or that something useful needs, in catalogue order."""
    reach = at_once(problem)
    gaining = {action for action, job in problem.jobs.items() if _gains(problem, job, reach)}
    return with_enablers(problem, gaining | set(pinned))


def with_enablers(problem: Problem, actions: Collection[str]) -> list[Job]:
    """The actions with all that could meet a need of theirs, in catalogue order."""
    found = set(actions)
    while True:
        needed = {other for action in found for need in problem.jobs[action].needs for other in need}
        more = found | (needed & problem.jobs.keys())
        if more == found:
            return [job for action, job in problem.jobs.items() if action in found]
        found = more


def _gains(problem: Problem, job: Job, reach: Soonest) -> bool:
    weeks = len(problem.calendar)
    if reach.ends.get(job.id, NEVER) > weeks:
        return False
    return bool(job.gates) or any(
        low < problem.required[skill]
        and high > problem.levels[skill]
        and soonest_end(job, reach.levels[skill][low]) <= weeks
        for skill, low, high in job.lifts
    )
