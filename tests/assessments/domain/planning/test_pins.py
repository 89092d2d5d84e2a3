"""Pinned actions are in the plan, or there is none and the law that the pin breaks is named."""

from typing import Any

import pytest

from tests.assessments.domain.planning.builders import (
    Case,
    Row,
    action,
    catalogue,
    condition,
    monday,
    planned,
    running,
    situation,
)
from tests.assessments.domain.planning.laws import broken

OTHER = action("other", ("b", 0, 2))
CONDITIONS = [condition("own"), condition("office", "organization"), condition("earned", by=["other"])]


def pinned(row: Row, *more: Row, pins: tuple[str, ...] = ("x",), **given: Any) -> Case:
    """The plan of somebody with two hours in each of four weeks and 100 USD who pinned an action."""
    document = catalogue([row, OTHER, *more], conditions=CONDITIONS)
    wanted = {"weeks": 4, "budget_usd": 100, "pinned": frozenset(pins), **given}
    return planned(document, situation({"a": 2, "b": 0}, **wanted))


@pytest.mark.parametrize(
    ("row", "given", "law"),
    [
        (action("x", cost=101), {}, "it may cost 101 USD, more than the budget of 100"),
        (action("x", cost=1200), {"budget_usd": 1000}, "it may cost 1,200 USD, more than the budget of 1,000"),
        (action("x", hours=(3, 3)), {}, "it asks for more hours a week than the 2 you can give"),
        (action("x", hours=(3, 3)), {"hours_per_week": 2.5}, "it asks for more hours a week than the 2.5 you can give"),
        (action("x", weeks=(5, 6)), {}, "it takes longer than there is until the target date"),
        (
            action("x", weeks=(4, 4)),
            {"blocked_weeks": {monday(2)}},
            "it takes longer than there is until the target date",
        ),
        (action("x", big=True), {}, "it is a big move that you are not open to"),
        (action("x"), {"excluded": {"x"}}, "you left it out"),
        (
            action("x", conditions=["office"]),
            {"unavailable": {"office"}},
            "it needs what you ruled out: Condition office",
        ),
        (action("x", conditions=["own"]), {}, "what it needs first is not possible"),
        (action("x", needs=["other"]), {"excluded": {"other"}}, "what it needs first is not possible"),
        (action("x", needs=["x"]), {}, "what it needs first is not possible"),
        (
            action("x", windows=[("06-01", "06-30")]),
            {},
            "no yearly window of it lies where its weeks and what it needs first would fit before the target date",
        ),
        (
            action("x", weeks=(4, 4), needs=["other"]),
            {},
            "with what is pinned and what it needs first, the hours a week do not reach until the target date",
        ),
        (
            action("x"),
            {"running": (running("other", 0, 4),), "hours_per_week": 0.5},
            "it asks for more hours a week than the 0.5 you can give",
        ),
    ],
)
def test_a_pin_that_cannot_fit_names_the_law_it_breaks(row: Row, given: dict[str, Any], law: str) -> None:
    case = pinned(row, **given)
    assert case.plan["status"] == "infeasible"
    assert case.plan["left_out"] == [{"id": "x", "why": f"is pinned, but {law}"}]
    assert broken(case) == []


def test_pins_that_only_together_cost_too_much_name_the_later_one() -> None:
    case = pinned(action("x", cost=60), action("y", cost=60), pins=("x", "y"))
    law = "with what is pinned it may cost 120 USD, more than the budget of 100"
    assert case.plan["left_out"][0] == {"id": "y", "why": f"is pinned, but {law}"}


def test_pins_that_only_together_take_too_many_hours_name_the_later_one() -> None:
    rows = [action(id, hours=(8, 8), weeks=(4, 4)) for id in "xy"]
    case = pinned(*rows, pins=("x", "y"))
    assert case.plan["left_out"][0]["id"] == "y"
    assert "the hours a week do not reach" in case.plan["left_out"][0]["why"]


def test_a_pin_brings_what_it_needs_even_where_nothing_else_asks_for_it() -> None:
    case = pinned(action("x", conditions=["earned"]), action("spare", ("b", 0, 2), hours=(1, 1)))
    assert case.chosen == ["other", "x"]
    assert broken(case) == []


def test_a_pin_fits_where_only_the_other_order_or_a_longer_way_lets_it() -> None:
    """`x` first leaves no room for `y`, which fits only beside a slow `x`."""
    rows = [action("x", hours=(4, 4), weeks=(2, 4)), action("y", hours=(4, 4), weeks=(4, 4))]
    case = pinned(*rows, pins=("x", "y"))
    assert {row["id"]: row["weeks"] for row in case.plan["actions"]} == {"x": 4, "y": 4}
    assert broken(case) == []


@pytest.mark.parametrize("given", [{"done": {"x"}}, {"running": (running("x", -1, 2),)}])
def test_a_pin_that_is_done_or_runs_already_is_in_order(given: dict[str, Any]) -> None:
    case = pinned(action("x", cost=5000), **given)
    assert (case.plan["status"], case.chosen) == ("optimal", ["other"])


def test_a_plan_that_cannot_be_still_knows_what_could_be_reached() -> None:
    case = pinned(action("x", cost=101))
    assert (case.plan["actions"], case.plan["unmet"]) == ([], [])
    assert case.plan["bound_points_missing"] == 0
    assert case.missing == 50
