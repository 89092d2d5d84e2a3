"""The choice together with its weeks, for few ways to do things: what no plan can beat is then what some plan wins."""

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from assessments.domain.planning.building import placed_in
from assessments.domain.planning.choice import Choosing, Moment
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import SLACK, Timetable

EFFORT = 0.1
"""What the solution may take at most, in the solver's own seconds, which it counts and does not measure."""

MOST_JOBS, MOST_WAYS = 26, 180
"""Actions, and actions times their numbers of weeks, up to which it is worth asking."""

GRAIN = 10_000
"""Hours a week are counted in such parts, rounded in favor of the plan, so that the bound stays a bound."""


@dataclass(frozen=True, slots=True)
class Found:
    """A timetable, and the most points that any plan could win."""

    table: Timetable
    most: float


class Joint(Choosing):
    """The choice in which each job also has a number of weeks, and no week takes more hours than it has."""

    def __init__(self, problem: Problem, pinned: Collection[str]) -> None:
        super().__init__(problem, pinned)
        self.most_hours = max(self.free, default=0.0)
        self.model.cumulative([*self._demands(), *self._taken()], math.ceil(self.most_hours * GRAIN - SLACK))

    def found(self) -> Found | None:
        """What wins most, as far as was found within the effort; None where nothing was."""
        answer = self.model.solve(self.worth, EFFORT, linear=1)
        if answer is None:
            return None
        chosen = [job.id for job in self.own if answer.values[self.chosen[job.id]]]
        spans = sorted((answer.values[self.start[id]], answer.values[self.end[id][0]], id) for id in chosen)
        return Found(_placed(self.problem, spans), answer.most / self.unit)

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
            taken = {weeks: self.model.boolean() for weeks in job.lengths}
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


def ways(jobs: Collection[Job]) -> int:
    """How many jobs there are, each as often as it may take another number of weeks."""
    return sum(len(job.lengths) for job in jobs)


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
