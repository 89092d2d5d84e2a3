"""Which actions to choose if only their order and the sums of hours and money mattered: a bound, and a start."""

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.solver import Model
from assessments.domain.planning.soonest import NEVER, at_once, running_jobs
from assessments.domain.planning.timetable import SLACK, Timetable

EFFORT = 0.3
"""What each solution may take at most, in the solver's own seconds, which it counts and does not measure."""

HOUR = 4
"""Own hours are counted in quarters, rounded in favor of the plan, so that the bound stays a bound."""

POINT = 6
"""Points are counted in so many parts of a skill's whole weight: whole numbers wherever weights are."""

USD_OF_AN_HOUR = 50
"""Of choices that win the same, the one of fewest hours is easiest to put into weeks; this weighs their money."""

Names = frozenset[str]
Moment = tuple[int, int]
"""A variable and how many weeks after it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Actions, the points that they win if no week is too full, and the most that any choice could win."""

    actions: Names
    points: float
    most: float


class Choosing:
    """The choice as a model of whole numbers: each job may be chosen and has a first week, each level a week."""

    def __init__(self, problem: Problem, pinned: Collection[str]) -> None:
        self.problem, self.weeks = problem, len(problem.calendar)
        self.free = Timetable(problem).free
        self.reach = at_once(problem)
        under_way = running_jobs(problem)
        jobs = [*useful(problem, pinned), *under_way]
        self.jobs = {job.id: job for job in jobs if self.reach.ends.get(job.id, NEVER) <= self.weeks}
        self.under_way = frozenset(job.id for job in under_way)
        self.own = [job for action, job in self.jobs.items() if action not in self.under_way]
        self.unit = POINT * problem.instrument.total_weight
        self.model = Model()
        self.chosen = {action: self.model.boolean() for action in self.jobs}
        self.start = {action: self._start(job) for action, job in self.jobs.items()}
        self.end = {action: self._end(job) for action, job in self.jobs.items()}
        for action in sorted(self.chosen.keys() & {*pinned, *self.under_way}):
            self.model.at_least([(self.chosen[action], 1)], 1)
        for job in self.jobs.values():
            self._needs(job)
        self.worth = [*self._skills(), *self._gates()]
        self.hours = [(self.chosen[job.id], math.floor(job.own_hours * HOUR)) for job in self.own if job.own_hours]
        self.cost = [(self.chosen[job.id], job.cost) for job in self.own if job.cost]
        self._limits()

    def best(self, share: float = 1.0) -> Choice | None:
        """What wins most within a share of the hours, and of that what takes least; None where nothing was found."""
        model = self.model.copy()
        model.at_most(self.hours, math.ceil(sum(self.free) * HOUR * share))
        first = model.solve(self.worth, EFFORT)
        if first is None or not first.is_possible:
            return None
        won = sum(factor * first.values[variable] for variable, factor in self.worth)
        model.at_least(self.worth, won)
        spent = [(variable, -USD_OF_AN_HOUR * hours) for variable, hours in self.hours]
        least = model.solve([*spent, *((variable, -usd) for variable, usd in self.cost)], EFFORT, first.values)
        values = (least if least and least.is_possible else first).values
        actions = frozenset(job.id for job in self.own if values[self.chosen[job.id]])
        return Choice(actions, won / self.unit, first.most / self.unit)

    def _start(self, job: Job) -> int:
        first, shortest = self.reach.ends[job.id] - job.lengths[0], job.lengths[0]
        if job.starts is not None:
            return self.model.among([week for week in job.starts if first <= week <= self.weeks - shortest])
        if job.ends is not None:
            return self.model.among([week - shortest for week in job.ends if week - shortest >= first])
        return self.model.integer(first, self.weeks - shortest)

    def _end(self, job: Job) -> Moment:
        """When the job has ended at the soonest."""
        return self.start[job.id], job.lengths[0]

    def _needs(self, job: Job) -> None:
        """One action of each need has ended when the job starts."""
        for need in job.needs:
            others = sorted(need & self.jobs.keys())
            links = [self.chosen[job.id]] if len(others) == 1 else [self.model.boolean() for _ in others]
            if len(others) != 1:
                self.model.implies(self.chosen[job.id], links)
            for link, other in zip(links, others, strict=True):
                self.model.implies(link, [self.chosen[other]])
                end, later = self.end[other]
                self.model.at_least([(self.start[job.id], 1), (end, -1)], later, [link])

    def _skills(self) -> Iterator[tuple[int, int]]:
        """Levels that are reached, with their worth; each by an action that finds its own level when it starts."""
        for skill, level in self.problem.levels.items():
            ways = [(job, low, high) for job in self.jobs.values() for name, low, high in job.lifts if name == skill]
            soonest = self.reach.levels[skill]
            steps = [n for n in range(level + 1, self.problem.required[skill] + 1) if soonest[n] <= self.weeks]
            reached = {n: self.model.boolean() for n in steps}
            when = {n: self.model.integer(soonest[n], self.weeks) for n in steps}
            for step in steps:
                if step - 1 in reached:
                    self.model.implies(reached[step], [reached[step - 1]])
                taken = [way for way in ways if way[1] < step <= way[2] and (way[1] <= level or way[1] in reached)]
                self.model.implies(reached[step], [self._lifted(way, step, reached, when) for way in taken])
                yield reached[step], math.ceil(self.problem.unit[skill] * self.unit - SLACK)

    def _lifted(self, way: tuple[Job, int, int], step: int, reached: dict[int, int], when: dict[int, int]) -> int:
        """Whether the job brings the step: it ends by then, and starts no sooner than its own level is there."""
        job, low, _ = way
        lifted = self.model.boolean()
        self.model.implies(lifted, [self.chosen[job.id]])
        end, later = self.end[job.id]
        self.model.at_least([(when[step], 1), (end, -1)], later, [lifted])
        if low in reached:
            self.model.implies(lifted, [reached[low]])
            self.model.at_least([(self.start[job.id], 1), (when[low], -1)], 0, [lifted])
        return lifted

    def _gates(self) -> Iterator[tuple[int, int]]:
        for gate, points in self.problem.open_gates.items():
            openers = [self.chosen[action] for action, job in self.jobs.items() if gate in job.gates]
            if openers:
                opened = self.model.boolean()
                self.model.implies(opened, openers)
                yield opened, math.ceil(points * self.unit - SLACK)

    def _limits(self) -> None:
        """Money, and actions of which no two can run at the same time."""
        self.model.at_most(self.cost, self.problem.situation.budget_usd)
        half = max(self.free, default=0.0) / 2
        wide = [job for job in self.own if job.rate(job.lengths[-1]) > half + SLACK]
        self.model.at_most([(self.chosen[job.id], job.lengths[0]) for job in wide], self.weeks)
        moves = [job for job in self.own if job.exclusive]
        self.model.apart(
            [self.model.interval(self.start[job.id], job.lengths[0], self.chosen[job.id]) for job in moves]
        )
