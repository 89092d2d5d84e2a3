"""Skills and domains of a frozen result, with their names and words; every chart and heading reads these rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.presentation.catalogue import Catalogue
from assessments.presentation.glyphs import percent
from assessments.presentation.terms import NOT_ASKED, STATUSES, span, whole, within
from assessments.presentation.words import amount, count, sentence

Report = Mapping[str, Any]
TAGS = {"gap": "gap", "met": "good"}
NOTHING_GIVEN: frozenset[str] = frozenset()
UNKNOWN = "Not known"


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One skill against its requirement; `points` of readiness out of 100, levels as numbers and in words."""

    id: str
    name: str
    domain: str
    domain_name: str
    likely: int
    required: int
    points: float
    status: str
    likely_word: str
    range_words: str
    required_word: str
    now: str
    then: str
    why: str

    @property
    def points_text(self) -> str:
        """The points as they are printed."""
        return amount(self.points)

    @property
    def status_word(self) -> str:
        """The status as it is printed."""
        return STATUSES[self.status]

    @property
    def tag(self) -> str:
        """The class of the status."""
        return TAGS.get(self.status, "")


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One domain's attainment out of 100, where 100 is the requirement; lengths in percent of the plot."""

    id: str
    name: str
    score: int
    range_words: str
    you: str
    short: str
    low: str
    high: str
    tag: str
    tag_word: str


def unrated(document: Report) -> frozenset[str]:
    """Keys of the skills that a result's document says nobody rated; older documents have rated all."""
    return frozenset(document.get("left_out", {}).get("skills", ()))


def skill_rows(report: Report, catalogue: Catalogue, unrated: Collection[str] = NOTHING_GIVEN) -> tuple[SkillRow, ...]:
    """All skills, those that cost most points first; equals stay in the instrument's order.

    Those that nobody rated come last and are neither met nor a gap: nothing is known of them.
    """
    ranked = sorted(report["skills"], key=lambda skill: (skill["id"] in unrated, -skill["points_lost"]))
    return tuple(_skill(skill, catalogue, asked=skill["id"] not in unrated) for skill in ranked)


def domain_rows(report: Report, catalogue: Catalogue, skills: Sequence[SkillRow]) -> tuple[DomainRow, ...]:
    """The domains that have a score, the furthest from the requirement first."""
    shown = [domain for domain in report["domains"] if domain["score"] is not None]
    return tuple(_domain(domain, catalogue, skills) for domain in sorted(shown, key=lambda domain: domain["score"]))


def _skill(skill: Report, catalogue: Catalogue, *, asked: bool) -> SkillRow:
    row, likely, required = catalogue.skills[skill["id"]], skill["likely"], skill["required"]
    return SkillRow(
        id=skill["id"],
        name=row["name"],
        domain=row["domain"],
        domain_name=catalogue.domain_name(skill["id"]),
        likely=likely,
        required=required,
        points=skill["points_lost"],
        status=skill["status"] if asked else NOT_ASKED,
        likely_word=catalogue.word(likely) if asked else STATUSES[NOT_ASKED],
        range_words=levels(skill["low"], skill["high"], catalogue) if asked else UNKNOWN,
        required_word=catalogue.word(required),
        now=catalogue.anchor(skill["id"], likely),
        then=catalogue.anchor(skill["id"], required),
        why=row["required_rationale"],
    )


def levels(low: int, high: int, catalogue: Catalogue) -> str:
    """A range of proficiencies in words."""
    first, last = catalogue.word(low), catalogue.word(high)
    if low == high:
        return first
    # Level 0 is a phrase of its own, so it is set apart from the "to" that follows.
    return f"{first if low else f'‘{first}’'} to {within(last)}"


def _domain(domain: Report, catalogue: Catalogue, skills: Sequence[SkillRow]) -> DomainRow:
    tag, word = _standing([skill for skill in skills if skill.domain == domain["id"]])
    return DomainRow(
        id=domain["id"],
        name=catalogue.domains[domain["id"]]["name"],
        score=whole(domain["score"]),
        range_words=span(whole(domain["low"]), whole(domain["high"])),
        you=percent(domain["score"]),
        short=percent(100 - domain["score"]),
        low=percent(domain["low"]),
        high=percent(domain["high"]),
        tag=tag,
        tag_word=word,
    )


def _standing(skills: Sequence[SkillRow]) -> tuple[str, str]:
    """The class and words that sum up a domain: its gaps, else what is unsure or unknown, else that all is met."""
    statuses = [skill.status for skill in skills]
    if gaps := statuses.count("gap"):
        return TAGS["gap"], sentence(count(gaps, "gap"))
    if unsure := statuses.count("unsure"):
        words = within(STATUSES["unsure"])
        return "", sentence(count(unsure, words, words))
    if unknown := statuses.count(NOT_ASKED):
        words = within(STATUSES[NOT_ASKED])
        return "", sentence(count(unknown, words, words))
    return TAGS["met"], STATUSES["met"]
