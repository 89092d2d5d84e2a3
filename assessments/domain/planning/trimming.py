"""Leaves out what a plan does not need."""

from collections.abc import Iterator

from assessments.domain.planning.building import order_of
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.value import value


def trimmed(table: Timetable, pinned: frozenset[str]) -> Timetable:
    """The timetable without any action whose leaving makes neither points nor waiting and money worse."""
    while True:
        leaner = next((trial for trial in _without_each(table, pinned) if _as_good(trial, table)), None)
        if leaner is None:
            return table
        table = leaner


def _as_good(trial: Timetable, table: Timetable) -> bool:
    ours, theirs = value(trial), value(table)
    return (ours.missing, ours.waiting) <= (theirs.missing, theirs.waiting)


def _without_each(table: Timetable, pinned: frozenset[str]) -> Iterator[Timetable]:
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
    # The order in which actions were placed builds the same timetable again.
    kept.slots = {action: slot for action, slot in table.slots.items() if action in kept.slots}
    return kept
