"""Timetables are built action by action: in an order, greedily, and by the rules of packing."""

from typing import Any

import pytest

from assessments.domain.planning.building import added, decode, greedy, order_of, packed, ranked
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed, without
from tests.assessments.domain.planning.builders import Row, action, catalogue, condition, read, situation


def posed(*actions: Row, **given: Any) -> Problem:
    """The problem of somebody with two hours in each of eight weeks and 100 USD."""
    return pose(read(catalogue(list(actions))), situation(**{"budget_usd": 100, **given}))


def weeks(table: Timetable) -> dict[str, tuple[int, int]]:
    return {id: (slot.start, slot.end) for id, slot in table.slots.items()}


def test_actions_are_placed_in_their_order_and_what_they_need_before_them() -> None:
    problem = posed(action("x", needs=["p"]), action("p"), action("y"))
    assert weeks(decode(problem, ["y", "x", "p"])) == {"y": (0, 1), "p": (1, 2), "x": (2, 3)}


def test_what_needs_something_that_is_not_wanted_is_left_out() -> None:
    assert weeks(decode(posed(action("x", needs=["p"]), action("p")), ["x"])) == {}


def test_what_leads_up_to_a_lift_comes_before_it() -> None:
    problem = posed(action("high", ("a", 1, 2)), action("low", ("a", 0, 1)))
    assert weeks(decode(problem, ["high", "low"])) == {"low": (0, 1), "high": (1, 2)}


def test_a_lift_is_waited_for_even_where_the_hours_would_allow_an_earlier_start() -> None:
    problem = posed(action("high", ("a", 1, 2)), action("low", ("a", 0, 1), weeks=(3, 3)), hours_per_week=9)
    assert weeks(decode(problem, ["high", "low"])) == {"low": (0, 3), "high": (3, 4)}


def test_a_lift_that_is_of_no_more_use_is_not_waited_for() -> None:
    rows = [action("low", ("a", 0, 1), weeks=(3, 3)), action("all", ("a", 0, 2)), action("high", ("a", 1, 2))]
    problem = posed(*rows, hours_per_week=9)
    assert weeks(decode(problem, ["low", "all", "high"])) == {"low": (0, 3), "all": (0, 1), "high": (0, 1)}


def test_a_lift_is_not_waited_for_where_there_is_no_room_later() -> None:
    early = action("high", ("a", 1, 2), windows=[("01-04", "01-10")])
    problem = posed(action("low", ("a", 0, 1), weeks=(3, 3)), early, hours_per_week=9)
    assert weeks(decode(problem, ["low", "high"])) == {"low": (0, 3), "high": (0, 1)}


@pytest.mark.parametrize(("cost", "placed"), [(40, {"p", "x"}), (50, {"p"})])
def test_what_had_to_come_first_has_been_paid_for_meanwhile(cost: int, placed: set[str]) -> None:
    problem = posed(action("x", needs=["p"], cost=cost), action("p", cost=60))
    assert decode(problem, ["x", "p"]).slots.keys() == placed


def test_the_bundle_with_most_points_per_own_hour_comes_first() -> None:
    problem = posed(
        action("slow", ("a", 0, 2), hours=(5, 5), weeks=(3, 3)),
        action("fast", ("b", 0, 1)),
        action("free", ("b", 0, 1), paid=True),
        action("useless", ("b", 3, 4)),
    )
    found = [sorted(bundle) for _, bundle in ranked(problem, Timetable(problem))]
    assert found == [["free"], ["fast"], ["slow"]]


def test_only_bundles_within_a_limit_are_offered() -> None:
    problem = posed(action("x", ("a", 0, 1), needs=["p"]), action("p"), action("y", ("b", 0, 1)))
    assert ranked(problem, Timetable(problem), frozenset({"x", "y"})) == [(12.5, frozenset({"y"}))]


def test_greedy_still_sees_what_can_lift_after_something_came_too_early() -> None:
    problem = posed(
        action("early", ("a", 1, 2)), action("rise", ("a", 0, 1), needs=["early"]), action("top", ("a", 1, 2))
    )
    assert weeks(greedy(problem, Timetable(problem))) == {"early": (0, 1), "rise": (1, 2), "top": (2, 3)}


def test_a_bundle_is_added_whole_or_not_at_all() -> None:
    problem = posed(action("x", ("a", 0, 2), needs=["p"]), action("p"), weeks=1)
    assert added(Timetable(problem), {"x", "p"}) is None
    assert added(Timetable(problem), {"p"}) is None


def test_every_rule_packs_what_it_can_with_the_first_ones_first() -> None:
    rows = [action(f"x{place}", ("a", 0, 2), hours=(place, place), weeks=(1, 9)) for place in (2, 4, 6)]
    problem = posed(*rows, action("pin"))
    tables = list(packed(problem, {"x2", "x4", "x6", "pin"}, ["pin"]))
    assert all(table.slots["pin"].start == 0 for table in tables)
    assert all(len(table.slots) == 4 for table in tables)
    assert weeks(tables[0]) == {"pin": (0, 1), "x6": (1, 4), "x4": (4, 6), "x2": (6, 7)}


def test_an_order_is_read_from_the_starts() -> None:
    problem = posed(action("x"), action("y"), action("z"))
    assert order_of(decode(problem, ["z", "x", "y"])) == ["z", "x", "y"]


def test_without_an_action_goes_what_it_alone_enables_and_nothing_moves() -> None:
    problem = posed(action("p"), action("x", needs=["p"]), action("y"))
    table = decode(problem, ["p", "x", "y"])
    assert weeks(without(table, "p")) == {"y": (2, 3)}


def test_what_could_have_needed_another_goes_too_where_that_ends_too_late() -> None:
    rows = [action("p"), action("q", weeks=(3, 3)), action("x", conditions=["earned"])]
    document = catalogue(rows, conditions=[condition("earned", by=["p", "q"])])
    problem = pose(read(document), situation(hours_per_week=9))
    table = decode(problem, ["p", "q", "x"])
    assert weeks(table) == {"p": (0, 1), "q": (0, 3), "x": (1, 2)}
    assert weeks(without(table, "p")) == {"q": (0, 3)}
    assert weeks(without(table, "q")) == {"p": (0, 1), "x": (1, 2)}


def test_trimming_takes_what_brings_nothing_but_not_a_pin_or_its_needs() -> None:
    problem = posed(action("idle"), action("p"), action("pin", needs=["p"]), action("x", ("a", 0, 1)))
    table = decode(problem, ["idle", "p", "pin", "x"])
    assert trimmed(table, frozenset({"pin"})).slots.keys() == {"p", "pin", "x"}
