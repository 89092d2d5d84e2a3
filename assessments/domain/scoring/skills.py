"""A skill's posterior against its requirement."""

from dataclasses import dataclass

from assessments.domain.instrument import LEVELS, Skill
from assessments.domain.scoring.attainment import attainment
from assessments.domain.scoring.posterior import Posterior, mean, median, shortest_run


@dataclass(frozen=True, slots=True)
class SkillScore:
    """A skill's posterior against its requirement; levels 0 to 5, `meets` a probability, points out of 100."""

    id: str
    domain: str
    likely: int
    low: int
    high: int
    mean: float
    required: int
    meets: float
    attainment: float
    variance: float
    share: float
    status: str

    @property
    def points_lost(self) -> float:
        """Points of readiness that the shortfall costs."""
        return 100 * self.share * (1 - self.attainment)


def skill_score(skill: Skill, probabilities: Posterior, share: float) -> SkillScore:
    """What a posterior says about a skill that holds `share` of all weight."""
    attained, variance = attainment(probabilities, skill.required)
    low, high = shortest_run(probabilities)
    meets = min(1.0, sum(probabilities[skill.required :]))
    return SkillScore(
        id=skill.id,
        domain=skill.domain,
        likely=median(probabilities),
        low=low,
        high=high,
        mean=mean(probabilities, LEVELS),
        required=skill.required,
        meets=meets,
        attainment=attained,
        variance=variance,
        share=share,
        status=_status(meets),
    )


def _status(meets: float) -> str:
    if meets >= 0.8:
        return "met"
    return "gap" if meets <= 0.2 else "unsure"
