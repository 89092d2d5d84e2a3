"""The chain of actions with the fewest hours from one level to another."""

from dataclasses import replace
from itertools import product

import pytest

from assessments.domain.closing import chain, others, smallest
from assessments.domain.instrument import Action, Lift, Skill
from tests.assessments.domain.builders import published

ACTIONS = published().actions
SKILLS = published().skills


def action(id: str, low: int, high: int, hours: float = 10, *, big_move: bool = False, skill: str = "cds") -> Action:
    """One of the catalogue's actions, with these hours and one lift."""
    lifts = (Lift(skill, low, high),)
    return replace(ACTIONS[0], id=id, hours_min=hours, hours_max=hours, big_move=big_move, lifts=lifts)


def names(actions: list[Action], level: int, required: int) -> list[str]:
    return [rise.action.id for rise in chain(actions, "cds", level, required)]


def test_each_step_begins_where_the_one_before_ended() -> None:
    rises = chain([action("b", 2, 4), action("a", 0, 2), action("x", 0, 5, skill="other")], "cds", 1, 4)
    assert [(rise.action.id, rise.low, rise.high) for rise in rises] == [("a", 1, 2), ("b", 2, 4)]


@pytest.mark.parametrize(("long", "expected"), [(19, ["long"]), (21, ["a", "b"])])
def test_fewest_hours_win(long: float, expected: list[str]) -> None:
    assert names([action("a", 0, 2), action("b", 2, 4), action("long", 0, 4, long)], 0, 4) == expected


def test_a_big_move_comes_only_where_nothing_else_leads_on() -> None:
    steps, move = [action("a", 0, 2, 50), action("b", 2, 4, 50)], action("move", 0, 4, 1, big_move=True)
    assert names([*steps, move], 0, 4) == ["a", "b"]
    assert names([steps[0], move], 0, 4) == ["move"]
    assert smallest([steps[0], move], "cds", 0) == steps[0]
    assert smallest([steps[0], move], "cds", 2) == move


def test_where_no_chain_arrives_the_furthest_is_taken() -> None:
    assert names([action("a", 0, 2), action("b", 3, 4)], 0, 4) == ["a"]
    assert names([action("b", 3, 4)], 0, 4) == []
    assert names([action("a", 0, 2)], 3, 3) == []


def test_the_others_are_those_that_still_lift_and_those_that_are_passed() -> None:
    actions = [action("late", 3, 5), action("done", 0, 2), action("used", 2, 4), action("also", 2, 4)]
    rises = chain(actions, "cds", 2, 4)
    further, passed = others(actions, "cds", 2, rises)
    assert [rise.action.id for rise in rises] == ["used"]
    assert [rise.action.id for rise in further] == ["also", "late"]
    assert [rise.action.id for rise in passed] == ["done"]


def hours_by_brute_force(skill: str, level: int, required: int) -> float:
    """The fewest hours over every choice of one action, or none, for each level on the way."""
    own = [(one, lift) for one in ACTIONS if not one.big_move for lift in one.lifts if lift.skill == skill]
    best = float("inf")
    for chosen in product([None, *own], repeat=required - level):
        stands, spent = level, 0.0
        for pick in chosen:
            if pick and pick[1].low <= stands < pick[1].high:
                stands, spent = pick[1].high, spent + pick[0].hours
        if stands >= required:
            best = min(best, spent)
    return best


@pytest.mark.parametrize(
    "skill", [one for one in SKILLS if one.id in {"cds", "ethics", "ehr_optimisation"}], ids=lambda one: one.id
)
@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_other_chain_of_the_catalogue_takes_fewer_hours(skill: Skill, level: int) -> None:
    found = chain(ACTIONS, skill.id, level, skill.required)
    assert sum(rise.action.hours for rise in found) == hours_by_brute_force(skill.id, level, skill.required)


def test_every_skill_can_be_closed_from_the_start() -> None:
    assert [one.id for one in SKILLS if chain(ACTIONS, one.id, 0, one.required)[-1].high < one.required] == []
