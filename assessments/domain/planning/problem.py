"""The planning problem in indices: what can be used, what it needs, what it would bring."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assessments.domain.instrument import POINTS_BY_NECESSITY, Action, Gate, Instrument
from assessments.domain.planning.calendar import Calendar, inside
from assessments.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class Job:
    """An action as the search sees it; `needs` holds sets of which one member each has to end before it starts."""

    id: str
    hours: float
    own_hours: float
    cost: int
    lengths: tuple[int, ...]
    needs: tuple[frozenset[str], ...]
    lifts: tuple[tuple[str, int, int], ...]
    gates: tuple[str, ...]
    exclusive: bool
    starts: tuple[int, ...] | None
    ends: tuple[int, ...] | None

    def rate(self, weeks: int) -> float:
        """Own hours a week over that many weeks."""
        return self.own_hours / weeks


@dataclass(frozen=True, slots=True)
class Fixed:
    """A running action: when it ends in open weeks (None: after the target) and the levels it meets are given."""

    job: Job
    start: int
    end: int | None
    weeks: tuple[int, ...]
    rate: float


@dataclass(frozen=True, slots=True)
class Problem:
    """All that the search reads.

    `lifters` holds for each skill the jobs that lift it, with from and to; `skill_points` and `points` are what is
    missing at the start, without and with gates; `elapsed` counts calendar weeks from the start by open weeks.
    """

    instrument: Instrument
    situation: Situation
    calendar: Calendar
    levels: Mapping[str, int]
    required: Mapping[str, int]
    unit: Mapping[str, float]
    open_gates: Mapping[str, int]
    jobs: Mapping[str, Job]
    lifters: Mapping[str, Sequence[tuple[str, int, int]]]
    fixed: tuple[Fixed, ...]
    reasons: Mapping[str, str]
    skill_points: float
    points: float
    elapsed: tuple[int, ...]

    @property
    def pinned(self) -> frozenset[str]:
        """The pinned actions that still have to find their weeks."""
        return self.situation.pinned - self.situation.done - {fixed.job.id for fixed in self.fixed}

    def gain(self, skill: str, low: int, high: int) -> float:
        """Points that going from one level to another brings; what lies above the requirement brings none."""
        return self.unit[skill] * _steps(low, high, self.required[skill])


def pose(instrument: Instrument, situation: Situation) -> Problem:
    """The problem of one person: usable actions with what they need, and why the others are not."""
    calendar = Calendar.between(situation.start, situation.target, situation.blocked_weeks)
    skills = {skill.id: skill for skill in instrument.skills if skill.id in situation.levels}
    jobs, reasons = _usable(instrument, situation, calendar)
    unit = {skill: 100 * row.weight / instrument.total_weight / row.required for skill, row in skills.items()}
    steps = {skill: _steps(situation.levels[skill], row.required, row.required) for skill, row in skills.items()}
    open_gates = {gate.id: POINTS_BY_NECESSITY[gate.necessity] for gate in instrument.gates if missing(gate, situation)}
    on_skills = sum(unit[skill] * count for skill, count in steps.items())
    return Problem(
        instrument=instrument,
        situation=situation,
        calendar=calendar,
        levels={skill: situation.levels[skill] for skill in skills},
        required={skill: row.required for skill, row in skills.items()},
        unit=unit,
        open_gates=open_gates,
        jobs=jobs,
        lifters=_lifters(skills, jobs),
        fixed=_fixed(instrument, situation, calendar),
        reasons=reasons,
        skill_points=on_skills,
        points=on_skills + sum(open_gates.values()),
        elapsed=tuple(calendar.elapsed(end) for end in range(len(calendar) + 1)),
    )


def _steps(low: int, high: int, required: int) -> int:
    """How many levels lie between two, up to what is required."""
    return min(high, required) - min(low, required)


def _lifters(skills: Iterable[str], jobs: Mapping[str, Job]) -> dict[str, list[tuple[str, int, int]]]:
    found: dict[str, list[tuple[str, int, int]]] = {skill: [] for skill in skills}
    for action in sorted(jobs):
        for skill, low, high in jobs[action].lifts:
            found[skill].append((action, low, high))
    return found


def missing(gate: Gate, situation: Situation) -> bool:
    """Whether the gate applies, is not met, and nothing done opens it."""
    status = situation.gates.get(gate.id, "not_met")
    done = gate.years is None and not situation.done.isdisjoint(gate.satisfied_by)
    return situation.profession in gate.professions and status not in {"met", "not_applicable"} and not done


def _usable(instrument: Instrument, situation: Situation, calendar: Calendar) -> tuple[dict[str, Job], dict[str, str]]:
    settled = situation.done | {running.action for running in situation.running}
    jobs: dict[str, Job] = {}
    reasons: dict[str, str] = {}
    for action in instrument.actions:
        if action.id in settled:
            continue
        reason = refusal(action, situation, calendar, instrument)
        if reason:
            reasons[action.id] = reason
        else:
            jobs[action.id] = _job(action, instrument, situation, calendar)
    return _reachable(jobs, situation, reasons), reasons


def refusal(action: Action, situation: Situation, calendar: Calendar, instrument: Instrument) -> str:
    """The law that keeps an action out on its own, in words; empty where none does."""
    if action.id in situation.excluded:
        return "you left it out"
    if action.big_move and action.id not in situation.open_to:
        return "it is a big move that you are not open to"
    ruled_out = [
        c.name for c in instrument.conditions if c.id in action.requires_conditions and c.id in situation.unavailable
    ]
    if ruled_out:
        return f"it needs what you ruled out: {ruled_out[0]}"
    if action.cost_max_usd > situation.budget_usd:
        return f"it may cost {action.cost_max_usd:,} USD, more than the budget of {situation.budget_usd:,}"
    if shortest(action, situation) > action.weeks_max:
        return f"it asks for more hours a week than the {situation.hours_per_week:g} you can give"
    if shortest(action, situation) > len(calendar):
        return "it takes longer than there is until the target date"
    return ""


def shortest(action: Action, situation: Situation) -> int:
    """The fewest weeks in which an action can be done at the hours given."""
    if action.paid_time:
        return action.weeks_min
    return max(action.weeks_min, math.ceil(action.hours / situation.hours_per_week - 1e-9))


def _job(action: Action, instrument: Instrument, situation: Situation, calendar: Calendar) -> Job:
    low, high = shortest(action, situation), min(action.weeks_max, len(calendar))
    windowed = action.windows and {
        "start": [week for week in range(len(calendar)) if inside(calendar.mondays[week], action.windows)],
        "end": [week + 1 for week in range(len(calendar)) if inside(calendar.sunday(week), action.windows)],
    }
    return Job(
        id=action.id,
        hours=action.hours,
        own_hours=0.0 if action.paid_time else action.hours,
        cost=action.cost_max_usd,
        lengths=tuple(range(low, high + 1)),
        needs=_needs(action, instrument, situation),
        lifts=tuple((lift.skill, lift.low, lift.high) for lift in action.lifts if lift.skill in situation.levels),
        gates=tuple(
            gate.id
            for gate in instrument.gates
            if action.id in gate.satisfied_by and gate.years is None and missing(gate, situation)
        ),
        exclusive=action.big_move and action.paid_time,
        starts=tuple(windowed["start"]) if windowed and action.window_on == "start" else None,
        ends=tuple(windowed["end"]) if windowed and action.window_on == "end" else None,
    )


def _needs(action: Action, instrument: Instrument, situation: Situation) -> tuple[frozenset[str], ...]:
    found = [frozenset({needed}) for needed in action.requires_actions if needed not in situation.done]
    for condition in instrument.conditions:
        asked = condition.id in action.requires_conditions and condition.scope == "profile"
        if asked and condition.id not in situation.conditions and situation.done.isdisjoint(condition.met_by_actions):
            found.append(frozenset(condition.met_by_actions) - {action.id})
    return tuple(found)


def _reachable(jobs: dict[str, Job], situation: Situation, reasons: dict[str, str]) -> dict[str, Job]:
    """Drop, again and again, what needs something that is not there."""
    running = {entry.action for entry in situation.running}
    while True:
        there = jobs.keys() | running
        kept = {id: job for id, job in jobs.items() if all(not need.isdisjoint(there) for need in job.needs)}
        for id in jobs.keys() - kept.keys():
            reasons[id] = "what it needs first is not possible"
        if len(kept) == len(jobs):
            return {id: replace(job, needs=tuple(need & there for need in job.needs)) for id, job in kept.items()}
        jobs = kept


def _fixed(instrument: Instrument, situation: Situation, calendar: Calendar) -> tuple[Fixed, ...]:
    actions = {action.id: action for action in instrument.actions}
    index = {monday: week for week, monday in enumerate(calendar.mondays)}
    found = []
    lifts = _lifts_of_begun(actions, situation, calendar)
    for running in sorted(situation.running, key=lambda running: running.action):
        mondays = calendar.weeks_of(running)
        job = _job(actions[running.action], instrument, situation, calendar)
        job = replace(job, needs=(), lifts=lifts.get(running.action, job.lifts))
        weeks = tuple(index[monday] for monday in mondays if monday in index)
        last = mondays[-1] + timedelta(days=6)
        end = calendar.after(last) if last <= situation.target else None
        found.append(Fixed(job, weeks[0] if weeks else 0, end, weeks, job.rate(running.weeks)))
    return tuple(found)


def _lifts_of_begun(
    actions: Mapping[str, Action], situation: Situation, calendar: Calendar
) -> dict[str, tuple[tuple[str, int, int], ...]]:
    """The lifts that take effect of what runs since before the plan: by the levels on the days on which it began.

    Weeks are counted from the first one of the plan on, so that there these actions all seem to begin with it.
    """
    found: dict[str, tuple[tuple[str, int, int], ...]] = {}
    ended: list[tuple[date, str, int]] = []
    for running in sorted(situation.running, key=lambda running: (running.start, running.action)):
        if running.start >= calendar.start:
            continue
        now = dict(situation.levels)
        for end, skill, high in ended:
            now[skill] = max(now[skill], high) if end < running.start else now[skill]
        found[running.action] = tuple(
            (lift.skill, lift.low, lift.high)
            for lift in actions[running.action].lifts
            if lift.low <= now.get(lift.skill, -1) < lift.high
        )
        last = calendar.weeks_of(running)[-1] + timedelta(days=6)
        ended += [(last, skill, high) for skill, _, high in found[running.action]]
    return found
