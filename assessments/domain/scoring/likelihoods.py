"""How likely each observation is at each proficiency."""

import math
from functools import lru_cache

from assessments.domain.instrument import LEVELS
from assessments.domain.scoring.answers import Rating
from assessments.domain.scoring.posterior import Posterior

SIGMA = 1.0
SIGMA_WITH_EVIDENCE = 0.6
SIGMA_MENTOR = 0.7
LOW_CONFIDENCE = 1.25
SLOPE = 1.5


@lru_cache(maxsize=64)
def rating_likelihood(rating: int, sigma: float) -> Posterior:
    """P(rating | θ) for θ from 0 to 5: a normal curve over the six possible ratings."""
    return tuple(
        math.exp(-((rating - theta) ** 2) / (2 * sigma**2))
        / sum(math.exp(-((other - theta) ** 2) / (2 * sigma**2)) for other in LEVELS)
        for theta in LEVELS
    )


@lru_cache(maxsize=256)
def item_likelihood(level: int, options: int, outcome: str) -> Posterior:
    """P(outcome | θ) of an item that probes a level, with guessing among its options; right, wrong or unsure."""
    known = [1 / (1 + math.exp(-SLOPE * (theta - level + 0.5))) for theta in LEVELS]
    if outcome == "right":
        return tuple(1 / options + (1 - 1 / options) * k for k in known)
    if outcome == "wrong":
        return tuple((1 - 1 / options) * (1 - k) for k in known)
    return tuple(1 - k for k in known)


def sigma_of(rating: Rating) -> float:
    """How widely a rating scatters around the true proficiency."""
    sigma = SIGMA_WITH_EVIDENCE if rating.evidence else SIGMA
    return sigma * LOW_CONFIDENCE if rating.low_confidence else sigma
