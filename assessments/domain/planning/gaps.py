"""Why a gap stays open, and the smallest change at which a plan was found that closes it."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from assessments.domain.planning.building import decode, order_of
from assessments.domain.planning.bundles import leading_up
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.solving import solve
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import gains, levels, reached
from assessments.domain.situation import Situation

NO_ACTION = "no action exists"
CONDITION = "condition"
BIG_MOVE = "a big move not opened"
HOURS, MONEY, DATE = "hours", "money", "date"
BETTER_USES = "better uses of the hours"

MOST_HOURS = 60.0
MOST_MONEY = 10_000_000
YEARS_MORE = 10
TRIES = 2
"""Values at which each kind of change is planned afresh; the rest of the gaps get no figure rather than a guess."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A skill that stays below its requirement, what binds, and what would close it (None: nothing was found)."""

    skill: str
    reached: int
    required: int
    points: float
    binding: str
    hours_per_week: float | None = None
    budget_usd: int | None = None
    target: date | None = None


def unmet(problem: Problem, table: Timetable) -> list[Unmet]:
    """Every rated skill that ends below its requirement, the dearest first."""
    final = levels(problem, gains(table))
    open_skills = [skill for skill, level in final.items() if level < problem.required[skill]]
    why = _binding(problem, open_skills)
    found = [
        Unmet(skill, final[skill], problem.required[skill], _points(problem, skill, final[skill]), why[skill])
        for skill in open_skills
    ]
    found.sort(key=lambda gap: (-gap.points, gap.skill))
    return _with_changes(problem, table, found, final)


def _points(problem: Problem, skill: str, level: int) -> float:
    return problem.gain(skill, level, problem.required[skill])


def _binding(problem: Problem, skills: Sequence[str]) -> dict[str, str]:
    instrument, given = problem.instrument, problem.situation
    everything = frozenset(action.id for action in instrument.actions)
    loose = replace(given, hours_per_week=MOST_HOURS, budget_usd=MOST_MONEY, target=_later(given.target, YEARS_MORE))
    open_to_all = replace(loose, open_to=everything)
    held = replace(
        open_to_all,
        conditions=frozenset(c.id for c in instrument.conditions),
        unavailable=frozenset(),
        excluded=frozenset(),
    )
    # Each step loosens one thing more; a gap is bound by the first thing without which it cannot be closed.
    steps: list[tuple[str, Situation]] = [
        (NO_ACTION, held),
        (CONDITION, open_to_all),
        (BIG_MOVE, loose),
        (HOURS, replace(loose, hours_per_week=given.hours_per_week)),
        (MONEY, replace(loose, budget_usd=given.budget_usd)),
        (DATE, replace(loose, target=given.target)),
        (HOURS, given),
    ]
    ends = [(word, reached_in(pose(instrument, situation))) for word, situation in steps]
    return {
        skill: next((word for word, best in ends if best[skill] < problem.required[skill]), BETTER_USES)
        for skill in skills
    }


def reached_in(problem: Problem) -> Mapping[str, int]:
    """The levels that all usable actions together could reach if time did not matter."""
    return reached(problem, problem.jobs.values())[0]


def _later(day: date, years: int) -> date:
    return day + timedelta(days=365 * years + 3)


def _with_changes(problem: Problem, table: Timetable, gaps: list[Unmet], final: Mapping[str, int]) -> list[Unmet]:
    for name, offers in (
        ("hours_per_week", _hours(problem)),
        ("budget_usd", _money(problem)),
        ("target", _dates(problem)),
    ):
        wanted = _first_offers(problem, table, gaps, name, list(offers))
        for value in _worth_planning(wanted):
            best = _replanned(problem, name, value)
            gaps = [_marked(gap, name, value, best, final, wanted) for gap in gaps]
    return gaps


def _hours(problem: Problem) -> Iterator[float]:
    least = math.floor(problem.situation.hours_per_week * 2) / 2
    step = 0.5
    while least + step <= MOST_HOURS:
        yield least + step
        step += 0.5 if step < 4 else 2.0


def _money(problem: Problem) -> Iterator[int]:
    least = problem.situation.budget_usd // 100 * 100
    step = 100
    while step <= 200_000:
        yield least + step
        step += 100 if step < 1000 else step // 1000 * 500


def _dates(problem: Problem) -> Iterator[date]:
    month = problem.situation.target.replace(day=1)
    for _ in range(36):
        month = (month + timedelta(days=32)).replace(day=1)
        last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        yield last


def _first_offers(
    problem: Problem, table: Timetable, gaps: list[Unmet], name: str, offers: list[Any]
) -> dict[str, Any]:
    """The smallest offer for each gap at which the present actions and a way to close the gap fit together."""
    posed = cache(lambda offer: _loosened(problem, name, offer))
    looser = posed(offers[-1])
    found: dict[str, Any] = {}
    for gap in gaps:
        if gap.binding in {NO_ACTION, CONDITION, BIG_MOVE}:
            continue
        have = table.slots.keys()
        chain = leading_up(looser, gap.skill, gap.reached, gap.required, 6, have)
        if chain and not chain <= have:
            order = [*order_of(table), *sorted(chain)]
            value = _least(offers, lambda offer: _closes(posed(offer), order, gap))  # noqa: B023
            if value is not None:
                found[gap.skill] = value
    return found


def _least(offers: list[Any], works: Callable[[Any], bool]) -> Any:
    """The first offer that works, found by halving: where a larger one works, no smaller one is tried above it."""
    if not works(offers[-1]):
        return None
    low, high = 0, len(offers) - 1
    while low < high:
        middle = (low + high) // 2
        if works(offers[middle]):
            high = middle
        else:
            low = middle + 1
    return offers[low]


def _closes(looser: Problem, order: Sequence[str], gap: Unmet) -> bool:
    table = decode(looser, order)
    return levels(looser, gains(table))[gap.skill] >= gap.required and set(order) <= table.slots.keys()


def _loosened(problem: Problem, name: str, offer: Any) -> Problem:
    change: dict[str, Any] = {name: offer}
    return pose(problem.instrument, replace(problem.situation, **change))


def _worth_planning(wanted: Mapping[str, Any]) -> list[Any]:
    values = sorted(set(wanted.values()))
    return values if len(values) <= TRIES else [values[len(values) // 3], values[-1]]


def _replanned(problem: Problem, name: str, value: Any) -> Mapping[str, int]:
    looser = _loosened(problem, name, value)
    table = solve(looser).table
    return levels(looser, gains(table)) if table else {}


def _marked(
    gap: Unmet,
    name: str,
    value: Any,
    best: Mapping[str, int],
    final: Mapping[str, int],
    wanted: Mapping[str, Any],
) -> Unmet:
    closes = best.get(gap.skill, 0) >= gap.required
    keeps = all(best.get(skill, 0) >= level for skill, level in final.items())
    is_first = getattr(gap, name) is None and gap.skill in wanted
    change: dict[str, Any] = {name: value}
    return replace(gap, **change) if is_first and closes and keeps else gap
