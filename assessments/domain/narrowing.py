"""What one more observation is expected to do to the range of readiness, before anybody knows how it turns out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from assessments.domain.form import scenarios
from assessments.domain.instrument import Instrument, Item, Skill
from assessments.domain.scoring import MENTOR, RATING, SCENARIO, Answers, observations, posterior, rating_likelihood
from assessments.domain.scoring.attainment import attainment, expected_variance, item_outcomes, rating_outcomes
from assessments.domain.scoring.combining import RANGE_SDS, Score
from assessments.domain.scoring.likelihoods import SIGMA, SIGMA_MENTOR, sigma_of
from assessments.domain.scoring.observations import Observation
from assessments.domain.scoring.posterior import Posterior

EXAMPLE = "example"
KINDS = (RATING, EXAMPLE, SCENARIO, MENTOR)
"""A rating where there is none, an example for one that has none, a further scenario, a mentor's rating."""

BEST = 5
"""So many skills are taken together when a whole kind of observation is weighed."""


@dataclass(frozen=True, slots=True)
class Further:
    """One observation that could still be made: of which kind and skill, and the key of the scenario item if it is one.

    - mean, variance: of the skill's attainment after it, both as expected now
    - narrows: points by which the whole range shrinks when this alone is added
    """

    kind: str
    skill: str
    item: str
    mean: float
    variance: float
    narrows: float


@dataclass(frozen=True, slots=True)
class Way:
    """The best few observations of one kind, each of another skill, and the range to expect after all of them."""

    kind: str
    steps: tuple[Further, ...]
    after: Score


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a skill: its share of all weight, the observations, mean and variance of its attainment."""

    skill: Skill
    share: float
    seen: tuple[Observation, ...]
    mean: float
    variance: float


def further(instrument: Instrument, answers: Answers) -> tuple[Further, ...]:
    """Every observation that could still be made, the one that narrows most first; equals in the instrument's order.

    - a new observation: its expected variance, over all outcomes as likely as they are under what is known now, so
      it never widens the range in expectation
    - an example: the rating stays and only its sigma falls, so what it does is certain, and may even widen the range
    """
    return _ranked(_known(instrument, answers), instrument, answers)


def ways(instrument: Instrument, answers: Answers, most: int = BEST) -> tuple[Way, ...]:
    """For each kind its best few observations, at most one a skill, that narrow the range; the best kind first."""
    known = _known(instrument, answers)
    ranked = _ranked(known, instrument, answers)
    found = [_way(kind, known, _first_of_each_skill(ranked, kind)[:most]) for kind in KINDS]
    return tuple(sorted((way for way in found if way.steps), key=lambda way: way.after.high - way.after.low))


def _ranked(known: Sequence[_Known], instrument: Instrument, answers: Answers) -> tuple[Further, ...]:
    whole, asked = _spread(known), scenarios(instrument, answers)
    found = [step for one in known for step in _steps(one, asked, answers, whole)]
    return tuple(sorted(found, key=lambda step: -round(step.narrows, 9)))


def _known(instrument: Instrument, answers: Answers) -> tuple[_Known, ...]:
    seen, total = observations(instrument, answers), instrument.total_weight
    return tuple(
        _Known(skill, skill.weight / total, seen[skill.id], *attainment(_posterior(seen[skill.id]), skill.required))
        for skill in instrument.skills
    )


def _steps(one: _Known, asked: Sequence[Item], answers: Answers, whole: float) -> Iterator[Further]:
    for kind, item, outcomes in _possible(one, asked, answers):
        # No observation moves the mean in expectation.
        variance = expected_variance(_posterior(one.seen), outcomes, one.skill.required)
        yield _further(one, kind, item, one.mean, variance, whole)
    rating = answers.ratings.get(one.skill.id)
    if rating and rating.level and not rating.evidence:
        sure = rating_likelihood(rating.level, sigma_of(replace(rating, evidence=True)))
        others = (seen.likelihood for seen in one.seen if seen.kind != RATING)
        yield _further(one, EXAMPLE, "", *attainment(posterior((*others, sure)), one.skill.required), whole)


def _possible(one: _Known, asked: Sequence[Item], answers: Answers) -> Iterator[tuple[str, str, Sequence[Posterior]]]:
    """Kind, item and the likelihoods of all outcomes of every observation of the skill that was not made yet.

    A mentor's rating is none of them while there is no own one: without it, it would not count. Of the scenarios only
    those are that the full form asks: no other could be answered.
    """
    kinds = {seen.kind for seen in one.seen}
    if RATING not in kinds:
        yield RATING, "", rating_outcomes(SIGMA)
    elif MENTOR not in kinds:
        yield MENTOR, "", rating_outcomes(SIGMA_MENTOR)
    for item in asked:
        if item.skill == one.skill.id and item.id not in answers.scenarios:
            yield SCENARIO, item.id, item_outcomes(item)


def _posterior(seen: Iterable[Observation]) -> Posterior:
    return posterior(observation.likelihood for observation in seen)


def _further(one: _Known, kind: str, item: str, average: float, variance: float, whole: float) -> Further:
    after = max(0.0, whole + one.share**2 * (variance - one.variance))
    return Further(kind, one.skill.id, item, average, variance, 2 * 100 * RANGE_SDS * (sqrt(whole) - sqrt(after)))


def _spread(known: Iterable[_Known]) -> float:
    """The variance of readiness, as a share of 1."""
    return sum(one.share**2 * one.variance for one in known)


def _first_of_each_skill(ranked: Iterable[Further], kind: str) -> list[Further]:
    found: dict[str, Further] = {}
    for step in ranked:
        if step.kind == kind and step.narrows > 0:
            found.setdefault(step.skill, step)
    return list(found.values())


def _way(kind: str, known: Iterable[_Known], steps: Sequence[Further]) -> Way:
    changed = {step.skill: step for step in steps}
    after = [
        replace(one, mean=changed[one.skill.id].mean, variance=changed[one.skill.id].variance)
        if one.skill.id in changed
        else one
        for one in known
    ]
    value = 100 * sum(one.share * one.mean for one in after)
    spread = 100 * RANGE_SDS * sqrt(_spread(after))
    return Way(kind, tuple(steps), Score(value, max(0.0, value - spread), min(100.0, value + spread)))
