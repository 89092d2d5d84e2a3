"""Improves a timetable by steps that are tried in a fixed order, so that equal inputs give equal plans."""

from collections.abc import Iterator

from assessments.domain.planning.building import decode, greedy, order_of
from assessments.domain.planning.problem import Problem
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import Value, value

ROUNDS = 1


def improved(problem: Problem, start: Timetable, pinned: frozenset[str]) -> Timetable:
    """The best timetable found from a start: reorder, replace and trim until nothing helps or the rounds are over."""
    best = trimmed(problem, start, pinned)
    for _ in range(ROUNDS):
        before = value(best)
        best = trimmed(problem, _replaced(problem, _reordered(problem, best, pinned), pinned), pinned)
        if value(best) >= before:
            break
    return best


def trimmed(problem: Problem, table: Timetable, pinned: frozenset[str]) -> Timetable:
    """The timetable without any action whose leaving makes neither points nor waiting and money worse."""
    while True:
        leaner = next((trial for trial in _without_each(problem, table, pinned) if _as_good(trial, table)), None)
        if leaner is None:
            return table
        table = leaner


def _as_good(trial: Timetable, table: Timetable) -> bool:
    ours, theirs = value(trial), value(table)
    return (ours.missing, ours.waiting) <= (theirs.missing, theirs.waiting)


def _without_each(problem: Problem, table: Timetable, pinned: frozenset[str]) -> Iterator[Timetable]:
    order = order_of(table)
    for action in reversed(order):
        if action not in pinned:
            trial = without(table, action)
            if pinned <= trial.slots.keys():
                yield trial


def without(table: Timetable, action: str) -> Timetable:
    """The timetable less an action and all that then lacks what it needs; what stays keeps its weeks."""
    kept = Timetable(table.problem)
    for slot in sorted(table.slots.values(), key=lambda slot: (slot.start, slot.end, slot.job.id)):
        ready = kept.ready(slot.job)
        if slot.job.id != action and ready is not None and ready <= slot.start:
            kept.place(slot)
    return kept


def _reordered(problem: Problem, table: Timetable, pinned: frozenset[str]) -> Timetable:
    best, worth = table, value(table)
    order = order_of(table)
    for place in range(1, len(order)):
        for target in sorted({0, place // 2, place - 1}):
            trial_order = [*order[:target], order[place], *order[target:place], *order[place + 1 :]]
            trial = decode(problem, trial_order)
            if _better(trial, worth, pinned):
                best, worth, order = trial, value(trial), trial_order
                break
    return best


def _replaced(problem: Problem, table: Timetable, pinned: frozenset[str]) -> Timetable:
    best, worth = table, value(table)
    for action in order_of(table):
        if action in pinned or action not in best.slots:
            continue
        rest = decode(problem, order_of(without(best, action)))
        trial = greedy(problem, rest, frozenset(problem.jobs) - {action})
        if _better(trial, worth, pinned):
            best, worth = trial, value(trial)
    return best


def _better(trial: Timetable, worth: Value, pinned: frozenset[str]) -> bool:
    return pinned <= trial.slots.keys() and value(trial) < worth
