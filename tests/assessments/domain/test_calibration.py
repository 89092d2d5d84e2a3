"""Scenario answers beside own ratings, worked out by hand with the item model of DESIGN section 5."""

from itertools import product
from math import exp, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.calibration import agreeing, by_domain, central, chances, overall, rated_above
from assessments.domain.instrument import Instrument
from tests.assessments.domain.builders import answers, instrument, item, skill

FIVE = tuple(item(f"i{place}", level=3) for place in range(1, 6))
ONE_SKILL = instrument(skill(), items=FIVE)
OTHER = instrument(skill(), skill("money", domain="lead"), items=(*FIVE, item("m1", "money", 2)))


def knows(level: int, probed: int) -> float:
    return 1 / (1 + exp(-1.5 * (level - probed + 0.5)))


def all_alike(level: int, choice: str) -> tuple[int, int, float, str]:
    found = overall(ONE_SKILL, answers({"cds": level}, scenarios={one.id: choice for one in FIVE}))
    assert found
    return found.low, found.high, found.expected, found.verdict


def test_expected_is_the_chance_of_a_right_answer_at_the_level_given() -> None:
    assert all_alike(3, "B")[2] == pytest.approx(5 * (0.25 + 0.75 * knows(3, 3)))


def test_who_would_have_asked_did_not_guess() -> None:
    assert all_alike(3, "unsure")[2] == pytest.approx(5 * knows(3, 3))


@pytest.mark.parametrize(
    ("level", "choice", "verdict"),
    [
        (5, "B", "fits"),
        (5, "A", "lower"),
        (5, "unsure", "lower"),
        (0, "B", "higher"),
        (0, "A", "fits"),
        (0, "unsure", "fits"),
    ],
)
def test_only_what_lies_beyond_the_range_is_lower_or_higher(level: int, choice: str, verdict: str) -> None:
    assert all_alike(level, choice)[3] == verdict


def test_the_range_by_hand() -> None:
    # Two in five at a chance of a half: 1, 5, 10, 10, 5, 1 of 32; below 1 lie 1 of 32, below 2 are 6 of 32.
    assert chances([0.5] * 5) == [n / 32 for n in (1, 5, 10, 10, 5, 1)]
    assert central(chances([0.5] * 5)) == (1, 4)
    assert central(chances([1.0] * 5)) == (5, 5)
    assert central(chances([0.0] * 5)) == (0, 0)
    assert chances([0.25, 0.5]) == [0.375, 0.5, 0.125]


@given(st.lists(st.floats(0, 1), max_size=6))
def test_chances_are_those_of_every_outcome(values: list[float]) -> None:
    found = [0.0] * (len(values) + 1)
    for outcome in product((False, True), repeat=len(values)):
        found[sum(outcome)] += prod(p if hit else 1 - p for p, hit in zip(values, outcome, strict=True))
    assert chances(values) == pytest.approx(found)
    low, high = central(chances(values))
    assert sum(found[low : high + 1]) > 0.8 - 1e-9
    assert sum(found[:low]) <= 0.1 + 1e-9
    assert sum(found[high + 1 :]) <= 0.1 + 1e-9


@pytest.mark.parametrize(("given_items", "is_enough"), [(4, False), (5, True)])
def test_under_five_scenarios_say_nothing(given_items: int, is_enough: bool) -> None:
    given_answers = answers({"cds": 3}, scenarios={one.id: "B" for one in FIVE[:given_items]})
    assert (overall(ONE_SKILL, given_answers) is not None) is is_enough
    assert list(by_domain(ONE_SKILL, given_answers)) == (["clinical"] if is_enough else [])


def test_domains_stand_apart_and_unrated_skills_are_left_out() -> None:
    scenarios = {one.id: "B" for one in OTHER.items}
    found = overall(OTHER, answers({"cds": 3, "money": 2}, scenarios=scenarios))
    assert found
    assert (found.answered, found.right) == (6, 6)
    assert list(by_domain(OTHER, answers({"cds": 3, "money": 2}, scenarios=scenarios))) == ["clinical"]
    unrated = overall(OTHER, answers({"cds": 3}, scenarios=scenarios))
    assert unrated
    assert unrated.answered == 5


@pytest.mark.parametrize(
    ("level", "choices", "named"),
    [(4, "AA", True), (5, "AAB", True), (3, "AA", False), (4, "AB", False), (4, "BB", False), (4, "", False)],
)
def test_a_skill_is_named_where_it_was_rated_high_and_more_went_wrong(level: int, choices: str, named: bool) -> None:
    scenarios = {one.id: choice for one, choice in zip(FIVE, choices, strict=False)}
    assert (rated_above(ONE_SKILL, answers({"cds": level}, scenarios=scenarios)) == ("cds",)) is named


def test_who_would_have_asked_was_not_wrong() -> None:
    assert rated_above(ONE_SKILL, answers({"cds": 5}, scenarios={"i1": "unsure", "i2": "unsure"})) == ()


@pytest.mark.parametrize(
    ("level", "choice", "agrees"),
    [(3, "B", 1), (3, "A", 0), (2, "A", 1), (2, "B", 0), (2, "unsure", 1), (4, "unsure", 0)],
)
def test_a_scenario_agrees_where_it_is_right_up_to_the_level_given(level: int, choice: str, agrees: int) -> None:
    assert agreeing(ONE_SKILL, answers({"cds": level}, scenarios={"i1": choice})) == (agrees, 1)


def test_nothing_answered_agrees_with_nothing() -> None:
    nothing: Instrument = instrument(skill())
    assert agreeing(nothing, answers()) == (0, 0)
