"""Which changes move readiness most, one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.presentation.glyphs import percent
from assessments.presentation.standing import Report, SkillRow
from assessments.presentation.terms import NOT_ASKED, whole

LEAST = 0.005
"""Points below which nothing would be seen to move."""


@dataclass(frozen=True, slots=True)
class LeverRow:
    """A skill brought to its requirement, after those above it; lengths in percent of a plot from 0 to 100."""

    skill: SkillRow
    after: int
    before_length: str
    adds_length: str


def lever_rows(report: Report, skills: Sequence[SkillRow]) -> tuple[LeverRow, ...]:
    """The report's levers, each on top of the one before."""
    before, found = report["readiness"]["score"], []
    for skill in _moving(report, skills):
        after = min(100.0, before + skill.points)
        found.append(LeverRow(skill, whole(after), percent(before), percent(after - before)))
        before = after
    return tuple(found)


def _moving(report: Report, skills: Sequence[SkillRow]) -> list[SkillRow]:
    """The report's own levers; where it names skills that nobody rated, as many of those that somebody did."""
    by_id: Mapping[str, SkillRow] = {skill.id: skill for skill in skills}
    named = [by_id[lever["skill"]] for lever in report["levers"]]
    if all(skill.status != NOT_ASKED for skill in named):
        return named
    return [skill for skill in skills if skill.status != NOT_ASKED and skill.points > LEAST][: len(named)]
