"""Several skills as one score with its range."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assessments.domain.scoring.answers import Answers
from assessments.domain.scoring.skills import SkillScore

RANGE_SDS = 1.2816
"""Standard deviations to each side that hold 80 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 with its 80 % range."""

    score: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DomainScore:
    """A domain's score over its own skills, or None while under three fifths of them are rated."""

    id: str
    name: str
    score: Score | None
    answered: int
    skills: int


def combined(skills: Sequence[SkillScore]) -> Score:
    """The weighted mean of attainment out of 100, with its 80 % range cut to 0 and 100."""
    weight = sum(skill.share for skill in skills)
    value = 100 * sum(skill.share * skill.attainment for skill in skills) / weight
    spread = 100 * RANGE_SDS * math.sqrt(sum((skill.share / weight) ** 2 * skill.variance for skill in skills))
    value = min(100.0, max(0.0, value))
    return Score(value, max(0.0, value - spread), min(100.0, value + spread))


def domain_score(id: str, name: str, skills: list[SkillScore], answers: Answers) -> DomainScore:
    """A domain's score from its own skills, once enough of them are rated."""
    answered = sum(skill.id in answers.ratings for skill in skills)
    shown = skills and 5 * answered >= 3 * len(skills)
    return DomainScore(id, name, combined(skills) if shown else None, answered, len(skills))
