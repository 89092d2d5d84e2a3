"""The smallest changes of hours, money or date at which a plan was found that closes a gap."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest
from typing import Any

from assessments.domain.planning.building import decode, order_of
from assessments.domain.planning.bundles import leading_up
from assessments.domain.planning.gaps import BETTER_USES, BIG_MOVE, CONDITION, MONEY, NO_ACTION, Unmet, left_open
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.solving import solve
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import gains, levels

MOST_HOURS = 60.0
MOST_MONTHS = 36
PARTS = 3
"""Into so many parts the offers below the largest are split."""

MOST_WORK = 4000
"""Planning takes the longer the more actions there are: no more is tried once their squares have added up to this."""


def unmet(problem: Problem, table: Timetable) -> list[Unmet]:
    """Every rated skill that ends below its requirement, the dearest first, with what binds and what would close it."""
    final = levels(problem, gains(table))
    return _with_changes(problem, table, left_open(problem, final), final)


def _with_changes(problem: Problem, table: Timetable, gaps: list[Unmet], final: Mapping[str, int]) -> list[Unmet]:
    changes: dict[str, list[Any]] = {
        "hours_per_week": list(_hours(problem)),
        "budget_usd": list(_money(problem)),
        "target": list(_dates(problem)),
    }
    wanted = {name: _first_offers(problem, table, gaps, name, offers) for name, offers in changes.items()}
    gaps = [_bound_by_money(gap, wanted) for gap in gaps]
    kept: list[tuple[str, Any, Mapping[str, int]]] = []
    work = 0
    for name, offer in _worth_planning(changes, wanted):
        if work < MOST_WORK:
            best, actions = _replanned(problem, name, offer)
            work += actions**2
            if all(best.get(skill, 0) >= level for skill, level in final.items()):
                kept.append((name, offer, best))
    for name in changes:
        for _, offer, best in sorted((entry for entry in kept if entry[0] == name), key=lambda entry: entry[1]):
            gaps = [_marked(gap, name, offer, best) for gap in gaps]
    return gaps


def _bound_by_money(gap: Unmet, wanted: Mapping[str, Mapping[str, Any]]) -> Unmet:
    """Where more money alone makes room for what closes the gap, and more hours alone do not, money is what binds."""
    by_money = gap.skill in wanted["budget_usd"] and gap.skill not in wanted["hours_per_week"]
    return replace(gap, binding=MONEY) if gap.binding == BETTER_USES and by_money else gap


def _hours(problem: Problem) -> Iterator[float]:
    halves = math.floor(problem.situation.hours_per_week * 2) + 1
    yield from (half / 2 for half in range(halves, int(MOST_HOURS * 2) + 1))


def _money(problem: Problem) -> Iterator[int]:
    least = problem.situation.budget_usd // 100 * 100
    step = 100
    while step <= 200_000:
        yield least + step
        step += 100 if step < 2000 else step // 2000 * 500


def _dates(problem: Problem) -> Iterator[date]:
    target = problem.situation.target
    month = target.replace(day=1)
    for _ in range(MOST_MONTHS):
        month = (month + timedelta(days=32)).replace(day=1)
        if month - timedelta(days=1) > target:
            yield month - timedelta(days=1)


def _first_offers(
    problem: Problem, table: Timetable, gaps: list[Unmet], name: str, offers: list[Any]
) -> dict[str, Any]:
    """The smallest offer for each gap at which the present actions and a way to close the gap fit together."""
    if not offers:
        return {}
    posed = cache(lambda offer: _loosened(problem, name, offer))
    found: dict[str, Any] = {}
    for gap in gaps:
        if gap.binding in {NO_ACTION, CONDITION, BIG_MOVE}:
            continue
        chain = leading_up(posed(offers[-1]), gap.skill, gap.reached, gap.required, 6, table.slots.keys())
        if chain and not chain <= table.slots.keys():
            order = [*order_of(table), *sorted(chain)]
            offer = _least(offers, lambda offer: _closes(posed(offer), order, gap))  # noqa: B023
            if offer is not None:
                found[gap.skill] = offer
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


def _worth_planning(
    changes: Mapping[str, list[Any]], wanted: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, Any]]:
    """Offers to plan with, in turn of each kind: what may do for all gaps, as far again beyond, and for fewer gaps."""
    by_kind = [[(name, offer) for offer in _spread(changes[name], list(wanted[name].values()))] for name in changes]
    for turn in zip_longest(*by_kind):
        yield from (entry for entry in turn if entry)


def _spread(offers: list[Any], wanted: list[Any]) -> list[Any]:
    values = sorted(set(wanted))
    if not values:
        return []
    beyond = offers[min(len(offers) - 1, 2 * offers.index(values[-1]) + 1)]
    fewer = [values[(len(values) - 1) * place // PARTS] for place in range(PARTS - 1, -1, -1)]
    return list(dict.fromkeys([values[-1], beyond, *fewer]))


def _replanned(problem: Problem, name: str, offer: Any) -> tuple[Mapping[str, int], int]:
    """The levels that another plan reaches, and how many actions it has."""
    looser = _loosened(problem, name, offer)
    table = solve(looser).table
    return (levels(looser, gains(table)), len(table.slots)) if table else ({}, 0)


def _marked(gap: Unmet, name: str, offer: Any, best: Mapping[str, int]) -> Unmet:
    change: dict[str, Any] = {name: offer}
    closes = getattr(gap, name) is None and best[gap.skill] >= gap.required
    return replace(gap, **change) if closes else gap
