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


def improved(table: Timetable, pinned: Names) -> Timetable:
    """The best of many timetables of the same actions, each skill at least at its level; the table itself if none is.

    So whoever knows the levels of a draft knows levels that the plan made of it reaches.
    """
    best = trimmed(_reordered(table, pinned), pinned)
    return best if value(best) < value(table) and _keeps_levels(best, table) else table


def _reordered(table: Timetable, pinned: Names) -> Timetable:
    order, chance = Order(table.problem, list(table.slots)), Chance()
    best = min(order.table, table, key=value)
    worth, now = value(best), value(order.table)
    moves = min(MOST_MOVES, WORK // len(order)) if len(order) > 1 else 0
    for move in range(moves):
        actions, same = order.neighbor(chance)
        trial = order.trial(actions, same)
        reached = value(trial)
        slack = WARMTH * worth.waiting * (1 - move / moves)
        if (reached.missing, reached.waiting) > (now.missing, now.waiting + slack) or not pinned <= trial.slots.keys():
            continue
        order.take(actions, same)
        now = reached
        if reached < worth and _keeps_levels(trial, table):
            best, worth = trial, reached
    return best


def _keeps_levels(trial: Timetable, table: Timetable) -> bool:
    after = levels(trial.problem, gains(trial))
    return all(after[skill] >= level for skill, level in levels(table.problem, gains(table)).items())
