"""When a plan ends if its actions take the low or the high estimate of hours at the planned weekly hours."""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from assessments.domain.planning.building import decode, order_of
from assessments.domain.planning.problem import Job, Problem, pose
from assessments.domain.planning.timetable import Slot, Timetable

YEARS_MORE = 15


def finish(table: Timetable) -> date | None:
    """The Sunday on which the last action ends; None for an empty plan."""
    ends = [slot.end for slot in table.slots.values()]
    return table.problem.calendar.sunday(max(ends) - 1) if ends else None


def finish_range(table: Timetable) -> tuple[date | None, date | None]:
    """The end if every action takes its fewest, and if it takes its most hours, at its planned weekly hours.

    Neither is cut to the target date, and neither lies beyond the planned end on the wrong side.
    """
    end, problem = finish(table), table.problem
    if end is None:
        return None, None
    later = replace(problem.situation, target=problem.situation.target + timedelta(days=366 * YEARS_MORE))
    longer, actions = pose(problem.instrument, later), {action.id: action for action in problem.instrument.actions}
    low = _finish_at(table, longer, {id: actions[id].hours_min for id in table.slots})
    high = _finish_at(table, longer, {id: actions[id].hours_max for id in table.slots})
    return min(low or end, end), max(high or end, end)


def _finish_at(table: Timetable, longer: Problem, hours: Mapping[str, float]) -> date | None:
    jobs = {id: _retimed(longer.jobs[id], slot, hours[id], len(longer.calendar)) for id, slot in table.slots.items()}
    retimed = decode(replace(longer, jobs=jobs), order_of(table))
    return finish(retimed) if len(retimed.slots) == len(table.slots) else None


def _retimed(job: Job, slot: Slot, hours: float, longest: int) -> Job:
    if not slot.job.own_hours:
        return replace(job, lengths=(slot.weeks,))
    weekly = slot.job.rate(slot.weeks)
    weeks = min(longest, max(1, math.ceil(hours / weekly - 1e-9)))
    return replace(job, lengths=(weeks,), own_hours=weekly * weeks)
