"""A draft of a plan that wins as many points as could be found, with the bound: what is chosen, put into weeks."""

from dataclasses import dataclass

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.building import greedy, packed
from assessments.domain.planning.chance import Chance
from assessments.domain.planning.choice import Choice, Choosing
from assessments.domain.planning.exact import MOST_CANDIDATES, exhaustive
from assessments.domain.planning.orders import Order
from assessments.domain.planning.pins import with_pins
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.soonest import at_once
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed
from assessments.domain.planning.value import value

SHARES = (1.0, 0.985, 0.97, 0.95, 0.92)
"""Shares of the hours that are chosen for: no timetable fills every week to the last minute."""

MOVES = 100
"""Orders of each choice that are tried beyond the rules of thumb."""

SAME = 0.005
"""Points are compared to 0.01."""

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A timetable (None where the pins do not fit), the fewest points that any plan misses, and whether it is final."""

    table: Timetable | None
    bound: float
    is_final: bool = False


def draft(problem: Problem) -> Draft:
    """A timetable that misses no more points than the greedy one; with few candidates, the best in all objectives."""
    pinned = problem.pinned
    drafting = _Drafting(problem, pinned & problem.jobs.keys())
    if not pinned <= problem.jobs.keys():
        return Draft(None, drafting.bound)
    drafting.search()
    best, candidates = drafting.best, useful(problem, pinned)
    if len(candidates) <= MOST_CANDIDATES:
        found, proven = exhaustive(problem, candidates, pinned, best)
        if proven:
            return Draft(found and trimmed(found, pinned), value(found).missing if found else drafting.bound, True)
        best = found or best
    return Draft(best and trimmed(best, pinned), drafting.bound)


class _Drafting:
    """The best timetable found so far, and how it is looked for."""

    def __init__(self, problem: Problem, pinned: Names) -> None:
        self.problem, self.pinned = problem, pinned
        self.choosing = Choosing(problem, pinned)
        self.first = self.choosing.best()
        most = self.first.most if self.first else _within_reach(problem)
        self.bound = max(0.0, round(problem.points - most, 2))
        self.best: Timetable | None = None

    def search(self) -> None:
        """Put what is chosen into weeks, for ever fewer hours, until the best timetable is as good as the choice."""
        if self.first:
            self._consider(self._packed(self.first))
        if not self._could_win(self.bound):
            return
        base = with_pins(self.problem, self.pinned)
        if base:
            self._consider(greedy(self.problem, base))
            self._consider(greedy(self.problem, base, led_up=False))
        seen: set[Names] = set()
        for share in SHARES:
            choice = self.first if share == 1 else self.choosing.best(share)
            if choice is None or not self._could_win(self.problem.points - choice.points):
                return
            if choice.actions not in seen:
                seen.add(choice.actions)
                self._consider(greedy(self.problem, self._ordered(choice)))

    def _consider(self, table: Timetable) -> None:
        if self.pinned <= table.slots.keys() and (self.best is None or value(table) < value(self.best)):
            self.best = table

    def _could_win(self, missing: float) -> bool:
        return self.best is None or missing < value(self.best).missing - SAME

    def _packed(self, choice: Choice) -> Timetable:
        return min(packed(self.problem, choice.actions, sorted(self.pinned)), key=value)

    def _ordered(self, choice: Choice) -> Timetable:
        """The best timetable of a choice: packed by rules of thumb, then in orders that lose nothing on the way."""
        best = self._packed(choice)
        worth, goal = value(best), self.problem.points - choice.points + SAME
        order, chance = Order(self.problem, [*best.slots, *sorted(choice.actions - best.slots.keys())]), Chance()
        now = value(order.table).missing
        for _ in range(MOVES if len(order) > 1 else 0):
            if worth.missing <= goal:
                break
            actions, same = order.neighbor(chance)
            trial = order.trial(actions, same)
            reached = value(trial)
            if reached.missing <= now and self.pinned <= trial.slots.keys():
                order.take(actions, same)
                now = reached.missing
                best, worth = (trial, reached) if reached < worth else (best, worth)
        return best


def _within_reach(problem: Problem) -> float:
    """The points that could be won if neither hours nor money mattered: a bound that needs no solver."""
    return sum(points for _, points in at_once(problem).gains(problem))
