"""A timetable under construction: what is placed when, and which own hours are still free in each open week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from assessments.domain.planning.problem import Job, Problem

SLACK = 1e-9

LiftEvent = tuple[int, int, str, int, int]
"""Start, end, action, and the levels from and to which it lifts."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A placed action: its open weeks from `start` up to, not including, `end`."""

    job: Job
    start: int
    end: int

    @property
    def weeks(self) -> int:
        """How many open weeks it takes."""
        return self.end - self.start


class Timetable:
    """Slots with the hours they leave; running actions are in it from the beginning."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.slots: dict[str, Slot] = {}
        self.cost = 0
        self.free = [float(problem.situation.hours_per_week)] * len(problem.calendar)
        self.taken = bytearray(len(problem.calendar))
        self.fixed_ends = {fixed.job.id: fixed.end for fixed in problem.fixed}
        self.lifts: dict[str, tuple[LiftEvent, ...]] = {}
        for fixed in problem.fixed:
            if fixed.end is not None:
                self._note_lifts(fixed.job, fixed.start, fixed.end)
            for week in fixed.weeks:
                self.free[week] -= fixed.rate
                self.taken[week] |= fixed.job.exclusive
        # Where what runs already takes more than there is, actions that need no hours still fit.
        self.free = [max(0.0, free) for free in self.free]

    def copy(self) -> "Timetable":
        """A timetable that can be changed without changing this one."""
        twin = object.__new__(Timetable)
        twin.problem, twin.fixed_ends, twin.cost = self.problem, self.fixed_ends, self.cost
        twin.slots, twin.lifts = dict(self.slots), dict(self.lifts)
        twin.free, twin.taken = list(self.free), bytearray(self.taken)
        return twin

    def end_of(self, action: str) -> int | None:
        """When a placed or running action has ended, in open weeks; None if it is neither or ends too late."""
        slot = self.slots.get(action)
        return slot.end if slot else self.fixed_ends.get(action)

    def ready(self, job: Job) -> int | None:
        """The first week by which everything that the job needs has ended; None if something is not placed."""
        ready = 0
        for need in job.needs:
            ends = [end for action in need if (end := self.end_of(action)) is not None]
            if not ends:
                return None
            ready = max(ready, min(ends))
        return ready

    def earliest(self, job: Job, ready: int, lengths: Sequence[int]) -> Slot | None:
        """The slot that ends first, begun no earlier than `ready`, in a number of weeks from the first to the last."""
        if job.ends is not None:
            return self._ending_in_window(job, ready, lengths)
        best, limit = None, len(self.free)
        starts: Iterable[int] = range(ready, limit - lengths[0] + 1)
        if job.starts is not None:
            starts = [start for start in job.starts if start >= ready]
        barred, least, free, shortest = -1, job.rate(lengths[-1]) - SLACK, self.free, lengths[0]
        for start in starts:
            if start + shortest > limit:
                break
            if start > barred and free[start] >= least:
                end, barred = self._fit(job, start, lengths, limit)
                if end:
                    best, limit = Slot(job, start, end), end - 1
        return best

    def place(self, slot: Slot) -> None:
        """Put the slot in and take its hours."""
        self.slots[slot.job.id] = slot
        self.cost += slot.job.cost
        self._note_lifts(slot.job, slot.start, slot.end)
        rate, free = slot.job.rate(slot.weeks), self.free
        if rate:
            for week in range(slot.start, slot.end):
                free[week] -= rate
        if slot.job.exclusive:
            self.taken[slot.start : slot.end] = b"\1" * slot.weeks

    def affords(self, job: Job) -> bool:
        """Whether the budget still holds with the job's high estimate."""
        return self.cost + job.cost <= self.problem.situation.budget_usd

    def lifting(self, skill: str) -> list[tuple[int, str, int]]:
        """The lifts of a skill that take effect, as end, action and level reached, by their end."""
        base = self.problem.levels[skill]
        found: list[tuple[int, str, int]] = []
        for start, end, action, low, high in self.lifts.get(skill, ()):
            if low <= level_at(base, found, start) < high:
                found.append((end, action, high))
        return sorted(found)

    def _note_lifts(self, job: Job, start: int, end: int) -> None:
        for skill, low, high in job.lifts:
            self.lifts[skill] = tuple(sorted((*self.lifts.get(skill, ()), (start, end, job.id, low, high))))

    def _fit(self, job: Job, start: int, lengths: Sequence[int], limit: int) -> tuple[int, int]:
        """The first end up to a limit by which the weeks hold the hours; else 0 and the last start that is no use."""
        hours, shortest, room, free = job.own_hours, start + lengths[0], inf, self.free
        least, exclusive = hours / lengths[-1] - SLACK, job.exclusive
        for week in range(start, min(limit, start + lengths[-1])):
            here = free[week]
            if here < least or (exclusive and self.taken[week]):
                # From here to there every start would run into that week; earlier ones may do with fewer weeks.
                return 0, week if week < shortest else start
            if here < room:
                room = here
            if week >= shortest - 1 and (room + SLACK) * (week + 1 - start) >= hours:
                return week + 1, start
        return 0, start

    def _ending_in_window(self, job: Job, ready: int, lengths: Sequence[int]) -> Slot | None:
        for end in job.ends or ():
            room = inf
            for start in range(end - 1, max(ready, end - lengths[-1]) - 1, -1):
                room = min(room, self.free[start])
                if room < job.rate(lengths[-1]) - SLACK or (job.exclusive and self.taken[start]):
                    break
                if end - start >= lengths[0] and room >= job.rate(end - start) - SLACK:
                    return Slot(job, start, end)
        return None


def level_at(base: int, lifting: Iterable[tuple[int, str, int]], week: int) -> int:
    """A skill's level when a week begins, from the level at the start and the lifts that take effect."""
    for end, _, high in lifting:
        if end <= week and high > base:
            base = high
    return base
