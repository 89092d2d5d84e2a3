"""Improves a draft in waiting, money and hours without giving up a level: a fixed number of other orders is tried."""

from assessments.domain.planning.chance import Chance
from assessments.domain.planning.orders import Order
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed
from assessments.domain.planning.value import gains, levels, value

MOST_MOVES = 1500
WORK = 40_000
"""Actions that may be put into weeks on the way: counted, not timed, so that equal inputs give equal plans."""

WARMTH = 0.01
"""The share of the waiting by which a step may be worse at first; it falls to nothing."""

Names = frozenset[str]


def improved(table: Timetable, pinned: Names, work: int = WORK) -> Timetable:
    """The best of many timetables of the same actions, each skill at least at its level; the table itself if none is.

    So whoever knows the levels of a draft knows levels that the plan made of it reaches.
    """
    return better(trimmed(_reordered(table, pinned, work), pinned), table)


def better(trial: Timetable, table: Timetable) -> Timetable:
    """The trial if it is better and leaves no skill at a lower level, else the table."""
    return trial if value(trial) < value(table) and _keeps_levels(trial, table) else table


def _reordered(table: Timetable, pinned: Names, work: int) -> Timetable:
    order, chance = Order(table.problem, list(table.slots)), Chance()
    best = better(order.table, table) if pinned <= order.table.slots.keys() else table
    worth, now = value(best), value(order.table)
    moves = min(MOST_MOVES, work // len(order.actions)) if len(order.actions) > 1 else 0
    for move in range(moves):
        trial = order.changed(*order.neighbor(chance))
        reached = value(trial.table)
        slack = WARMTH * worth.waiting * (1 - move / moves)
        is_worse = (reached.missing, reached.waiting) > (now.missing, now.waiting + slack)
        if is_worse or not pinned <= trial.table.slots.keys():
            continue
        order, now = trial, reached
        if reached < worth and _keeps_levels(trial.table, table):
            best, worth = trial.table, reached
    return best


def _keeps_levels(trial: Timetable, table: Timetable) -> bool:
    after = levels(trial.problem, gains(trial))
    return all(after[skill] >= level for skill, level in levels(table.problem, gains(table)).items())
