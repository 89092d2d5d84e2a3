"""What the steps of a plan bring: readiness by the likely levels, and the days that matter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessments.domain.instrument import Instrument
from assessments.presentation.steps import Step

BAND_STARTS = ((60, "Close to ready, 60"), (75, "Ready, 75"))


@dataclass(frozen=True, slots=True)
class Milestone:
    """A gate opened, a band entered or the end of the plan; reached once every step that leads there is done."""

    name: str
    day: date
    reached: bool


def readiness(instrument: Instrument, levels: Mapping[str, int]) -> float:
    """100 less the skill points missing at these levels (DESIGN section 6); skills without a level are left out."""
    unit = _units(instrument)
    missing = sum(
        unit[skill.id] * (skill.required - min(levels[skill.id], skill.required))
        for skill in instrument.skills
        if skill.id in levels
    )
    return 100 - missing


def points(instrument: Instrument, step: Step) -> float:
    """Points of readiness that a step's lifts bring; what lies above the requirement brings none."""
    unit, required = _units(instrument), {skill.id: skill.required for skill in instrument.skills}
    return sum(
        unit[change.skill] * (min(change.high, required[change.skill]) - min(change.low, required[change.skill]))
        for change in step.changes
    )


def milestones(
    instrument: Instrument, steps: Sequence[Step], start: float, open_gates: Mapping[str, str]
) -> tuple[Milestone, ...]:
    """In the order of their day; `start` is the readiness before the first step, gates are named by key."""
    ended = sorted(steps, key=lambda step: (step.end, step.number))
    found = [*_gates(ended, open_gates), *_bands(instrument, ended, start)]
    if ended:
        found.append(Milestone("Last step ends", ended[-1].end, all(step.is_done for step in ended)))
    return tuple(sorted(found, key=lambda milestone: milestone.day))


def _gates(ended: Sequence[Step], open_gates: Mapping[str, str]) -> list[Milestone]:
    found = []
    for gate, name in open_gates.items():
        opener = next((step for step in ended if gate in step.gates), None)
        if opener:
            found.append(Milestone(name, opener.end, opener.is_done))
    return found


def _bands(instrument: Instrument, ended: Sequence[Step], start: float) -> list[Milestone]:
    found, value, all_done = [], start, True
    for step in ended:
        before, value = value, value + points(instrument, step)
        all_done = all_done and step.is_done
        # Points are compared to 0.01, so that a sum of floats cannot miss an edge by less.
        low, high = round(before, 2), round(value, 2)
        found += [Milestone(name, step.end, all_done) for edge, name in BAND_STARTS if low < edge <= high]
    return found


def _units(instrument: Instrument) -> dict[str, float]:
    total = instrument.total_weight
    return {skill.id: 100 * skill.weight / total / skill.required for skill in instrument.skills}
