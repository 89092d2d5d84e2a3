"""The choice together with its weeks, for few ways to do things: what no plan can beat is then what some plan wins."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assessments.domain.planning.building import placed_in
from assessments.domain.planning.choice import HOUR, Choosing, Moment
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import SLACK, Timetable

EFFORT, WEEKS_AT_EFFORT = 0.2, 40
"""What the solution may take at most, in the solver's own seconds, which it counts and does not measure.

Beyond so many weeks it may take less in proportion, since of long calendars much is not counted.
"""

WORK_OF_WAY, MOST_WORK = 400, 60_000
"""Work of asking, for each action times its numbers of weeks and at most, in units of putting one into weeks."""

MOST_JOBS, MOST_WAYS = 26, 180
"""Actions, and actions times their numbers of weeks, up to which it is worth asking."""

FEW_LENGTHS = 4
"""Numbers of weeks per action that are enough to find a better plan, though not to prove that there is none."""

MOST_AREA = 20_000
"""Such ways times the weeks that there are, up to which it is worth asking where all else has found too little."""

LEAST_GAIN = 0.005
"""Points by which a plan that is better at all, points compared to 0.01, is better before they are rounded."""

GRAIN = 10_000
"""Hours a week are counted in such parts, rounded in favor of the plan, so that the bound stays a bound."""


@dataclass(frozen=True, slots=True)
class Found:
    """A timetable, None where none is better than what was known, and the most points that any plan could win."""

    table: Timetable | None
    most: float


class Joint(Choosing):
    """The choice in which each job also has a number of weeks, and no week takes more hours than it has."""

    def __init__(self, problem: Problem, pinned: Collection[str], most_lengths: int = 0) -> None:
        """Each job in so many of its numbers of weeks (0: in all of them, so that what is learned is true of all)."""
        self.most_lengths = most_lengths
        super().__init__(problem, pinned)
        self.most_hours = max(self.free, default=0.0)
        self.model.cumulative([*self._demands(), *self._taken()], math.ceil(self.most_hours * GRAIN - SLACK))

    def better(self, missing: float, bound: float) -> Found | None:
        """What misses fewest points, fewer than are known but as many as are proven; None where nothing was learned."""
        known, most = self.problem.points - missing, self.problem.points - bound
        self.model.at_most(self.hours, math.ceil(sum(self.free) * HOUR))
        self.model.at_least(self.worth, math.ceil((known + LEAST_GAIN) * self.unit - SLACK))
        self.model.at_most(self.worth, math.ceil((most + LEAST_GAIN) * self.unit))
        effort = EFFORT * min(1.0, WEEKS_AT_EFFORT / max(1, self.weeks))
        answer = self.model.solve(self.worth, effort, linear=0 if self.most_lengths else 1)
        if answer is None:
            return None
        if not answer.is_possible:
            return Found(None, most if self.most_lengths else known)
        chosen = [job.id for job in self.own if answer.values[self.chosen[job.id]]]
        spans = sorted((answer.values[self.start[id]], answer.values[self.end[id][0]], id) for id in chosen)
        return Found(_placed(self.problem, spans), most if self.most_lengths else min(most, answer.most / self.unit))

    def _start(self, job: Job) -> int:
        # An action with windows for its end may start long before it could have to.
        return super()._start(job) if job.ends is None else self.model.integer(0, self.weeks - job.lengths[0])

    def _end(self, job: Job) -> Moment:
        end = self.model.integer(job.lengths[0], self.weeks) if job.ends is None else self.model.among(job.ends)
        shortest, longest = job.lengths[0], job.lengths[-1]
        self.model.at_least([(end, 1), (self.start[job.id], -1)], shortest, [self.chosen[job.id]])
        self.model.at_most([(end, 1), (self.start[job.id], -1)], longest, [self.chosen[job.id]])
        return end, 0

    def _demands(self) -> Iterator[tuple[int, int]]:
        """For each number of weeks that a job may take, an interval with its hours in each week."""
        for job in self.own:
            if not job.own_hours:
                continue
            start, (end, _) = self.start[job.id], self.end[job.id]
            lengths = thinned(job.lengths, self.most_lengths) if self.most_lengths else job.lengths
            taken = {weeks: self.model.boolean() for weeks in lengths}
            self.model.implies(self.chosen[job.id], taken.values())
            for weeks, boolean in taken.items():
                self.model.at_least([(end, 1), (start, -1)], weeks, [boolean])
                self.model.at_most([(end, 1), (start, -1)], weeks, [boolean])
                yield self.model.interval(start, weeks, boolean), math.floor(job.rate(weeks) * GRAIN + SLACK)

    def _taken(self) -> Iterator[tuple[int, int]]:
        """The hours that what is under way takes, week by week."""
        always = self.model.integer(1, 1)
        for week, free in enumerate(self.free):
            if free < self.most_hours - SLACK:
                taken = math.floor((self.most_hours - free) * GRAIN)
                yield self.model.interval(self.model.integer(week, week), 1, always), taken


def few_ways(jobs: Collection[Job]) -> bool:
    """Whether it is worth asking for so many jobs."""
    return len(jobs) <= MOST_JOBS and ways(jobs) <= MOST_WAYS


def some_ways(jobs: Collection[Job], weeks: int, most_lengths: int = 0) -> bool:
    """Whether it may still be asked for so many jobs, which takes more the more weeks there are."""
    return ways(jobs, most_lengths) * weeks <= MOST_AREA


def ways(jobs: Collection[Job], most_lengths: int = 0) -> int:
    """How many jobs there are, each as often as it may take another number of weeks."""
    return sum(min(most_lengths or len(job.lengths), len(job.lengths)) for job in jobs)


def work(jobs: Collection[Job], most_lengths: int = 0) -> int:
    """What it takes to ask for so many jobs."""
    return min(MOST_WORK, WORK_OF_WAY * ways(jobs, most_lengths))


def thinned(lengths: Sequence[int], most: int) -> list[int]:
    """So many of some numbers of weeks (at least two), from the first to the last in even steps."""
    steps = min(most, len(lengths)) - 1
    return sorted({lengths[round(step * (len(lengths) - 1) / max(1, steps))] for step in range(steps + 1)})


def _placed(problem: Problem, spans: Iterable[tuple[int, int, str]]) -> Timetable:
    """The timetable of actions from their start to their end; what does not fit there goes where it does."""
    table, moved = Timetable(problem), []
    for start, end, action in spans:
        slot = table.earliest(problem.jobs[action], start, (end - start,))
        if slot and slot.start == start:
            table.place(slot)
        else:
            moved.append(action)
    return placed_in(table, moved)
