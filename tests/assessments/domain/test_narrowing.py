"""What one more answer is expected to do to the range: by hand, against every outcome, and by law."""

from dataclasses import replace
from itertools import pairwise
from math import exp, sqrt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.form import HEAVIEST, HIGH_RATING
from assessments.domain.instrument import Instrument
from assessments.domain.narrowing import EXAMPLE, KINDS, Further, further, ways
from assessments.domain.scoring import MENTOR, RATING, SCENARIO, Answers, Rating, observations, posterior, score
from tests.assessments.domain.builders import answers, instrument, item, skill
from tests.assessments.domain.test_scoring_laws import SMALL, some_answers

WIDTH = 2 * 100 * 1.2816
LEVELS = range(6)
DULL = 1e-9
"""Differences that rounding makes."""


def step(kind: str, given_answers: Answers, on: Instrument = SMALL, id: str = "") -> Further:
    """The one further observation of that kind, and of that skill or item."""
    found = (step for step in further(on, given_answers) if step.kind == kind)
    (one,) = (step for step in found if id in ("", step.skill, step.item))
    return one


def width(given_answers: Answers, on: Instrument = SMALL) -> float:
    """The width of the range before it is cut to 0 and 100."""
    return WIDTH * sqrt(sum(one.share**2 * one.variance for one in score(on, given_answers).skills))


def test_a_first_rating_of_the_only_skill_by_hand() -> None:
    # Attainment of a requirement of 2 at levels 0 to 5: 0, ½, 1, 1, 1, 1; with no answer its variance is 0.1458333.
    attained, after = (0, 0.5, 1, 1, 1, 1), 0.0
    for rating in LEVELS:
        normal = [exp(-((rating - t) ** 2) / 2) / sum(exp(-((r - t) ** 2) / 2) for r in LEVELS) for t in LEVELS]
        chance = sum(normal) / 6
        levels = [value / 6 / chance for value in normal]
        average = sum(p * a for p, a in zip(levels, attained, strict=True))
        after += chance * (sum(p * a * a for p, a in zip(levels, attained, strict=True)) - average**2)
    found = step(RATING, answers(), instrument(skill(required=2)))
    assert found.mean == pytest.approx(0.75)
    assert found.variance == pytest.approx(after)
    assert found.narrows == pytest.approx(WIDTH * (sqrt(0.1458333333) - sqrt(after)))


@pytest.mark.parametrize(
    ("kind", "outcomes"),
    [
        (RATING, [{"ratings": {"b": Rating(level)}} for level in LEVELS]),
        (MENTOR, [{"mentor_ratings": {"b": level}} for level in LEVELS]),
        (SCENARIO, [{"scenarios": {"b1": choice}} for choice in "BA"]),
    ],
)
def test_the_expected_range_is_that_over_all_outcomes_as_likely_as_they_are(
    kind: str, outcomes: list[dict[str, Any]]
) -> None:
    known = Answers({"c": Rating(2)} | ({"b": Rating(1)} if kind == MENTOR else {}), {}, {"b2": "B"})
    now = posterior(seen.likelihood for seen in observations(SMALL, known)["b"])
    squares, total = 0.0, 0.0
    for outcome in outcomes:
        after = replace(known, **{name: {**getattr(known, name), **value} for name, value in outcome.items()})
        likelihood = (set(observations(SMALL, after)["b"]) - set(observations(SMALL, known)["b"])).pop().likelihood
        chance = sum(p * q for p, q in zip(now, likelihood, strict=True))
        squares, total = squares + chance * width(after) ** 2, total + chance
    assert total == pytest.approx(1)
    assert step(kind, known, id="b1" if kind == SCENARIO else "b").narrows == pytest.approx(
        width(known) - sqrt(squares)
    )


@given(some_answers)
def test_a_new_observation_never_widens_the_range_in_expectation(given_answers: Answers) -> None:
    found = further(SMALL, given_answers)
    assert [step for step in found if step.kind != EXAMPLE and step.narrows < -DULL] == []
    assert all(way.after.high - way.after.low <= width(given_answers) + DULL for way in ways(SMALL, given_answers))


