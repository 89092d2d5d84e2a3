"""Builds timetables: one action after another, each as early as its needs, lifts, window and the hours allow."""

from collections.abc import Iterable, Sequence

from assessments.domain.planning.bundles import Bundle, bundles, total
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Slot, Timetable, level_at
from assessments.domain.planning.value import optimistic, value

LEAST_HOURS = 0.5
"""Own hours that count for an action that takes none, so that a ratio exists."""


def decode(problem: Problem, order: Sequence[str]) -> Timetable:
    """The timetable of actions placed in that order, what they need first; what does not fit is left out."""
    table = Timetable(problem)
    for action in order:
        _place(table, action, frozenset(order), frozenset())
    return table


def greedy(problem: Problem, start: Timetable, limit: frozenset[str] | None = None) -> Timetable:
    """Add, again and again, the bundle that gains most points per own hour and still fits."""
    table = start
    while True:
        better = next((trial for bundle in ranked(problem, table, limit) if (trial := added(table, bundle))), None)
        if better is None:
            return table
        table = better


def ranked(problem: Problem, table: Timetable, limit: frozenset[str] | None = None) -> list[Bundle]:
    """The bundles that could gain points, the one with most points per own hour first."""
    have = frozenset(table.slots)
    jobs = [problem.jobs[action] for action in sorted(have)]
    now = optimistic(problem, jobs)
    found: dict[Bundle, tuple[float, float, int, tuple[str, ...]]] = {}
    for bundle in bundles(problem, have):
        if bundle in found or (limit is not None and not bundle <= limit):
            continue
        gain = optimistic(problem, [*jobs, *(problem.jobs[action] for action in sorted(bundle))]) - now
        if gain > 0.005:
            hours, cost = total(problem, bundle)
            found[bundle] = (-gain / max(hours, LEAST_HOURS), -gain, cost, tuple(sorted(bundle)))
    return sorted(found, key=lambda bundle: found[bundle])


def added(table: Timetable, bundle: Iterable[str]) -> Timetable | None:
    """The timetable with the whole bundle in it; None where it does not fit or wins nothing."""
    trial = added_anyway(table, bundle)
    return trial if trial and value(trial).missing < value(table).missing else None


def added_anyway(table: Timetable, bundle: Iterable[str]) -> Timetable | None:
    """The timetable with the whole bundle in it, whatever it wins; None where it does not fit."""
    wanted = frozenset(bundle)
    trial = table.copy()
    for action in sorted(wanted):
        _place(trial, action, wanted, frozenset())
    return trial if wanted <= trial.slots.keys() else None


def order_of(table: Timetable) -> list[str]:
    """The placed actions by their start, an order that builds much the same timetable again."""
    return [slot.job.id for slot in sorted(table.slots.values(), key=lambda slot: (slot.start, slot.end, slot.job.id))]


def _place(table: Timetable, action: str, wanted: Bundle, above: Bundle) -> bool:
    job = table.problem.jobs.get(action)
    if action in table.slots:
        return True
    if job is None or action in above or not table.affords(job):
        return False
    for need in job.needs:
        _place_one_of(table, need, wanted, above | {action})
    _place_lifters(table, job, wanted, above | {action})
    slot = slot_for(table, job)
    if slot is None:
        return False
    table.place(slot)
    return True


def _place_one_of(table: Timetable, need: Bundle, wanted: Bundle, above: Bundle) -> None:
    if any(table.end_of(other) is not None for other in need):
        return
    for other in sorted(need & wanted):
        if _place(table, other, wanted, above):
            return


def _place_lifters(table: Timetable, job: Job, wanted: Bundle, above: Bundle) -> None:
    for skill, low, high in job.lifts:
        for other in sorted(wanted - table.slots.keys() - above):
            lifter = table.problem.jobs.get(other)
            lifts = lifter.lifts if lifter else ()
            if any(name == skill and start < low <= end < high for name, start, end in lifts):
                _place(table, other, wanted, above)


def slot_for(table: Timetable, job: Job, lengths: Sequence[int] | None = None) -> Slot | None:
    """The job's earliest slot once all it needs has ended and every lift worth waiting for can take effect."""
    ready = table.ready(job)
    if ready is None:
        return None
    return table.earliest(job, _after_lifts(table, job, ready), lengths or job.sample)


def _after_lifts(table: Timetable, job: Job, ready: int) -> int:
    problem = table.problem
    for skill, low, high in job.lifts:
        lifting = table.lifting(skill)
        if low >= problem.required[skill] or level_at(problem.levels[skill], lifting, ready) >= low:
            continue
        ends = [end for end, _, to in lifting if low <= to < high]
        ready = max(ready, ends[0]) if ends else ready
    return ready
