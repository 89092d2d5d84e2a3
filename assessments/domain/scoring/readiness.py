"""From answers to readiness."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.domain.instrument import Instrument, Item
from assessments.domain.scoring.answers import Answers, outcome_of
from assessments.domain.scoring.combining import DomainScore, Score, combined, domain_score
from assessments.domain.scoring.likelihoods import SIGMA_MENTOR, item_likelihood, rating_likelihood, sigma_of
from assessments.domain.scoring.posterior import Posterior, posterior
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
    items = _items_by_skill(instrument, answers)
    total = instrument.total_weight
    skills = tuple(
        skill_score(skill, posterior(_likelihoods(skill.id, answers, items)), skill.weight / total)
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


def _items_by_skill(instrument: Instrument, answers: Answers) -> dict[str, list[tuple[Item, str]]]:
    found: dict[str, list[tuple[Item, str]]] = {}
    for item in instrument.items:
        if item.id in answers.scenarios:
            found.setdefault(item.skill, []).append((item, outcome_of(item, answers.scenarios[item.id])))
    return found


def _likelihoods(skill: str, answers: Answers, items: Mapping[str, list[tuple[Item, str]]]) -> list[Posterior]:
    found = [item_likelihood(item.level, len(item.options), outcome) for item, outcome in items.get(skill, ())]
    if skill in answers.ratings:
        found.append(rating_likelihood(answers.ratings[skill].level, sigma_of(answers.ratings[skill])))
    if skill in answers.mentor_ratings:
        found.append(rating_likelihood(answers.mentor_ratings[skill], SIGMA_MENTOR))
    return found
