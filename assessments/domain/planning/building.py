"""Builds timetables: one action after another, each as early as its needs, lifts, window and the hours allow."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from assessments.domain.planning.bundles import Bundle, bundles, total
from assessments.domain.planning.mix import Mix, gain_after
from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Slot, Timetable, level_at
from assessments.domain.planning.value import gains, levels, value

LEAST_HOURS = 0.5
"""Own hours that count for an action that takes none, so that a ratio exists."""

RULES: tuple[Callable[[Job], float], ...] = (
    lambda job: -job.own_hours,
    lambda job: -job.lengths[0],
    lambda job: -job.rate(job.lengths[-1]),
    lambda job: -job.rate(job.lengths[0]),
    lambda job: job.lengths[-1],
)
"""What goes first where a set of actions is to be packed: the large, the long, and those that take most of a week."""


def decode(problem: Problem, order: Sequence[str]) -> Timetable:
    """The timetable of actions placed in that order, what they need first; what does not fit is left out."""
    return placed_in(Timetable(problem), order)


def placed_in(table: Timetable, order: Sequence[str]) -> Timetable:
    """The timetable itself with the actions placed in it in that order, as far as they fit."""
    wanted = frozenset(order)
    for action in order:
        place(table, action, wanted)
    return table


def greedy(problem: Problem, start: Timetable, limit: frozenset[str] | None = None, led_up: bool = True) -> Timetable:
    """Add, again and again, the bundle that gains most points per own hour and still fits."""
    table = start
    while True:
        better = _best_addition(table, ranked(problem, table, limit, led_up))
        if better is None:
            return table
        table = better


def ranked(
    problem: Problem, table: Timetable, limit: frozenset[str] | None = None, led_up: bool = True
) -> list[tuple[float, Bundle]]:
    """The bundles that could gain points, each after the most that it could gain per own hour, the best one first."""
    have = frozenset(table.slots)
    mix, won = Mix(problem, [problem.jobs[action] for action in sorted(have)]), gains(table)
    now, opened = levels(problem, won), {gain.gate for gain in won}
    found: dict[Bundle, tuple[float, float, int, tuple[str, ...]]] = {}
    for bundle in bundles(problem, have, now if led_up else {}, limit):
        if bundle in found or (limit is not None and not bundle <= limit):
            continue
        jobs = [problem.jobs[action] for action in sorted(bundle)]
        # What is placed may be of use once more comes before it, or never, because it came too early.
        gain = max(mix.gain(jobs), gain_after(problem, now, opened, jobs))
        if gain > 0.005:
            hours, cost = total(problem, bundle)
            found[bundle] = (-gain / max(hours, LEAST_HOURS), -gain, cost, tuple(sorted(bundle)))
    return [(-found[bundle][0], bundle) for bundle in sorted(found, key=lambda bundle: found[bundle])]


def _best_addition(table: Timetable, offers: Iterable[tuple[float, Bundle]]) -> Timetable | None:
    best, rate, missing = None, 0.0, value(table).missing
    for most, bundle in offers:
        if most <= rate:
            break
        trial = added(table, bundle)
        if trial:
            hours, _ = total(table.problem, bundle)
            here = (missing - value(trial).missing) / max(hours, LEAST_HOURS)
            best, rate = (trial, here) if here > rate + 1e-9 else (best, rate)
    return best


def packed(problem: Problem, actions: Iterable[str], first: Sequence[str]) -> Iterator[Timetable]:
    """The timetables of the actions, put in by the rules of thumb of packing; some actions go first in all of them."""
    jobs = [problem.jobs[action] for action in sorted(frozenset(actions) - frozenset(first))]
    for rule in RULES:
        yield decode(problem, [*first, *(job.id for job in sorted(jobs, key=rule))])


def added(table: Timetable, bundle: Iterable[str]) -> Timetable | None:
    """The timetable with the whole bundle in it; None where it does not fit or wins nothing."""
    trial = added_anyway(table, bundle)
    return trial if trial and value(trial).missing < value(table).missing else None


def added_anyway(table: Timetable, bundle: Iterable[str]) -> Timetable | None:
    """The timetable with the whole bundle in it, whatever it wins; None where it does not fit."""
    wanted = frozenset(bundle)
    trial = table.copy()
    for action in sorted(wanted):
        place(trial, action, wanted)
    return trial if wanted <= trial.slots.keys() else None


def order_of(table: Timetable) -> list[str]:
    """The placed actions by their start, an order that builds much the same timetable again."""
    return [slot.job.id for slot in sorted(table.slots.values(), key=lambda slot: (slot.start, slot.end, slot.job.id))]


def place(table: Timetable, action: str, wanted: Bundle, above: Bundle = frozenset()) -> bool:
    """Whether the action is in the timetable now, after what it needs and what leads up to it if that is wanted."""
    job = table.problem.jobs.get(action)
    if action in table.slots:
        return True
    if job is None or action in above or not table.affords(job):
        return False
    for need in job.needs:
        _place_one_of(table, need, wanted, above | {action})
    _place_lifters(table, job, wanted, above | {action})
    # What had to come first has been paid for meanwhile, and may even have brought this action along.
    slot = slot_for(table, job) if table.affords(job) and action not in table.slots else None
    if slot is None:
        return action in table.slots
    table.place(slot)
    return True


def _place_one_of(table: Timetable, need: Bundle, wanted: Bundle, above: Bundle) -> None:
    if any(table.end_of(other) is not None for other in need):
        return
    for other in sorted(need & wanted):
        if place(table, other, wanted, above):
            return


def _place_lifters(table: Timetable, job: Job, wanted: Bundle, above: Bundle) -> None:
    for skill, low, high in job.lifts:
        for other, start, end in table.problem.lifters[skill]:
            if start < low <= end < high and other in wanted and other not in table.slots and other not in above:
                place(table, other, wanted, above)


def slot_for(table: Timetable, job: Job) -> Slot | None:
    """The job's earliest slot once all it needs has ended, and once its lifts can take effect if there is room then."""
    ready = table.ready(job)
    if ready is None:
        return None
    later = _after_lifts(table, job, ready)
    return table.earliest(job, later, job.lengths) or (
        table.earliest(job, ready, job.lengths) if later > ready else None
    )


def _after_lifts(table: Timetable, job: Job, ready: int) -> int:
    """The week by which every lift that is still of use finds its level, as far as what is placed leads up to it."""
    problem = table.problem
    for skill, low, high in job.lifts:
        lifting = table.lifting(skill)
        final = level_at(problem.levels[skill], lifting, len(table.free))
        if final < min(high, problem.required[skill]) and level_at(problem.levels[skill], lifting, ready) < low:
            ends = [end for end, _, to in lifting if low <= to < high]
            ready = max(ready, ends[0]) if ends else ready
    return ready
