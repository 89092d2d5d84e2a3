"""A result down to its numbers: every skill's part in the score and in the range, with sums that can be checked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import sqrt

from assessments.domain.instrument import Instrument, Skill
from assessments.domain.scoring import DomainScore, Readiness, SkillScore
from assessments.domain.scoring.combining import RANGE_SDS


@dataclass(frozen=True, slots=True)
class SkillLine:
    """One skill: weight, attainment and variance, the points of 100 that it brings and lacks, and its part of sd²."""

    id: str
    name: str
    asked: bool
    weight: str
    attainment: str
    brings: str
    lacks: str
    variance: str
    part: str


@dataclass(frozen=True, slots=True)
class Sums:
    """The totals below the table, and what the formulas make of them."""

    weight: str
    weighted: str
    brings: str
    lacks: str
    total: str
    part: str
    sd: str
    spread: str
    low: str
    high: str
    sds: str


@dataclass(frozen=True, slots=True)
class DomainLine:
    """One domain: the weight of its skills, the weighted attainment, and its score with its range, if it has one."""

    name: str
    weight: str
    weighted: str
    score: str
    low: str
    high: str
    answered: str


@dataclass(frozen=True, slots=True)
class Working:
    """The whole computation."""

    lines: tuple[SkillLine, ...]
    sums: Sums
    domains: tuple[DomainLine, ...]


def working(instrument: Instrument, readiness: Readiness, unrated: Collection[str]) -> Working:
    """How the score and its range come about, skill by skill in the instrument's order."""
    pairs = list(zip(instrument.skills, readiness.skills, strict=True))
    return Working(
        lines=tuple(_line(skill, score, skill.id not in unrated) for skill, score in pairs),
        sums=_sums(instrument, readiness),
        domains=tuple(
            _domain(domain, [pair for pair in pairs if pair[0].domain == domain.id]) for domain in readiness.domains
        ),
    )


def _line(skill: Skill, score: SkillScore, asked: bool) -> SkillLine:
    return SkillLine(
        id=skill.id,
        name=skill.name,
        asked=asked,
        weight=f"{skill.weight:g}",
        attainment=f"{score.attainment:.4f}",
        brings=f"{100 * score.share * score.attainment:.3f}",
        lacks=f"{score.points_lost:.3f}",
        variance=f"{score.variance:.4f}",
        part=f"{1e4 * score.share**2 * score.variance:.4f}",
    )


def _sums(instrument: Instrument, readiness: Readiness) -> Sums:
    skills, overall = readiness.skills, readiness.overall
    brings = sum(100 * skill.share * skill.attainment for skill in skills)
    lacks = sum(skill.points_lost for skill in skills)
    part = sum(1e4 * skill.share**2 * skill.variance for skill in skills)
    return Sums(
        weight=f"{instrument.total_weight:g}",
        weighted=f"{brings * instrument.total_weight / 100:.3f}",
        brings=f"{brings:.3f}",
        lacks=f"{lacks:.3f}",
        total=f"{brings + lacks:.3f}",
        part=f"{part:.4f}",
        sd=f"{sqrt(part):.3f}",
        spread=f"{RANGE_SDS * sqrt(part):.3f}",
        low=f"{overall.low:.2f}",
        high=f"{overall.high:.2f}",
        sds=f"{RANGE_SDS:g}",
    )


def _domain(domain: DomainScore, pairs: Sequence[tuple[Skill, SkillScore]]) -> DomainLine:
    score = domain.score
    return DomainLine(
        name=domain.name,
        weight=f"{sum(skill.weight for skill, _ in pairs):g}",
        weighted=f"{sum(skill.weight * found.attainment for skill, found in pairs):.3f}",
        score=f"{score.score:.2f}" if score else "",
        low=f"{score.low:.2f}" if score else "",
        high=f"{score.high:.2f}" if score else "",
        answered=f"{domain.answered} of {domain.skills}",
    )
