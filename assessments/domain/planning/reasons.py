"""Why each action is in the plan, and why then, in sentences."""

from collections.abc import Iterable, Sequence

from assessments.domain.planning.problem import Job
from assessments.domain.planning.timetable import Slot, Timetable
from assessments.domain.planning.value import Gain


def why(table: Timetable, slot: Slot, won: Sequence[Gain], pinned: Iterable[str]) -> str:
    """What the action is for, what decides its week, and what has to be arranged."""
    parts = [_purpose(table, slot, won, pinned), _timing(table, slot)]
    arrange = to_arrange(table, slot.job.id)
    if arrange:
        parts.append(f"To arrange: {listed(arrange)}.")
    return " ".join(parts)


def to_arrange(table: Timetable, action: str) -> list[str]:
    """Names of the conditions of the organization that the action assumes."""
    instrument = table.problem.instrument
    asked = next(entry.requires_conditions for entry in instrument.actions if entry.id == action)
    return [row.name for row in instrument.conditions if row.id in asked and row.scope == "organization"]


def listed(names: Sequence[str]) -> str:
    """Names as a phrase: a, b and c."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _purpose(table: Timetable, slot: Slot, won: Sequence[Gain], pinned: Iterable[str]) -> str:
    instrument = table.problem.instrument
    skills = {skill.id: skill.name for skill in instrument.skills}
    gates = {gate.id: gate.name for gate in instrument.gates}
    own = [gain for gain in won if gain.action == slot.job.id]
    found = [f"lifts {skills[gain.skill]} from {gain.low} to {gain.high}" for gain in own if gain.skill]
    found += [f"opens the gate {gates[gain.gate]}" for gain in own if gain.gate]
    followers = _followers(table, slot)
    if followers:
        found.append(f"has to come before {listed(followers)}")
    if slot.job.id in pinned:
        found.append("is there because you asked for it")
    text = listed(found or ["prepares what follows"])
    return f"{text[0].upper()}{text[1:]}."


def _followers(table: Timetable, slot: Slot) -> list[str]:
    names = {action.id: action.name for action in table.problem.instrument.actions}
    asking = [
        other
        for other in table.slots.values()
        if any(slot.job.id in need for need in other.job.needs) and other.start >= slot.end
    ]
    return [names[other.job.id] for other in sorted(asking, key=lambda other: (other.start, other.job.id))]


def _timing(table: Timetable, slot: Slot) -> str:
    if slot.start == 0:
        return "It can start at once."
    names = {action.id: action.name for action in table.problem.instrument.actions}
    ending = [other.job for other in table.slots.values() if other.end == slot.start]
    ending += [fixed.job for fixed in table.problem.fixed if fixed.end == slot.start]
    before = [other.id for other in ending if _leads(other, slot.job)]
    if before:
        return f"It starts as soon as {listed([names[action] for action in sorted(before)])} has ended."
    if slot.job.starts is not None or slot.job.ends is not None:
        return "Its weeks follow from its yearly window."
    return "It starts as soon as there are enough free hours."


def _leads(other: Job, job: Job) -> bool:
    needed = any(other.id in need for need in job.needs)
    lifted = any(
        name == skill and low <= high for skill, low, _ in job.lifts for name, _, high in other.lifts if low > 0
    )
    return needed or lifted
