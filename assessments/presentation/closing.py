"""The actions that close a gap, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.domain.closing import Rise, chain, others
from assessments.domain.instrument import Instrument
from assessments.presentation.actions import ActionRow, Totals, action_row, totals
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.standing import SkillRow
from assessments.presentation.terms import NOT_ASKED
from assessments.presentation.words import count, sentence


@dataclass(frozen=True, slots=True)
class Closing:
    """The actions that close the gap in order, what they take together, and the skill's other actions."""

    title: str
    steps: tuple[ActionRow, ...]
    takes: Totals | None
    others: tuple[ActionRow, ...]
    passed: tuple[ActionRow, ...]


def closing(skill: SkillRow, instrument: Instrument, catalogue: Catalogue) -> Closing:
    """The chain with the fewest hours from where the skill stands, from level 0 where nobody rated it."""
    level = 0 if skill.status == NOT_ASKED else skill.likely
    rises = chain(instrument.actions, skill.id, level, skill.required)
    further, passed = others(instrument.actions, skill.id, level, rises)
    rows = [tuple(action_row(rise, catalogue) for rise in found) for found in (rises, further, passed)]
    return Closing(_closes(skill, level, rises), rows[0], totals(rises) if rises else None, rows[1], rows[2])


def _closes(skill: SkillRow, level: int, rises: Sequence[Rise]) -> str:
    if level >= skill.required:
        return "Your likely level reaches the requirement"
    if not rises:
        return "The catalogue has no action that lifts this skill from where you stand"
    steps = sentence(count(len(rises), "step"))
    if rises[-1].high < skill.required:
        return f"{steps} lead part of the way; the catalogue has no action beyond level {rises[-1].high}"
    if skill.status == NOT_ASKED:
        return f"{steps} lead from the start to what is required"
    return f"{steps} {'closes' if len(rises) == 1 else 'close'} it"
