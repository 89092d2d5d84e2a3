"""What was observed of each skill, and how likely each observation is at each proficiency."""

from dataclasses import dataclass

from assessments.domain.instrument import Instrument
from assessments.domain.scoring.answers import Answers, outcome_of
from assessments.domain.scoring.likelihoods import SIGMA_MENTOR, item_likelihood, rating_likelihood, sigma_of
from assessments.domain.scoring.posterior import Posterior

SCENARIO, RATING, MENTOR = "scenario", "rating", "mentor"


@dataclass(frozen=True, slots=True)
class Observation:
    """One observation of a skill.

    - kind and id: a scenario with the key of its item, or a rating by the user or a mentor with the key of the skill
    - level: 0 to 5, the rating that was given or the proficiency that the scenario probes
    - outcome: right, wrong or unsure of a scenario, empty for a rating
    - sigma: how widely a rating scatters, none for a scenario
    """

    kind: str
    id: str
    level: int
    outcome: str
    sigma: float | None
    likelihood: Posterior


def observations(instrument: Instrument, answers: Answers) -> dict[str, tuple[Observation, ...]]:
    """The observations of every skill of the instrument, an empty tuple where there is none."""
    found: dict[str, list[Observation]] = {skill.id: [] for skill in instrument.skills}
    for item in instrument.items:
        if item.id in answers.scenarios and item.skill in found:
            outcome = outcome_of(item, answers.scenarios[item.id])
            likelihood = item_likelihood(item.level, len(item.options), outcome)
            found[item.skill].append(Observation(SCENARIO, item.id, item.level, outcome, None, likelihood))
    for id, seen in found.items():
        seen += _ratings(id, answers)
    return {id: tuple(seen) for id, seen in found.items()}


def _ratings(skill: str, answers: Answers) -> list[Observation]:
    given = []
    if skill in answers.ratings:
        given.append((RATING, answers.ratings[skill].level, sigma_of(answers.ratings[skill])))
    if skill in answers.mentor_ratings:
        given.append((MENTOR, answers.mentor_ratings[skill], SIGMA_MENTOR))
    return [Observation(kind, skill, level, "", sigma, rating_likelihood(level, sigma)) for kind, level, sigma in given]
