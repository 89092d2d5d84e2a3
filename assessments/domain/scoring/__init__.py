"""The readiness model of DESIGN section 5: from answers to proficiencies, attainment and a score with its range."""

from assessments.domain.scoring.answers import UNSURE, Answers, Rating, outcome_of
from assessments.domain.scoring.combining import DomainScore, Score, combined
from assessments.domain.scoring.gates import GateStatus, gate_statuses
from assessments.domain.scoring.likelihoods import rating_likelihood, sigma_of
from assessments.domain.scoring.observations import MENTOR, RATING, SCENARIO, Observation, observations
from assessments.domain.scoring.posterior import median, posterior, shortest_run
from assessments.domain.scoring.readiness import BANDS, Lever, Readiness, band, score
from assessments.domain.scoring.skills import SkillScore, skill_score

__all__ = [
    "BANDS",
    "MENTOR",
    "RATING",
    "SCENARIO",
    "UNSURE",
    "Answers",
    "DomainScore",
    "GateStatus",
    "Lever",
    "Observation",
    "Rating",
    "Readiness",
    "Score",
    "SkillScore",
    "band",
    "combined",
    "gate_statuses",
    "median",
    "observations",
    "outcome_of",
    "posterior",
    "rating_likelihood",
    "score",
    "shortest_run",
    "sigma_of",
    "skill_score",
]
