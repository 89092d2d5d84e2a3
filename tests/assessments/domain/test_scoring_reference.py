"""Readiness against a second implementation, written from DESIGN section 5 alone with nothing but loops."""

import math
import time
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers, Rating, score
from tests.assessments.domain.builders import published


@dataclass
class Reference:
    """What the second implementation finds: readiness with its range, and figures by skill."""

    score: float
    low: float
    high: float
    meets: dict[str, float]
    likely: dict[str, int]
    lost: dict[str, float]


def likelihood_of_rating(rating: int, theta: int, sigma: float) -> float:
    total = 0.0
    for other in range(6):
        total += math.exp(-((other - theta) ** 2) / (2 * sigma * sigma))
    return math.exp(-((rating - theta) ** 2) / (2 * sigma * sigma)) / total


def likelihood_of_choice(choice: str, key: str, options: int, level: int, theta: int) -> float:
    known = 1 / (1 + math.exp(-1.5 * (theta - level + 0.5)))
    if choice == "unsure":
        return 1 - known
    if choice == key:
        return 1 / options + (1 - 1 / options) * known
    return (1 - 1 / options) * (1 - known)


def posterior_of(instrument: Instrument, answers: Answers, skill: str) -> list[float]:
    weights = [1 / 6] * 6
    for theta in range(6):
        if skill in answers.ratings:
            rating = answers.ratings[skill]
            sigma = 0.6 if rating.evidence else 1.0
            if rating.low_confidence:
                sigma = sigma * 1.25
            weights[theta] *= likelihood_of_rating(rating.level, theta, sigma)
        if skill in answers.mentor_ratings:
            weights[theta] *= likelihood_of_rating(answers.mentor_ratings[skill], theta, 0.7)
        for item in instrument.items:
            if item.skill == skill and item.id in answers.scenarios:
                choice = answers.scenarios[item.id]
                weights[theta] *= likelihood_of_choice(choice, item.key, len(item.options), item.level, theta)
    return [weight / sum(weights) for weight in weights]


def reference(instrument: Instrument, answers: Answers) -> Reference:
    total = sum(skill.weight for skill in instrument.skills)
    value, variance = 0.0, 0.0
    meets, likely, lost = {}, {}, {}
    for skill in instrument.skills:
        chances = posterior_of(instrument, answers, skill.id)
        mean, square, cumulative = 0.0, 0.0, 0.0
        meets[skill.id] = 0.0
        for theta, chance in enumerate(chances):
            attained = min(theta, skill.required) / skill.required
            mean += chance * attained
            square += chance * attained * attained
            cumulative += chance
            if theta >= skill.required:
                meets[skill.id] += chance
            if cumulative >= 0.5 - 1e-9 and skill.id not in likely:
                likely[skill.id] = theta
        share = skill.weight / total
        value += 100 * share * mean
        variance += share**2 * (square - mean**2)
        lost[skill.id] = 100 * share * (1 - mean)
    spread = 100 * 1.2816 * math.sqrt(max(variance, 0))
    return Reference(value, max(value - spread, 0), min(value + spread, 100), meets, likely, lost)


def answers_to(instrument: Instrument) -> st.SearchStrategy[Answers]:
    skills = st.sampled_from([skill.id for skill in instrument.skills])
    ratings = st.builds(Rating, st.integers(0, 5), st.booleans(), st.booleans())
    items = st.sampled_from([item.id for item in instrument.items])
    return st.builds(
        Answers,
        st.dictionaries(skills, ratings, max_size=31),
        st.dictionaries(skills, st.integers(0, 5), max_size=10),
        st.dictionaries(items, st.sampled_from(["A", "B", "C", "D", "unsure"]), max_size=20),
    )


@pytest.mark.parametrize("level", ["deputy", "cmio", "senior"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_published_instrument_scores_as_the_page_says(level: str, data: st.DataObject) -> None:
    instrument = published(level)
    given_answers = data.draw(answers_to(instrument))
    expected, found = reference(instrument, given_answers), score(instrument, given_answers)
    assert found.overall.score == pytest.approx(expected.score, abs=1e-9)
    assert found.overall.low == pytest.approx(expected.low, abs=1e-9)
    assert found.overall.high == pytest.approx(expected.high, abs=1e-9)
    assert {skill.id: skill.meets for skill in found.skills} == pytest.approx(expected.meets, abs=1e-12)
    assert {skill.id: skill.likely for skill in found.skills} == expected.likely
    assert {skill.id: skill.points_lost for skill in found.skills} == pytest.approx(expected.lost, abs=1e-9)


def test_a_full_assessment_is_scored_in_three_milliseconds() -> None:
    instrument = published()
    everything = Answers(
        {skill.id: Rating(3, evidence=True) for skill in instrument.skills},
        {skill.id: 4 for skill in instrument.skills},
        {item.id: item.key for item in instrument.items},
    )
    fastest = math.inf
    for _ in range(20):
        began = time.perf_counter()
        score(instrument, everything)
        fastest = min(fastest, time.perf_counter() - began)
    assert fastest < 0.003
