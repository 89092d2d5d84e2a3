"""Whether scenario answers fit the levels that somebody gave themselves, by the item model of DESIGN section 5."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessments.domain.instrument import Instrument, Item
from assessments.domain.scoring import UNSURE, Answers, outcome_of
from assessments.domain.scoring.likelihoods import item_likelihood

ENOUGH = 5
"""Fewer scenarios say nothing about a whole domain."""

HIGH = 4
TAIL = 0.1
"""What lies outside the 80 % range at either end."""

LOWER, FITS, HIGHER = "lower", "fits", "higher"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Scenarios answered right, and how many people at the levels given would get right.

    - expected: their mean
    - low, high: whole numbers between which at least 8 in 10 such people end, both ends included
    - verdict: "lower" or "higher" only where `right` lies outside, otherwise "fits"
    """

    answered: int
    right: int
    expected: float
    low: int
    high: int

    @property
    def verdict(self) -> str:
        """How the answers compare with the ratings."""
        if self.right < self.low:
            return LOWER
        return HIGHER if self.right > self.high else FITS


def overall(instrument: Instrument, answers: Answers) -> Calibration | None:
    """Over all answered scenarios of rated skills; None where there are too few."""
    return _calibration(_answered(instrument, answers), answers)


def by_domain(instrument: Instrument, answers: Answers) -> dict[str, Calibration]:
    """The same for each domain that has enough of them, in the instrument's order."""
    domain_of = {skill.id: skill.domain for skill in instrument.skills}
    items = _answered(instrument, answers)
    found = {
        domain.id: _calibration([item for item in items if domain_of[item.skill] == domain.id], answers)
        for domain in instrument.domains
    }
    return {id: calibration for id, calibration in found.items() if calibration}


def rated_above(instrument: Instrument, answers: Answers) -> tuple[str, ...]:
    """Skills rated 4 or 5 of which more scenarios were wrong than right, in the instrument's order."""
    balance: dict[str, int] = {}
    for item in _answered(instrument, answers):
        points = {"right": 1, "wrong": -1, UNSURE: 0}
        balance[item.skill] = balance.get(item.skill, 0) + points[outcome_of(item, answers.scenarios[item.id])]
    return tuple(
        skill.id
        for skill in instrument.skills
        if balance.get(skill.id, 0) < 0 and answers.ratings[skill.id].level >= HIGH
    )


def agreeing(instrument: Instrument, answers: Answers) -> tuple[int, int]:
    """How many scenarios agree with the rating, and of how many: right up to the level given, not right above it."""
    items = _answered(instrument, answers)
    agree = sum(
        (answers.ratings[item.skill].level >= item.level) == (outcome_of(item, answers.scenarios[item.id]) == "right")
        for item in items
    )
    return agree, len(items)


def chances(values: Sequence[float]) -> list[float]:
    """P(exactly n of them happen) for n from 0 to all, each happening with its own chance (Poisson binomial)."""
    found = [1.0]
    for chance in values:
        found = [
            (found[n] * (1 - chance) if n < len(found) else 0.0) + (found[n - 1] * chance if n else 0.0)
            for n in range(len(found) + 1)
        ]
    return found


def central(probabilities: Sequence[float]) -> tuple[int, int]:
    """The numbers that leave at most a tenth of the chance below the first and at most a tenth above the last."""
    return _first(probabilities), len(probabilities) - 1 - _first(probabilities[::-1])


def _first(probabilities: Sequence[float]) -> int:
    below = 0.0
    for n, chance in enumerate(probabilities):
        below += chance
        if below > TAIL + 1e-12:
            return n
    return len(probabilities) - 1


def _answered(instrument: Instrument, answers: Answers) -> list[Item]:
    asked = {skill.id for skill in instrument.skills} & answers.ratings.keys()
    return [item for item in instrument.items if item.id in answers.scenarios and item.skill in asked]


def _calibration(items: Sequence[Item], answers: Answers) -> Calibration | None:
    if len(items) < ENOUGH:
        return None
    outcomes = [outcome_of(item, answers.scenarios[item.id]) for item in items]
    expected = list(_expected(items, answers))
    low, high = central(chances(expected))
    return Calibration(len(items), outcomes.count("right"), sum(expected), low, high)


def _expected(items: Iterable[Item], answers: Answers) -> Iterable[float]:
    """The chance to be right at the level given; who would have asked did not guess, so no guess is counted there."""
    for item in items:
        level, count = answers.ratings[item.skill].level, len(item.options)
        if outcome_of(item, answers.scenarios[item.id]) == UNSURE:
            yield 1 - item_likelihood(item.level, count, UNSURE)[level]
        else:
            yield item_likelihood(item.level, count, "right")[level]
