"""The smallest changes of hours, money or date at which planning again closes a gap, found by planning again."""

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import Any

from assessments.domain.planning.bundles import Bundle, leading_up, total
from assessments.domain.planning.drafting import draft
from assessments.domain.planning.gaps import (
    BETTER_USES,
    BIG_MOVE,
    CONDITION,
    MONEY,
    MOST_HOURS,
    NO_ACTION,
    Unmet,
    left_open,
)
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.soonest import at_once
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import gains, levels

MOST_MONTHS = 120

MOST_WORK = 150_000
"""Work on drafts (see there), the plan's own among it, after which no more is tried: counted, so that it repeats."""

MANY_WEEKS = 200
"""Beyond so many weeks, putting an action into them takes longer in proportion."""

HOURS_A_WEEK, BUDGET, TARGET = "hours_per_week", "budget_usd", "target"
CLOSED_BY_MORE = frozenset({NO_ACTION, CONDITION, BIG_MOVE})
"""What no limit alone can change."""


def unmet(problem: Problem, table: Timetable, work: int = 0) -> list[Unmet]:
    """Every rated skill that ends below its requirement, the dearest first, with what binds and what would close it.

    A figure is the smallest that was tried at which a fresh plan closes the gap and reaches every level of the present
    one. What is tried is first the most of each limit, then where the hours, the money or the weeks of the present
    actions and of those that close the gap add up, from there up until it does, and back by halves. As plans are not
    always the best there are, and as no more is tried than there is work for, a smaller figure could do as well.
    `work` is what the present plan has taken already.
    """
    final = levels(problem, gains(table))
    gaps = left_open(problem, final)
    open_to_more = [gap for gap in gaps if gap.binding not in CLOSED_BY_MORE]
    if not open_to_more:
        return gaps
    tries = Tries(problem, table, final, work)
    tries.narrow_all(open_to_more)
    return [_with_figures(gap, tries) if gap in open_to_more else gap for gap in gaps]


def month_ends(after: date) -> Iterator[date]:
    """The last days of months after a day."""
    month = after.replace(day=1)
    for _ in range(MOST_MONTHS):
        month = (month + timedelta(days=32)).replace(day=1)
        if month - timedelta(days=1) > after:
            yield month - timedelta(days=1)


def half_hours(above: float) -> list[float]:
    """Hours a week above some, in steps of half an hour."""
    return [half / 2 for half in range(math.floor(above * 2) + 1, int(MOST_HOURS * 2) + 1)]


