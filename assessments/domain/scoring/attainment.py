"""How much of a requirement is reached: as known, and as expected after one more observation."""

from collections.abc import Iterable

from assessments.domain.instrument import LEVELS, Item
from assessments.domain.scoring.likelihoods import item_likelihood, rating_likelihood
from assessments.domain.scoring.posterior import Posterior, mean, posterior


def attainment(probabilities: Posterior, required: int) -> tuple[float, float]:
    """E and Var of min(θ,q)/q (DESIGN section 5), both from 0 to 1."""
    attained = [min(theta, required) / required for theta in LEVELS]
    # Rounding in the sums must not lift a certain outcome above 1: points lost would turn negative.
    average = min(1.0, mean(probabilities, attained))
    return average, max(0.0, mean(probabilities, [value**2 for value in attained]) - average**2)


def expected_variance(now: Posterior, outcomes: Iterable[Posterior], required: int) -> float:
    """Var of attainment after an observation, over its outcomes as likely as they are now; never above today's."""
    found = 0.0
    for likelihood in outcomes:
        chance = mean(now, likelihood)
        found += chance * attainment(posterior((now, likelihood)), required)[1]
    return found


def rating_outcomes(sigma: float) -> tuple[Posterior, ...]:
    """The likelihoods of every rating that could be given."""
    return tuple(rating_likelihood(level, sigma) for level in LEVELS)


def item_outcomes(item: Item) -> tuple[Posterior, ...]:
    """The likelihoods of right and wrong: who says that they are unsure would else have guessed."""
    return tuple(item_likelihood(item.level, len(item.options), outcome) for outcome in ("right", "wrong"))
