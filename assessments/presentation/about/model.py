"""The readiness model's numbers as a reader takes them in: in so many cases of 100."""

from dataclasses import dataclass

from assessments.domain.scoring import BANDS, rating_likelihood
from assessments.domain.scoring.combining import RANGE_SDS
from assessments.domain.scoring.likelihoods import (
    LOW_CONFIDENCE,
    SIGMA,
    SIGMA_MENTOR,
    SIGMA_WITH_EVIDENCE,
    SLOPE,
    item_likelihood,
)
from assessments.presentation import terms
from assessments.presentation.words import amount

LEVEL = 3
"""The true level for which the page says how ratings and answers scatter."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Of 100 people at one level, how many rate themselves there, one level off, and further off."""

    there: int
    near: int
    far: int


@dataclass(frozen=True, slots=True)
class Model:
    """Constants of the model, and what they mean for somebody at `level`."""

    level: int
    sigma: str
    with_evidence: str
    low_confidence: str
    mentor: str
    slope: str
    sds: str
    plain: Ratings
    backed: Ratings
    doubted: Ratings
    mentored: Ratings
    right_at: int
    right_below: int
    bands: tuple[tuple[str, str], ...]


def model(options: int) -> Model:
    """The numbers, for scenarios with so many options."""
    right = item_likelihood(LEVEL, options, "right")
    return Model(
        level=LEVEL,
        sigma=amount(SIGMA),
        with_evidence=amount(SIGMA_WITH_EVIDENCE),
        low_confidence=f"{LOW_CONFIDENCE:g}",
        mentor=amount(SIGMA_MENTOR),
        slope=amount(SLOPE),
        sds=f"{RANGE_SDS:g}",
        plain=_ratings(SIGMA),
        backed=_ratings(SIGMA_WITH_EVIDENCE),
        doubted=_ratings(SIGMA * LOW_CONFIDENCE),
        mentored=_ratings(SIGMA_MENTOR),
        right_at=round(100 * right[LEVEL]),
        right_below=round(100 * right[LEVEL - 1]),
        bands=tuple(_bands()),
    )


def _ratings(sigma: float) -> Ratings:
    chances = [rating_likelihood(rating, sigma)[LEVEL] for rating in range(6)]
    there, near = round(100 * chances[LEVEL]), round(100 * (chances[LEVEL - 1] + chances[LEVEL + 1]))
    return Ratings(there, near, 100 - there - near)


def _bands() -> list[tuple[str, str]]:
    """Each band's word with the whole scores that it spans."""
    starts = [0, *(limit for limit, _ in BANDS)]
    words = [*(word for _, word in BANDS), "ready"]
    ends = [*(limit - 1 for limit, _ in BANDS), 100]
    return [(terms.BANDS[word], terms.span(low, high)) for word, low, high in zip(words, starts, ends, strict=True)]
