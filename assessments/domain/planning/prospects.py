"""The best that a timetable under construction could still become: what the exact search prunes by."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, combinations, pairwise

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.soonest import NEVER, running_jobs, soonest
from assessments.domain.planning.timetable import SLACK, Timetable
from assessments.domain.planning.value import Value, gains, optimistic

HALF_A_CENT = 0.005
"""Points are compared to 0.01, so a plan may win this much less than another and still equal it."""

Names = frozenset[str]


class Prospects:
    """What could be added to any timetable of a problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem, self.weeks, self.running = problem, len(problem.calendar), running_jobs(problem)
        elapsed = [problem.calendar.elapsed(end) for end in range(self.weeks + 1)]
        self.steps = [later - earlier for earlier, later in pairwise(elapsed)]
        self.points = cache(self._points)
        self.offers = cache(self._offers)

    def least(self, table: Timetable, rest: Sequence[Job], best: Value) -> Value:
        """A value that nothing made of the timetable beats, where what is added starts no earlier than all in it.

        By any week nothing wins more than all levels that could be reached by then if hours did not matter, nor more
        than the actions that could have ended by then and whose hours there were.
        """
        won = self._won_by_week(table, rest)
        missing = max(0.0, round(self.problem.points - won[-1], 2))
        if missing < best.missing:
            return Value(missing, 0.0, 0.0)
        goal = self.problem.points - best.missing - HALF_A_CENT
        waiting = sum(step * (goal - points) for step, points in zip(self.steps, won, strict=False) if points < goal)
        cost, hours = self._still_needed(table, rest, goal)
        return Value(missing, round(waiting + cost / 100, 6), round(hours, 6))

    def _won_by_week(self, table: Timetable, rest: Sequence[Job]) -> list[float]:
        """By the end of each week, the most points that can have been won."""
        slots, standing = table.slots.values(), gains(table)
        start = max((slot.start for slot in slots), default=0)
        ends = {action: end for action, end in table.fixed_ends.items() if end is not None}
        ends |= {slot.job.id: slot.end for slot in slots}
        reach = soonest(self.problem, [*rest, *self.running], standing, ends, start)
        timely = self._by_week(reach.gains(self.problem))
        found = self._by_week((gain.end, gain.points) for gain in standing)[: start + 1]
        found += map(min, timely[start + 1 :], self._bought_by_week(table, rest, reach.ends, start))
        return found

    def _bought_by_week(
        self, table: Timetable, rest: Sequence[Job], ends: Mapping[str, int], start: int
    ) -> Iterator[float]:
        """By the end of each week after the start, the most points that the hours could buy of what can have ended."""
        budget = self.problem.situation.budget_usd - table.cost
        turns = {start + 1, *ends.values()}
        purses = accumulate(max(0.0, free) for free in table.free[start:])
        for week, purse in enumerate(purses, start + 1):
            if week in turns:
                ended = frozenset(action for action in table.slots if ends[action] <= week)
                others = frozenset(job.id for job in rest if ends.get(job.id, NEVER) <= week)
                prices, points = self.offers(ended, others, budget)
            yield points[bisect_right(prices, purse + SLACK) - 1]

    def _by_week(self, won: Iterable[tuple[int, float]]) -> list[float]:
        found = [0.0] * (self.weeks + 1)
        for end, points in won:
            found[end] += points
        return list(accumulate(found))

    def _offers(self, ended: Names, others: Names, budget: int) -> tuple[list[float], list[float]]:
        """Own hours in rising order, and the most points for them together with what has ended."""
        prices, points = [0.0], [self.points(ended)]
        for hours, _, worth in sorted(self._choices(ended, others, budget)):
            if worth > points[-1]:
                prices.append(hours)
                points.append(worth)
        return prices, points

    def _still_needed(self, table: Timetable, rest: Sequence[Job], goal: float) -> tuple[float, float]:
        """The least money and the least own hours of any choice that wins so many points, the table's included."""
        budget = self.problem.situation.budget_usd - table.cost
        choices = self._choices(frozenset(table.slots), frozenset(job.id for job in rest), budget)
        enough = [(hours, cost) for hours, cost, points in choices if points >= goal]
        own = sum(slot.job.own_hours for slot in table.slots.values())
        least_cost = min((cost for _, cost in enough), default=0)
        return table.cost + least_cost, own + min((hours for hours, _ in enough), default=0.0)

    def _choices(self, ended: Names, others: Names, budget: int) -> Iterator[tuple[float, int, float]]:
        jobs = self.problem.jobs
        for count in range(len(others) + 1):
            for choice in combinations(sorted(others), count):
                cost = sum(jobs[action].cost for action in choice)
                if cost <= budget:
                    hours = sum(jobs[action].own_hours for action in choice)
                    yield hours, cost, self.points(ended.union(choice))

    def _points(self, actions: Names) -> float:
        return optimistic(self.problem, [self.problem.jobs[action] for action in sorted(actions)])
