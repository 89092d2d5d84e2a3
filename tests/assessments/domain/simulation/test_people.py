"""Simulated people answer as the model says that people do, and depart from it only where they are told to."""

import math
from collections import Counter
from functools import cache
from random import Random

import pytest

from assessments.domain.scoring import UNSURE, rating_likelihood, score
from assessments.domain.scoring.likelihoods import item_likelihood
from assessments.domain.simulation import Departure
from assessments.domain.simulation.people import Person, person, true_readiness
from tests.assessments.domain.builders import answers, instrument, item, published, skill
from tests.assessments.domain.simulation.made import AS_MODELED, somebody

ONE = instrument(skill(), items=(item(),))
PEOPLE = 4000


@cache
def many(departure: Departure = AS_MODELED) -> list[Person]:
    draw = Random(3).random
    return [person(ONE, draw, departure) for _ in range(PEOPLE)]


def close(count: int, of: int, chance: float) -> bool:
    """Whether a count is within four standard errors of what chance leads to expect."""
    return abs(count - of * chance) <= 4 * math.sqrt(of * chance * (1 - chance)) + 1e-9


def test_levels_are_uniform_and_ratings_and_answers_follow_the_model() -> None:
    people = many()
    levels = Counter(one.levels["cds"] for one in people)
    ratings = Counter((one.levels["cds"], one.answers.ratings["cds"].level) for one in people)
    right = Counter(one.levels["cds"] for one in people if one.answers.scenarios["i1"] == "B")
    for level in range(6):
        assert close(levels[level], PEOPLE, 1 / 6)
        assert close(right[level], levels[level], item_likelihood(3, 4, "right")[level])
        for rating in range(6):
            assert close(ratings[level, rating], levels[level], rating_likelihood(rating, 1.0)[level])
    assert not close(right[2], levels[2], item_likelihood(4, 4, "right")[2])


def test_wrong_answers_spread_over_all_wrong_options() -> None:
    chosen = Counter(one.answers.scenarios["i1"] for one in many())
    wrong = PEOPLE - chosen["B"]
    assert all(close(chosen[option], wrong, 1 / 3) for option in "ACD")


def test_those_who_do_not_know_may_say_so_instead_of_guessing() -> None:
    plain, honest = many(), many(Departure(unsure=1))
    changed = [(a, b) for a, b in zip(plain, honest, strict=True) if a != b]
    assert {b.answers.scenarios["i1"] for _, b in changed} == {UNSURE}
    assert {a.answers.scenarios["i1"] for a, _ in changed} == set("ABCD")
    assert {b.answers.scenarios["i1"] for b in honest} == {UNSURE, "B"}


def test_overrating_lifts_ratings_and_nothing_else() -> None:
    for plain, proud in zip(many(), many(Departure(overrating=1)), strict=True):
        assert proud.answers.ratings["cds"].level == min(5, plain.answers.ratings["cds"].level + 1)
        assert (proud.levels, proud.answers.scenarios) == (plain.levels, plain.answers.scenarios)


def test_skills_that_are_alike_lie_within_one_level_of_a_common_one() -> None:
    for seed in range(6):
        levels = somebody(seed, departure=Departure(alike=True)).levels.values()
        assert max(levels) - min(levels) <= 2
    levels = somebody(1).levels.values()
    assert max(levels) - min(levels) == 5


def test_everybody_has_an_answer_to_everything() -> None:
    one = somebody(5)
    assert set(one.levels) == set(one.answers.ratings) == {skill.id for skill in published().skills}
    assert set(one.answers.scenarios) == {item.id for item in published().items}
    assert (somebody(5), somebody(5) == somebody(6)) == (one, False)


@pytest.mark.parametrize(
    ("levels", "true"), [((0, 0), 0), ((4, 2), 100), ((5, 5), 100), ((2, 2), 62.5), ((4, 1), 87.5)]
)
def test_true_readiness_by_hand(levels: tuple[int, int], true: float) -> None:
    two = instrument(skill("a", required=4, weight=3), skill("b", required=2, weight=1))
    assert true_readiness(two, dict(zip("ab", levels, strict=True))) == true


def test_readiness_comes_near_the_truth_as_answers_add_up() -> None:
    items = tuple(item(f"i{level}{n}", level=level) for level in range(1, 6) for n in range(20))
    sure = instrument(skill(), items=items)
    right = answers({"cds": 3}, scenarios={one.id: "B" if one.level <= 3 else "A" for one in items})
    assert score(sure, right).overall.score == pytest.approx(true_readiness(sure, {"cds": 3}), abs=0.5)