@given(some_answers)
def test_only_what_is_missing_can_still_be_observed(given_answers: Answers) -> None:
    found = {(step.kind, step.item or step.skill) for step in further(SMALL, given_answers)}
    plain = {id for id, one in given_answers.ratings.items() if one.level and not one.evidence}
    names = {one.id for one in SMALL.skills}
    assert {id for kind, id in found if kind == RATING} == names - given_answers.ratings.keys()
    # A mentor's rating stands beside the own one: without it, it counts for nothing.
    rated = given_answers.ratings.keys()
    assert {id for kind, id in found if kind == MENTOR} == rated - given_answers.mentor_ratings.keys()
    assert {id for kind, id in found if kind == SCENARIO} == {
        one.id for one in SMALL.items
    } - given_answers.scenarios.keys()
    assert {id for kind, id in found if kind == EXAMPLE} == plain


@pytest.mark.parametrize(("rating", "is_asked"), [(HIGH_RATING - 1, False), (HIGH_RATING, True)])
def test_a_scenario_that_no_form_would_ask_is_none_that_could_still_be_answered(rating: int, is_asked: bool) -> None:
    heavy = [skill(f"s{place}", weight=2) for place in range(HEAVIEST)]
    on = instrument(*heavy, skill("light"), items=(item("i", "light"),))
    found = further(on, answers({one.id: rating for one in on.skills}))
    assert [step.item for step in found if step.kind == SCENARIO] == ["i"] * is_asked


@given(some_answers, st.permutations([one.id for one in SMALL.skills]))
def test_names_do_not_matter(given_answers: Answers, names: list[str]) -> None:
    new = dict(zip((one.id for one in SMALL.skills), names, strict=True))
    renamed = replace(
        SMALL,
        skills=tuple(replace(one, id=new[one.id]) for one in SMALL.skills),
        items=tuple(replace(one, skill=new[one.skill]) for one in SMALL.items),
    )
    moved = replace(
        given_answers,
        ratings={new[id]: one for id, one in given_answers.ratings.items()},
        mentor_ratings={new[id]: one for id, one in given_answers.mentor_ratings.items()},
    )
    expected = [replace(step, skill=new[step.skill]) for step in further(SMALL, given_answers)]
    assert list(further(renamed, moved)) == expected


@given(some_answers)
def test_the_one_that_narrows_most_comes_first(given_answers: Answers) -> None:
    found = [step.narrows for step in further(SMALL, given_answers)]
    assert all(earlier > later - DULL for earlier, later in pairwise(found))


@pytest.mark.parametrize("low_confidence", [False, True])
def test_an_example_leaves_the_rating_and_lowers_its_sigma(low_confidence: bool) -> None:
    before = answers({"b": Rating(2, low_confidence), "c": Rating(1)}, scenarios={"b1": "A"})
    after = answers({"b": Rating(2, low_confidence, evidence=True), "c": Rating(1)}, scenarios={"b1": "A"})
    assert step(EXAMPLE, before, id="b").narrows == pytest.approx(width(before) - width(after))


def test_an_example_that_speaks_against_a_mentor_may_widen_the_range_and_is_not_offered() -> None:
    on, given_answers = instrument(skill()), answers({"cds": 2}, {"cds": 5})
    assert step(EXAMPLE, given_answers, on).narrows < 0
    assert ways(on, given_answers) == ()


def test_the_best_few_of_a_kind_together_are_what_scoring_says_of_them() -> None:
    before = answers(dict.fromkeys("abcd", 2))
    (way,) = (way for way in ways(SMALL, before, most=2) if way.kind == EXAMPLE)
    chosen = [step.skill for step in way.steps]
    after = score(SMALL, answers({id: Rating(2, evidence=id in chosen) for id in "abcd"})).overall
    assert len(chosen) == 2
    assert (way.after.score, way.after.low, way.after.high) == pytest.approx((after.score, after.low, after.high))


def test_ways_hold_one_step_a_skill_and_the_best_kind_first() -> None:
    found = ways(SMALL, answers({"b": 2}))
    assert {way.kind for way in found} == set(KINDS)
    assert all(len({step.skill for step in way.steps}) == len(way.steps) for way in found)
    widths = [way.after.high - way.after.low for way in found]
    assert widths == sorted(widths)
    assert ways(SMALL, answers(), most=1)[0].steps[0] == next(step for step in further(SMALL, answers()))