def hundreds(above: int, most: int) -> range:
    """USD above some, in steps of 100, up to all that could be spent."""
    return range(above // 100 * 100 + 100, above + most + 100, 100)


@dataclass(slots=True)
class Kind:
    """One limit: its grid, where to begin for each gap, and for each place tried the gaps that a plan there closes."""

    name: str
    offers: Sequence[Any]
    first: dict[str, int]
    closed: dict[int, frozenset[str]] = field(default_factory=dict)

    def bracket(self, skill: str) -> tuple[int, int | None]:
        """The last place taken not to close the gap before the first one found to do so (None: none was)."""
        high = min((place for place, closed in self.closed.items() if skill in closed), default=None)
        failed = [place for place in self.closed if high is None or place < high]
        return max([*failed, min(self.first[skill], high or self.first[skill]) - 1]), high

    def next(self, skill: str) -> int | None:
        """The place to try next for the gap; None where nothing more is to be learned."""
        if skill not in self.first:
            return None
        low, high = self.bracket(skill)
        last, first = len(self.offers) - 1, self.first[skill]
        if last not in self.closed:
            # The most tells whether the gap can be closed at all, and serves most gaps at once.
            return last
        if self.name == BUDGET and skill not in self.closed[last]:
            return None
        further = 2 * low + 2 - first if low >= first else first
        if high is None:
            return min(last, further) if low < last else None
        return min(further, (low + high) // 2) if high - low > 1 else None


class Tries:
    """Plans with more hours, money or time, each made once and asked about every gap."""

    def __init__(self, problem: Problem, table: Timetable, final: Mapping[str, int], work: int) -> None:
        self.problem, self.table, self.final, self.work = problem, table, final, work
        given = problem.situation
        spendable = sum(action.cost_max_usd for action in problem.instrument.actions)
        grids: dict[str, Sequence[Any]] = {
            HOURS_A_WEEK: half_hours(given.hours_per_week),
            TARGET: list(month_ends(given.target)),
            BUDGET: hundreds(given.budget_usd, spendable),
        }
        self.kinds = [Kind(name, grid, self._first(name, grid)) for name, grid in grids.items() if grid]

    def narrow_all(self, gaps: Sequence[Unmet]) -> None:
        """Try offers for all gaps in turn, so that what is tried for one serves the others, until all are settled."""
        waiting = list(_in_turn(self.kinds, [gap.skill for gap in gaps]))
        while waiting and self.work < MOST_WORK:
            for kind, skill in waiting:
                place = kind.next(skill)
                if place is not None and self.work < MOST_WORK:
                    kind.closed[place] = self._closed(kind, place)
            waiting = [(kind, skill) for kind, skill in waiting if kind.next(skill) is not None]

    def figures(self, skill: str) -> dict[str, Any]:
        """For each limit the smallest offer that was found to close the gap."""
        places = {kind.name: kind.bracket(skill)[1] for kind in self.kinds if skill in kind.first}
        offers = {kind.name: kind.offers for kind in self.kinds}
        return {name: offers[name][place] for name, place in places.items() if place is not None}

    def _first(self, name: str, grid: Sequence[Any]) -> dict[str, int]:
        """For each gap that more of it could close, the first offer at which what is asked for adds up."""
        looser, have = self._looser(name, grid[-1]), self.table.slots.keys()
        reach, found = at_once(looser), dict[str, int]()
        for skill, level in self.final.items():
            required = looser.required[skill]
            if level < required and reach.levels[skill][required] <= len(looser.calendar):
                chain = leading_up(looser, skill, level, required, 6, have, by_cost=name == BUDGET)
                if chain is not None:
                    least = _least(self.table, looser, name, chain, reach.levels[skill][required])
                    found[skill] = min(bisect_left(grid, least), len(grid) - 1)
        return found

    def _looser(self, name: str, offer: Any) -> Problem:
        change: dict[str, Any] = {name: offer}
        return pose(self.problem.instrument, replace(self.problem.situation, **change))

    def _closed(self, kind: Kind, place: int) -> frozenset[str]:
        looser = self._looser(kind.name, kind.offers[place])
        drafted = draft(looser)
        self.work += drafted.work * max(MANY_WEEKS, len(looser.calendar)) // MANY_WEEKS
        if drafted.table is None:
            return frozenset()
        best = levels(looser, gains(drafted.table))
        if any(best[skill] < level for skill, level in self.final.items()):
            return frozenset()
        return frozenset(skill for skill, level in best.items() if level >= looser.required[skill])


def _in_turn(kinds: Sequence[Kind], skills: Sequence[str]) -> Iterator[tuple[Kind, str]]:
    """Limits in turn, each with its gaps: what asks for most comes first, as a plan with it may close others too."""
    ranked = []
    for kind in kinds:
        found = [(place, skill) for skill, place in kind.first.items() if skill in skills]
        most_first = [skill for _, skill in sorted(found, reverse=True)]
        ranked.append([(kind, skill) for skill in most_first])
    for turn in zip_longest(*ranked):
        yield from (entry for entry in turn if entry)


def _least(table: Timetable, looser: Problem, name: str, chain: Bundle, soonest: int) -> Any:
    """Where the present actions and a chain of others add up, in hours a week, USD or a day."""
    own = sum(slot.job.own_hours for slot in table.slots.values())
    hours, cost = total(looser, chain)
    if name == BUDGET:
        return table.cost + cost
    if name == HOURS_A_WEEK:
        widest = max((looser.jobs[action].rate(looser.jobs[action].lengths[-1]) for action in chain), default=0.0)
        return max(widest, (own + hours) / max(1, len(table.free)))
    weeks = max(soonest, math.ceil((own + hours) / table.problem.situation.hours_per_week))
    return looser.calendar.sunday(min(weeks, len(looser.calendar)) - 1)


def _with_figures(gap: Unmet, tries: Tries) -> Unmet:
    """The gap with what would close it; where money alone makes room for that, and hours alone do not, money binds."""
    figures = tries.figures(gap.skill)
    by_money = BUDGET in figures and HOURS_A_WEEK not in figures
    binding = MONEY if gap.binding == BETTER_USES and by_money else gap.binding
    return replace(gap, binding=binding, **figures)
