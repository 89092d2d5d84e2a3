"""Tries everything where there are few candidates, so that small cases are proven best in all three objectives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.prospects import Prospects
from assessments.domain.planning.timetable import SLACK, Slot, Timetable, level_at
from assessments.domain.planning.value import Value, value

MOST_CANDIDATES = 6
MOST_WORK = 400_000
"""Timetables times their weeks until the search gives up its proof: counted, not timed, so that it is repeatable."""

WORK_APART = 20
"""Weeks that looking at a timetable is worth however short it is."""


@dataclass(slots=True)
class _Trail:
    prospects: Prospects
    pinned: frozenset[str]
    best: Timetable | None
    worth: Value | None
    work: int = 0


def exhaustive(
    problem: Problem, candidates: Sequence[Job], pinned: frozenset[str], known: Timetable | None
) -> tuple[Timetable | None, bool, int]:
    """The best timetable of the candidates (None where the pins do not fit), whether all was tried, and its work.

    Every best plan can be built by adding actions in the order of their starts, each in the earliest slot of some
    length after what it needs has ended and its skills stand where its lifts begin; so only these are tried.
    """
    trail = _Trail(Prospects(problem), pinned, known, value(known) if known else None)
    _visit(Timetable(problem), candidates, trail)
    return trail.best, trail.work < MOST_WORK, trail.work


def _visit(table: Timetable, rest: Sequence[Job], trail: _Trail) -> None:
    if trail.work >= MOST_WORK:
        return
    trail.work += WORK_APART + len(table.free)
    if trail.pinned <= table.slots.keys():
        worth = value(table)
        if trail.worth is None or worth < trail.worth:
            trail.best, trail.worth = table, worth
    if any(_could_be_shorter(table, slot) for slot in _settled(table)):
        return
    if trail.worth is not None and trail.prospects.least(table, rest, trail.worth) >= trail.worth:
        return
    for job in rest:
        for slot in _slots(table, job):
            twin = table.copy()
            twin.place(slot)
            _visit(twin, [other for other in rest if other is not job], trail)


def _settled(table: Timetable) -> list[Slot]:
    """What has ended when the last action starts, so that nothing added later can run beside it."""
    last = max((slot.start for slot in table.slots.values()), default=0)
    return [slot for slot in table.slots.values() if slot.end <= last]


def _could_be_shorter(table: Timetable, slot: Slot) -> bool:
    """Whether the action would fit from the same week on in fewer weeks: a timetable with that is no worse."""
    free = [table.free[week] + slot.job.rate(slot.weeks) for week in range(slot.start, slot.end)]
    return any(
        min(free[:length]) >= slot.job.rate(length) - SLACK
        for length in range(slot.job.lengths[0], slot.weeks)
        if slot.job.ends is None or slot.start + length in slot.job.ends
    )


def _slots(table: Timetable, job: Job) -> Iterator[Slot]:
    """The job's earliest slots of every length from every week that could matter, none before the last slot's start."""
    ready = table.ready(job)
    if ready is None or not table.affords(job):
        return
    last = max(((slot.start, slot.job.id) for slot in table.slots.values()), default=(-1, ""))
    seen: set[tuple[int, int]] = set()
    for release in _releases(table, job, ready):
        # Without own hours, a longer stay frees nothing for others.
        for length in job.lengths if job.own_hours else job.lengths[:1]:
            slot = table.earliest(job, release, (length,))
            if slot and (slot.start, job.id) > last and (slot.start, length) not in seen:
                seen.add((slot.start, length))
                yield slot


def _releases(table: Timetable, job: Job, ready: int) -> list[int]:
    found = {ready}
    for skill, low, _ in job.lifts:
        lifting = table.lifting(skill)
        if level_at(table.problem.levels[skill], lifting, ready) < low:
            found.update(end for end, _, high in lifting if high >= low and end > ready)
    return sorted(found)
