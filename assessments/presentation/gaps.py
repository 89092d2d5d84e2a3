"""The ranked gaps of a result, each with the smallest useful thing to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.domain.closing import smallest
from assessments.domain.instrument import Instrument
from assessments.presentation.actions import hours
from assessments.presentation.standing import SkillRow
from assessments.presentation.words import figures


@dataclass(frozen=True, slots=True)
class GapRow:
    """A gap, what it costs, and the action with the fewest hours that lifts it; all empty where there is none."""

    skill: SkillRow
    costs: str
    key: str
    action: str
    hours: str


def gap_rows(skills: Iterable[SkillRow], instrument: Instrument) -> tuple[GapRow, ...]:
    """The gaps in their order."""
    return tuple(_row(skill, instrument) for skill in skills)


def _row(skill: SkillRow, instrument: Instrument) -> GapRow:
    action = smallest(instrument.actions, skill.id, skill.likely)
    return GapRow(
        skill=skill,
        costs=figures(skill.points, "point"),
        key=action.id if action else "",
        action=action.name if action else "",
        hours=hours(action.hours_min, action.hours_max) if action else "",
    )
