"""What a timetable is worth: gains with their weeks, and the three objectives in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessments.domain.planning.problem import Job, Problem
from assessments.domain.planning.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Gain:
    """Points won by an action at the end of so many open weeks: on a skill from one level to another, or a gate."""

    action: str
    points: float
    end: int
    skill: str = ""
    low: int = 0
    high: int = 0
    gate: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """Points missing at the target, then waiting and money, then own hours: less is better, compared in this order."""

    missing: float
    waiting: float
    hours: float


def gains(timetable: Timetable) -> list[Gain]:
    """Every gain of the timetable in the order of its week; lifts that meet no fitting level are not among them."""
    found = [*_skill_gains(timetable), *_gate_gains(timetable)]
    return sorted(found, key=lambda gain: (gain.end, gain.action, gain.skill, gain.gate))


def levels(problem: Problem, won: Iterable[Gain]) -> dict[str, int]:
    """The levels of the rated skills once all gains are made."""
    found = dict(problem.levels)
    for gain in won:
        if gain.skill:
            found[gain.skill] = max(found[gain.skill], gain.high)
    return found


def value(timetable: Timetable) -> Value:
    """The timetable's three objectives (DESIGN section 6)."""
    problem = timetable.problem
    won, waiting = 0.0, timetable.cost / 100
    for points, end in _points_won(timetable):
        won += points
        waiting += points * problem.elapsed[end]
    hours = sum(slot.job.own_hours for slot in timetable.slots.values())
    return Value(round(problem.points - won, 2) + 0.0, round(waiting, 6), round(hours, 6))


def _points_won(timetable: Timetable) -> Iterator[tuple[float, int]]:
    """What `gains` tells, without its words: points and the open weeks until they are won."""
    problem = timetable.problem
    for skill in timetable.lifts:
        now, required, unit = problem.levels[skill], problem.required[skill], problem.unit[skill]
        for end, _, high in timetable.lifting(skill):
            if high > now:
                if now < required:
                    yield unit * (min(high, required) - now), end
                now = high
    for _, points, end in _first_to_open(timetable):
        yield points, end


def reached(problem: Problem, jobs: Iterable[Job]) -> tuple[dict[str, int], set[str]]:
    """Levels and opened gates if the jobs ran one after another in the best order, running actions first."""
    found, gates = dict(problem.levels), set[str]()
    waiting = [fixed.job for fixed in problem.fixed if fixed.end is not None] + list(jobs)
    lifts = [lift for job in waiting for lift in job.lifts]
    changed = True
    while changed:
        changed = False
        for skill, low, high in lifts:
            if low <= found[skill] < high:
                found[skill], changed = high, True
    for job in waiting:
        gates.update(job.gates)
    return found, gates


def optimistic(problem: Problem, jobs: Iterable[Job]) -> float:
    """Points that the jobs would win if time did not matter."""
    found, gates = reached(problem, jobs)
    before = problem.levels
    on_skills = sum(
        problem.gain(skill, before[skill], level) for skill, level in found.items() if level > before[skill]
    )
    return on_skills + sum(problem.open_gates[gate] for gate in gates)


def _skill_gains(timetable: Timetable) -> list[Gain]:
    problem, found = timetable.problem, []
    for skill in timetable.lifts:
        now = problem.levels[skill]
        for end, action, high in timetable.lifting(skill):
            if high > now:
                found.append(Gain(action, problem.gain(skill, now, high), end, skill, now, high))
                now = high
    return found


def _gate_gains(timetable: Timetable) -> list[Gain]:
    return [Gain(action, points, end, gate=gate) for (action, gate), points, end in _first_to_open(timetable)]


def _first_to_open(timetable: Timetable) -> Iterator[tuple[tuple[str, str], int, int]]:
    """For each gate that is opened, what opens it first, its points and when."""
    open_gates = timetable.problem.open_gates
    if not open_gates:
        return
    first: dict[str, tuple[int, str]] = {}
    ends = [(slot.end, slot.job) for slot in timetable.slots.values() if slot.job.gates]
    ends += [(fixed.end, fixed.job) for fixed in timetable.problem.fixed if fixed.end is not None]
    for end, job in ends:
        for gate in job.gates:
            first[gate] = min(first.get(gate, (end, job.id)), (end, job.id))
    for gate, points in open_gates.items():
        if gate in first:
            end, action = first[gate]
            yield (action, gate), points, end
