"""What has to come with an action: its needs, and the lifts that lead up to where its own begin."""

from typing import Any

import pytest

from assessments.domain.planning.bundles import bundles, leading_up, total, with_needs
from assessments.domain.planning.problem import Problem, pose
from tests.assessments.domain.planning.builders import (
    Row,
    action,
    catalogue,
    condition,
    read,
    running,
    situation,
    skill,
)


def posed(*actions: Row, **given: Any) -> Problem:
    """The problem of somebody with hours and money for everything, some of whose actions earn a condition."""
    earning = [row["id"] for row in actions if row["id"].startswith("earn")]
    document = catalogue(
        list(actions), skills=[skill("a", 4, 50), skill("b", 4, 50)], conditions=[condition("earned", by=earning)]
    )
    return pose(read(document), situation(**{"hours_per_week": 40, "budget_usd": 1000, **given}))


def names(bundle: frozenset[str] | None) -> str:
    return " ".join(sorted(bundle or ()))


def test_needs_come_along_to_the_end_of_the_chain() -> None:
    problem = posed(action("x", needs=["y"]), action("y", needs=["z"]), action("z"))
    assert names(with_needs(problem, "x", ())) == "x y z"
    assert names(with_needs(problem, "x", {"y"})) == "x"
    assert names(with_needs(problem, "y", {"x"})) == "y z"


@pytest.mark.parametrize(
    ("earn1", "earn2", "found"),
    [
        ({"hours": (3, 3)}, {"hours": (2, 2)}, "earn2 x"),
        ({"hours": (2, 2), "cost": 1}, {"hours": (2, 2)}, "earn2 x"),
        ({"hours": (2, 2), "needs": ["free"]}, {"hours": (2, 2)}, "earn2 x"),
        ({"hours": (2, 2)}, {"hours": (2, 2)}, "earn1 x"),
    ],
)
def test_of_several_ways_to_a_condition_the_least_effort_is_chosen(
    earn1: dict[str, Any], earn2: dict[str, Any], found: str
) -> None:
    free = action("free", paid=True)
    problem = posed(action("earn1", **earn1), action("earn2", **earn2), free, action("x", conditions=["earned"]))
    assert names(with_needs(problem, "x", ())) == found
    assert names(with_needs(problem, "x", {"earn1"})) == "x"


def test_what_runs_until_the_target_meets_a_need_and_what_runs_longer_does_not() -> None:
    rows = [action("run"), action("x", needs=["run"])]
    assert names(with_needs(posed(*rows, running=(running("run", 0, 2),)), "x", ())) == "x"
    assert with_needs(posed(*rows, running=(running("run", 0, 20),)), "x", ()) is None


@pytest.mark.parametrize(
    "rows",
    [
        [action("x", needs=["x"])],
        [action("x", needs=["y"]), action("y", needs=["x"])],
        [action("x", needs=["y"]), action("y", needs=["z"]), action("z", needs=["y"])],
    ],
)
def test_needs_in_a_circle_can_never_be_met(rows: list[Row]) -> None:
    assert with_needs(posed(*rows), "x", ()) is None


def test_the_fewest_own_hours_lead_up_to_a_level() -> None:
    problem = posed(
        action("s1", ("a", 0, 1), hours=(3, 3)),
        action("s2", ("a", 1, 2), hours=(3, 3)),
        action("jump", ("a", 0, 2), hours=(7, 7)),
        action("far", ("a", 0, 4), hours=(1, 1)),
    )
    assert names(leading_up(problem, "a", 0, 2, 4, ())) == "s1 s2"
    assert names(leading_up(problem, "a", 0, 2, 4, {"s1"})) == "jump"
    assert names(leading_up(problem, "a", 0, 2, 6, ())) == "far"
    assert names(leading_up(problem, "a", 1, 2, 4, ())) == "s2"
    assert leading_up(problem, "a", 2, 2, 4, ()) == frozenset()
    assert leading_up(problem, "a", 2, 3, 4, ()) is None


def test_steps_on_the_way_bring_what_they_need() -> None:
    problem = posed(action("s1", ("a", 0, 1), needs=["p"]), action("p"), action("s2", ("a", 1, 3)))
    assert names(leading_up(problem, "a", 0, 3, 6, ())) == "p s1 s2"


def test_every_action_is_offered_alone_and_led_up_to_where_it_starts_too_high() -> None:
    problem = posed(action("low", ("a", 0, 2)), action("high", ("a", 2, 4), ("b", 0, 1)))
    assert [names(bundle) for bundle in bundles(problem, (), {"a": 0, "b": 0})] == ["low", "high", "high low"]
    assert [names(bundle) for bundle in bundles(problem, {"low"}, {"a": 2, "b": 0})] == ["high"]


def test_hours_and_money_add_up_and_paid_time_takes_none() -> None:
    problem = posed(action("x", hours=(2, 4), cost=30), action("y", hours=(9, 9), cost=5, paid=True))
    assert total(problem, {"x", "y"}) == (3, 35)
    assert total(problem, ()) == (0, 0)
