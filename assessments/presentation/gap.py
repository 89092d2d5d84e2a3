"""The page of one skill of a result: where it stands, what closing it adds and takes, and what to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.closing import Closing, closing
from assessments.presentation.glyphs import percent
from assessments.presentation.result import ResultPage
from assessments.presentation.standing import SkillRow
from assessments.presentation.terms import NOT_ASKED, STATUSES, whole
from assessments.presentation.words import count, figures, listed, sentence

TOP = 5
ORDER = ("", "second-", "third-", "fourth-", "fifth-")
Levels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LevelPlot:
    """The level chart: lengths in percent of a plot from 0 to 5."""

    you: str
    short: str
    low: str
    high: str
    required: str
    title: str


@dataclass(frozen=True, slots=True)
class GapPage:
    """What the page of a skill prints; `is_open` where something may have to be closed."""

    skill: SkillRow
    kicker: str
    lede: str
    definition: str
    adds: str
    adds_note: str
    weight: str
    weight_note: str
    plot: LevelPlot
    closing: Closing

    @property
    def is_open(self) -> bool:
        """Whether the requirement is not met for certain."""
        return self.skill.status != "met"

    @property
    def is_asked(self) -> bool:
        """Whether somebody rated the skill."""
        return self.skill.status != NOT_ASKED


def gap_page(
    result: ResultPage,
    report: Mapping[str, Any],
    skill: SkillRow,
    instrument: Instrument,
    levels: Levels,
    catalogue: Catalogue,
) -> GapPage:
    """The page of a skill of this result; levels are the names of the career's levels by key."""
    row = catalogue.skills[skill.id]
    frozen = next(found for found in report["skills"] if found["id"] == skill.id)
    to = whole(report["readiness"]["score"] + skill.points)
    return GapPage(
        skill=skill,
        kicker=f"{_place(result.gaps, skill)} · {skill.domain_name}",
        lede=_lede(skill, result.score, to),
        definition=row["definition"],
        adds=figures(skill.points, "point"),
        adds_note=_adds_note(result, skill, to),
        weight=f"{_weight(skill.id, instrument.level, catalogue)} for {levels[instrument.level]}",
        weight_note=_other_weights(skill.id, instrument.level, levels, catalogue),
        plot=_plot(skill, frozen),
        closing=closing(skill, instrument, catalogue),
    )


def _place(gaps: Sequence[SkillRow], skill: SkillRow) -> str:
    if skill not in gaps:
        return STATUSES[skill.status]
    return f"Gap {gaps.index(skill) + 1} of {len(gaps)}"


def _lede(skill: SkillRow, score: int, to: int) -> str:
    moves = f"would move you from {score} to about {to}" if to > score else "would move you by less than a point"
    if skill.status == NOT_ASKED:
        return f"This skill was not asked. Rating it would say where you stand; meeting it for certain {moves}."
    if skill.status == "met":
        return "You meet what is required here, so there is nothing to close."
    if skill.status == "unsure":
        return f"Your answers do not tell yet whether you meet this. Meeting it for certain {moves}."
    return f"Closing this {moves}."


def _adds_note(result: ResultPage, skill: SkillRow, to: int) -> str:
    moves = f"Readiness {result.score} to {to}" if to > result.score else f"Rounded, readiness stays at {result.score}"
    if skill not in result.gaps:
        return moves
    place = result.gaps.index(skill)
    if len(result.gaps) == 1:
        return f"Your only gap. {moves}"
    rank = f"{ORDER[place]}largest" if place < len(ORDER) else "number " + str(place + 1)
    return f"{sentence('the ' + rank)} of your {count(len(result.gaps), 'gap')}. {moves}"


def _weight(skill: str, level: str, catalogue: Catalogue) -> str:
    total = sum(row["weight_by_level"][level] for row in catalogue.skills.values())
    return f"{_counts(skill, level, catalogue)} of {total:g}"


def _other_weights(skill: str, level: str, levels: Levels, catalogue: Catalogue) -> str:
    return listed([f"{_counts(skill, other, catalogue)} for {levels[other]}" for other in levels if other != level])


def _counts(skill: str, level: str, catalogue: Catalogue) -> str:
    return f"{catalogue.skills[skill]['weight_by_level'][level]:g}"


def _plot(skill: SkillRow, frozen: Mapping[str, Any]) -> LevelPlot:
    short = max(0, skill.required - skill.likely) if skill.status != "met" else 0
    return LevelPlot(
        you=percent(100 * skill.likely / TOP),
        short=percent(100 * short / TOP),
        low=percent(100 * frozen["low"] / TOP),
        high=percent(100 * frozen["high"] / TOP),
        required=percent(100 * skill.required / TOP),
        title=_finding(skill, frozen["meets"]),
    )


def _finding(skill: SkillRow, meets: float) -> str:
    chance = _chance(meets)
    if skill.status == NOT_ASKED:
        return "This skill was not asked, so any level is possible"
    if skill.status == "met":
        return f"The chance that you meet the requirement is {chance}"
    if skill.status == "unsure":
        return f"Your answers do not tell yet: the chance that you meet the requirement is {chance}"
    to_go = sentence(count(skill.required - skill.likely, "level"))
    return f"{to_go} to go; the chance that you meet the requirement already is {chance}"


def _chance(value: float) -> str:
    hundred = round(100 * value)
    if hundred < 1:
        return "below 1 in 100"
    return "above 99 in 100" if hundred > 99 else f"{hundred} in 100"
