"""From answers to readiness."""

from dataclasses import dataclass

from assessments.domain.instrument import Instrument
from assessments.domain.scoring.answers import Answers
from assessments.domain.scoring.combining import DomainScore, Score, combined, domain_score
from assessments.domain.scoring.observations import observations
from assessments.domain.scoring.posterior import posterior
from assessments.domain.scoring.skills import SkillScore, skill_score

BANDS = ((40, "starting"), (60, "building"), (75, "close"))
LEVERS = 3


@dataclass(frozen=True, slots=True)
class Lever:
    """A skill and the points that meeting its requirement would add."""

    skill: str
    points: float


@dataclass(frozen=True, slots=True)
class Readiness:
    """The outcome; `complete` once every skill is rated, before that unrated skills keep their wide prior."""

    overall: Score
    band: str
    complete: bool
    domains: tuple[DomainScore, ...]
    skills: tuple[SkillScore, ...]

    @property
    def gaps(self) -> tuple[SkillScore, ...]:
        """All skills, the ones that cost most points first."""
        return tuple(sorted(self.skills, key=lambda skill: -skill.points_lost))

    @property
    def levers(self) -> tuple[Lever, ...]:
        """The three changes that move readiness most."""
        return tuple(Lever(gap.id, gap.points_lost) for gap in self.gaps[:LEVERS] if gap.points_lost > 0.005)


def score(instrument: Instrument, answers: Answers) -> Readiness:
    """Readiness for the instrument's level (DESIGN section 5).

    - every skill: uniform prior times the likelihood of each observation, attainment E[min(θ,q)/q]
    - readiness and domains: weighted mean of attainment, range from the weighted variances
    """
    seen = observations(instrument, answers)
    total = instrument.total_weight
    skills = tuple(
        skill_score(skill, posterior(found.likelihood for found in seen[skill.id]), skill.weight / total)
        for skill in instrument.skills
    )
    overall = combined(skills)
    return Readiness(
        overall=overall,
        band=band(overall.score),
        complete=all(skill.id in answers.ratings for skill in instrument.skills),
        domains=tuple(
            domain_score(domain.id, domain.name, [skill for skill in skills if skill.domain == domain.id], answers)
            for domain in instrument.domains
        ),
        skills=skills,
    )


def band(value: float) -> str:
    """The word for a score."""
    return next((word for limit, word in BANDS if value < limit), "ready")
