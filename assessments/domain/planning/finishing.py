"""When a plan ends if its actions take the low or the high estimate of hours at the planned weekly hours."""

import math
from dataclasses import replace
from datetime import date, timedelta

from assessments.domain.planning.building import decode, order_of
from assessments.domain.planning.problem import Job, pose
from assessments.domain.planning.timetable import Slot, Timetable

YEARS_MORE = 15


def finish(table: Timetable) -> date | None:
    """The Sunday on which the last action ends; None for an empty plan."""
    ends = [slot.end for slot in table.slots.values()]
    return table.problem.calendar.sunday(max(ends) - 1) if ends else None


def finish_at(table: Timetable, estimate: str) -> date | None:
    """The end if every action takes its `hours_min` or `hours_max` and keeps its planned weekly hours."""
    problem = table.problem
    later = replace(problem.situation, target=problem.situation.target + timedelta(days=366 * YEARS_MORE))
    longer = pose(problem.instrument, later)
    actions = {action.id: action for action in problem.instrument.actions}
    jobs = {
        id: _retimed(longer.jobs[id], slot, getattr(actions[id], estimate), len(longer.calendar))
        for id, slot in table.slots.items()
    }
    retimed = decode(replace(longer, jobs=jobs), order_of(table))
    return finish(retimed) if len(retimed.slots) == len(table.slots) else None


def _retimed(job: Job, slot: Slot, hours: float, longest: int) -> Job:
    if not slot.job.own_hours:
        return replace(job, lengths=(slot.weeks,))
    weekly = slot.job.rate(slot.weeks)
    weeks = min(longest, max(1, math.ceil(hours / weekly - 1e-9)))
    return replace(job, lengths=(weeks,), own_hours=weekly * weeks)
