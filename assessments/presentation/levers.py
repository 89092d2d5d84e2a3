"""Which changes move readiness most, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.presentation.glyphs import percent
from assessments.presentation.standing import Report, SkillRow
from assessments.presentation.terms import whole


@dataclass(frozen=True, slots=True)
class LeverRow:
    """A skill brought to its requirement, after those above it; lengths in percent of a plot from 0 to 100."""

    skill: SkillRow
    after: int
    before_length: str
    adds_length: str


def lever_rows(report: Report, skills: Sequence[SkillRow]) -> tuple[LeverRow, ...]:
    """The report's levers, each on top of the one before."""
    by_id: Mapping[str, SkillRow] = {skill.id: skill for skill in skills}
    before, found = report["readiness"]["score"], []
    for lever in report["levers"]:
        skill = by_id[lever["skill"]]
        after = min(100.0, before + skill.points)
        found.append(LeverRow(skill, whole(after), percent(before), percent(after - before)))
        before = after
    return tuple(found)
