"""Tries everything where there are few candidates, so that small cases are proven best in all three objectives."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Slot, Timetable, level_at
from assessments.domain.planning.value import Value, gains, optimistic, value

MOST_CANDIDATES = 6
MOST_NODES = 20_000
"""Timetables looked at before the search gives up its proof; a count, never a time, so that it is repeatable."""


@dataclass(slots=True)
class _Trail:
    pinned: frozenset[str]
    best: Timetable | None = None
    worth: Value | None = None
    nodes: int = 0
    seen: set[frozenset[tuple[str, int, int]]] = field(default_factory=set)


def exhaustive(problem: Problem, candidates: list[Job], pinned: frozenset[str]) -> tuple[Timetable | None, bool]:
    """The best timetable of the candidates, and whether everything was tried; None where the pins do not fit."""
    trail = _Trail(pinned)
    _visit(problem, Timetable(problem), candidates, trail)
    return trail.best, trail.nodes < MOST_NODES


def _visit(problem: Problem, table: Timetable, rest: list[Job], trail: _Trail) -> None:
    key = frozenset((slot.job.id, slot.start, slot.end) for slot in table.slots.values())
    if key in trail.seen or trail.nodes >= MOST_NODES:
        return
    trail.seen.add(key)
    trail.nodes += 1
    worth = value(table)
    if trail.pinned <= table.slots.keys() and (trail.worth is None or worth < trail.worth):
        trail.best, trail.worth = table, worth
    if trail.worth is not None and _hopeless(problem, table, rest, trail.worth):
        return
    for job in rest:
        for slot in _slots(table, job):
            twin = table.copy()
            twin.place(slot)
            _visit(problem, twin, [other for other in rest if other is not job], trail)


def _hopeless(problem: Problem, table: Timetable, rest: list[Job], best: Value) -> bool:
    placed = [slot.job for slot in table.slots.values()]
    missing = round(problem.points - optimistic(problem, [*placed, *rest]), 2)
    if missing != best.missing:
        return missing > best.missing
    # What comes now starts no earlier than the last slot, so no gain can move before that slot's first week is over.
    first = problem.calendar.elapsed(_last_start(table) + 1) if table.slots else 0
    waiting = sum(gain.points * min(problem.calendar.elapsed(gain.end), first) for gain in gains(table))
    return waiting + table.cost / 100 > best.waiting + 1e-6


def _last_start(table: Timetable) -> int:
    return max(slot.start for slot in table.slots.values())


def _slots(table: Timetable, job: Job) -> Iterator[Slot]:
    """The job's earliest slots of every length from every week that could matter, none before the last slot's start."""
    ready = table.ready(job)
    if ready is None or not table.affords(job):
        return
    last = max(((slot.start, slot.job.id) for slot in table.slots.values()), default=(-1, ""))
    for release in _releases(table, job, ready):
        for length in job.lengths:
            slot = table.earliest(job, release, (length,))
            if slot and (slot.start, job.id) > last:
                yield slot


def _releases(table: Timetable, job: Job, ready: int) -> list[int]:
    found = {ready}
    for skill, low, _ in job.lifts:
        lifting = table.lifting(skill)
        if level_at(table.problem.levels[skill], lifting, ready) < low:
            found.update(end for end, _, high in lifting if high >= low and end > ready)
    return sorted(found)
