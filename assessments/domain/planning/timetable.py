"""A timetable under construction: what is placed when, and which own hours are still free in each open week."""

from collections.abc import Iterable
from dataclasses import dataclass

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

    def earliest(self, job: Job, ready: int, lengths: Iterable[int]) -> Slot | None:
        """The slot that ends first, begun no earlier than `ready`; of equal ends the one with fewer hours a week."""
        best: Slot | None = None
        for weeks in lengths:
            latest = len(self.free) - weeks if best is None else best.end - weeks
            start = self._fit(job, ready, weeks, latest)
            if start is not None:
                best = Slot(job, start, start + weeks)
        return best

    def place(self, slot: Slot) -> None:
        """Put the slot in and take its hours."""
        self.slots[slot.job.id] = slot
        self.cost += slot.job.cost
        self._note_lifts(slot.job, slot.start, slot.end)
        rate = slot.job.rate(slot.weeks)
        for week in range(slot.start, slot.end):
            self.free[week] -= rate
            self.taken[week] |= slot.job.exclusive

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

    def _fit(self, job: Job, ready: int, weeks: int, latest: int) -> int | None:
        rate, free, taken = job.rate(weeks) - SLACK, self.free, self.taken
        start = checked = ready
        while start <= latest:
            while checked < start + weeks and free[checked] >= rate and not (job.exclusive and taken[checked]):
                checked += 1
            if checked < start + weeks:
                start = checked = checked + 1
            elif self._allowed(job, start, start + weeks):
                return start
            else:
                start += 1
        return None

    @staticmethod
    def _allowed(job: Job, start: int, end: int) -> bool:
        return (job.starts is None or start in job.starts) and (job.ends is None or end in job.ends)


def level_at(base: int, lifting: Iterable[tuple[int, str, int]], week: int) -> int:
    """A skill's level when a week begins, from the level at the start and the lifts that take effect."""
    return max([base, *(high for end, _, high in lifting if end <= week)])
