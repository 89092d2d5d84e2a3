"""A draft of a plan that wins as many points as could be found, with the bound: what is chosen, put into weeks."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.building import greedy, packed
from assessments.domain.planning.chance import Chance
from assessments.domain.planning.choice import Choice, Choosing
from assessments.domain.planning.exact import MOST_CANDIDATES, exhaustive
from assessments.domain.planning.joint import FEW_LENGTHS, Joint, few_ways, some_ways, work
from assessments.domain.planning.orders import Order
from assessments.domain.planning.pins import with_pins
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.soonest import at_once
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed
from assessments.domain.planning.value import value

SHARES = (1.0, 0.98, 0.96, 0.93, 0.91, 0.9, 0.88, 0.86, 0.84, 0.8)
"""Shares of the hours that are chosen for: no timetable fills every week to the last minute."""

MOST_HARDER = 3
"""Choices that are tried harder, those for most hours, where all of them have found too little."""

MOVES, MORE_MOVES = 3000, 20_000
"""Actions put into weeks in orders of each choice beyond the rules of thumb: counted, so that it is repeatable."""

WORK_OF_CHOICE, WORK_OF_STEP = 40, 4
"""Work for each action that could be chosen, in units of putting one action into weeks."""

WEEKS_OF_WORK = 8
"""So many weeks of timetables that everything is tried in take as long as putting one action into weeks."""

GOOD, ENOUGH = 0.97, 0.95
"""Shares of what any plan could win: at the first no more choices are made, below the second they are tried harder."""

SAME = 0.005
"""Points are compared to 0.01."""

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A timetable (None where the pins do not fit), the fewest points that any plan misses, and the work it took.

    A final one is the best in all objectives; in a decided one the solver chose the weeks as well.
    """

    table: Timetable | None
    bound: float
    work: int
    is_final: bool = False
    is_decided: bool = False


def draft(problem: Problem) -> Draft:
    """A timetable that misses no more points than the greedy one; with few candidates, the best in all objectives."""
    pinned = problem.pinned
    drafting = _Drafting(problem, pinned & problem.jobs.keys())
    if not pinned <= problem.jobs.keys():
        return Draft(None, drafting.bound, drafting.work)
    drafting.search()
    best, candidates = drafting.best, useful(problem, pinned)
    if len(candidates) <= MOST_CANDIDATES:
        found, proven, weeks = exhaustive(problem, candidates, pinned, best)
        drafting.work += weeks // WEEKS_OF_WORK
        if proven:
            bound = value(found).missing if found else drafting.bound
            return Draft(found and trimmed(found, pinned), bound, drafting.work, is_final=True)
        best = found or best
    table = best and trimmed(best, pinned)
    return Draft(table, drafting.bound, drafting.work, is_decided=drafting.has_decided)


class _Drafting:
    """The best timetable found so far, and how it is looked for."""

    def __init__(self, problem: Problem, pinned: Names) -> None:
        self.problem, self.pinned = problem, pinned
        self.useful = frozenset(job.id for job in useful(problem, pinned))
        self.choosing = Choosing(problem, pinned)
        self.work, self.has_decided = 0, False
        self.first = self._choice(1.0)
        most = self.first.most if self.first else _within_reach(problem)
        self.bound = max(0.0, round(problem.points - most, 2))
        self.best: Timetable | None = None

    def search(self) -> None:
        """Put what is chosen into weeks, for ever fewer hours, until that wins nearly all that any plan could win."""
        if self.first:
            self._consider(self._packed(self.first))
        if not self._could_win(self.bound):
            return
        base = with_pins(self.problem, self.pinned)
        if base:
            self._consider(self._filled(base, led_up=False))
        choices = list(self._ladder())
        own, weeks = self.choosing.own, len(self.problem.calendar)
        if not self._wins(GOOD) and some_ways(own, weeks, FEW_LENGTHS):
            self._decide_weeks(FEW_LENGTHS)
        is_short = not self._wins(ENOUGH) and some_ways(own, weeks)
        self.has_decided = is_short or (not self._wins(GOOD) and few_ways(own))
        if self.has_decided:
            self._decide_weeks()
        for choice in choices[:MOST_HARDER]:
            if not self._wins(ENOUGH):
                self._consider(self._filled(self._ordered(choice, MORE_MOVES)))

    def _decide_weeks(self, most_lengths: int = 0) -> None:
        """Choose actions together with their weeks, which proves more as well if in all of their numbers."""
        self.work += work(self.choosing.own, most_lengths)
        missing = value(self.best).missing if self.best else self.problem.points
        found = Joint(self.problem, self.pinned, most_lengths).better(missing, self.bound)
        if found:
            self.bound = max(self.bound, round(self.problem.points - found.most, 2))
        if found and found.table:
            self._consider(found.table)

    def _ladder(self) -> Iterator[Choice]:
        """The different choices for ever fewer hours, each put into weeks, until that is good."""
        seen: set[Names] = set()
        for share in SHARES:
            choice = self.first if share == 1 else self._choice(share)
            if choice is None or self._wins(GOOD):
                return
            if self._wins(ENOUGH) and not self._could_win(self.problem.points - choice.points):
                return
            if choice.actions not in seen:
                seen.add(choice.actions)
                self._consider(self._filled(self._ordered(choice, MOVES)))
                yield choice

    def _wins(self, share: float) -> bool:
        """Whether the best timetable wins such a share of what any plan could win."""
        most = self.problem.points - self.bound
        return self.best is not None and self.problem.points - value(self.best).missing >= share * most

    def _choice(self, share: float) -> Choice | None:
        self.work += WORK_OF_CHOICE * len(self.choosing.own)
        return self.choosing.best(share)

    def _filled(self, table: Timetable, led_up: bool = True) -> Timetable:
        filled = greedy(self.problem, table, self.useful, led_up)
        self.work += WORK_OF_STEP * len(self.choosing.own) * (1 + len(filled.slots) - len(table.slots))
        return filled

    def _consider(self, table: Timetable) -> None:
        if self.pinned <= table.slots.keys() and (self.best is None or value(table) < value(self.best)):
            self.best = table

    def _could_win(self, missing: float) -> bool:
        return self.best is None or missing < value(self.best).missing - SAME

    def _packed(self, choice: Choice) -> Timetable:
        return min(packed(self.problem, choice.actions, sorted(self.pinned)), key=value)

    def _ordered(self, choice: Choice, moves: int) -> Timetable:
        """The best timetable of a choice: packed by rules of thumb, then in orders that lose nothing on the way."""
        best = self._packed(choice)
        order, chance = Order(self.problem, [*best.slots, *sorted(choice.actions - best.slots.keys())]), Chance()
        worth, now = value(best), value(order.table).missing
        for _ in range(moves // len(order.actions) if len(order.actions) > 1 else 0):
            if worth.missing <= self.problem.points - choice.points + SAME:
                break
            self.work += len(order.actions)
            trial = order.changed(*order.neighbor(chance))
            reached = value(trial.table)
            if reached.missing <= now and self.pinned <= trial.table.slots.keys():
                order, now = trial, reached.missing
                best, worth = (trial.table, reached) if reached < worth else (best, worth)
        return best


def _within_reach(problem: Problem) -> float:
    """The points that could be won if neither hours nor money mattered: a bound that needs no solver."""
    return sum(points for _, points in at_once(problem).gains(problem))
