"""What could be reached at the soonest, which actions can matter, and what no plan can beat."""

from typing import Any

import pytest
from hypothesis import given, settings

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.choice import Choosing
from assessments.domain.planning.exact import exhaustive
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.soonest import NEVER, at_once
from tests.assessments.domain.planning.builders import (
    Case,
    Row,
    action,
    catalogue,
    condition,
    gate,
    read,
    running,
    situation,
    skill,
)
from tests.assessments.domain.planning.cases import cases


def posed(*actions: Row, doors: tuple[Row, ...] = (), **given: Any) -> Problem:
    """The problem of somebody with one hour in each of eight weeks and 100 USD."""
    document = catalogue(
        list(actions),
        skills=[skill("a", 3, 60), skill("b", 1, 40)],
        gates=doors,
        conditions=[condition("earned", by=["p", "q"])],
    )
    return pose(read(document), situation(**{"hours_per_week": 1, "budget_usd": 100, **given}))


def most(problem: Problem) -> float:
    """The most points that any plan could win."""
    choice = Choosing(problem, ()).best()
    assert choice
    return choice.most


def one(weeks: int = 1) -> Row:
    return action("one", ("a", 0, 1), weeks=(weeks, weeks), hours=(1, 1))


def test_levels_are_reached_one_after_another_at_the_soonest() -> None:
    reach = at_once(posed(one(2), action("two", ("a", 1, 2), weeks=(3, 3), hours=(1, 1)), action("far", ("a", 3, 4))))
    assert reach.levels["a"] == [0, 2, 5, NEVER, NEVER, NEVER]
    assert reach.levels["b"] == [0, NEVER, NEVER, NEVER, NEVER, NEVER]


def test_needs_and_windows_delay_what_can_be_reached() -> None:
    late = action("late", ("a", 0, 1), needs=["p"], hours=(1, 1), windows=[("02-01", "02-01")])
    reach = at_once(posed(action("p", hours=(1, 1)), late, doors=(gate("g", by=["late"]),)))
    assert (reach.ends["p"], reach.ends["late"], reach.levels["a"][1], reach.gates["g"]) == (1, 5, 5, 5)


def test_either_way_to_a_condition_will_do_and_the_sooner_one_counts() -> None:
    rows = [action("p", weeks=(3, 3), hours=(1, 1)), action("q", weeks=(2, 2), hours=(1, 1))]
    assert at_once(posed(*rows, action("x", conditions=["earned"], hours=(1, 1)))).ends["x"] == 3


def test_what_runs_lifts_where_it_ends_if_its_level_can_be_there_when_it_starts() -> None:
    run = action("run", ("a", 1, 3))
    assert at_once(posed(run, one(), running=(running("run", 2, 2),))).levels["a"][:4] == [0, 1, 4, 4]
    assert at_once(posed(run, one(3), running=(running("run", 2, 2),))).levels["a"][:4] == [0, 3, NEVER, NEVER]


@pytest.mark.parametrize(
    ("rows", "given", "found"),
    [
        ([one()], {}, "one"),
        ([one()], {"levels": {"a": 1}}, ""),
        ([one()], {"levels": {"b": 0}}, ""),
        ([action("x", ("a", 3, 5), hours=(1, 1))], {"levels": {"a": 3}}, ""),
        ([action("x", ("a", 1, 2), hours=(1, 1))], {}, ""),
        ([action("x", ("a", 1, 2), hours=(1, 1)), one()], {}, "x one"),
        ([action("x", ("a", 1, 2), hours=(1, 1), weeks=(3, 3)), one(6)], {}, "one"),
        ([action("x", ("a", 0, 1), hours=(1, 1), needs=["p"]), action("p", hours=(1, 1))], {}, "x p"),
        ([action("p", hours=(1, 1))], {}, ""),
        ([action("p", hours=(1, 1))], {"pinned": {"p"}}, "p"),
    ],
)
def test_only_what_could_gain_in_time_matters_and_what_has_to_come_before_it(
    rows: list[Row], given: dict[str, Any], found: str
) -> None:
    problem = posed(*rows, **given)
    assert " ".join(job.id for job in useful(problem, problem.situation.pinned)) == found


@pytest.mark.parametrize(("weeks", "found"), [(4, ["p", "x"]), (5, [])])
def test_a_gate_matters_only_where_it_can_be_opened_in_time(weeks: int, found: list[str]) -> None:
    rows = [action("p", weeks=(weeks, weeks), hours=(1, 1)), action("x", weeks=(4, 4), hours=(1, 1), needs=["p"])]
    assert [job.id for job in useful(posed(*rows, doors=(gate("g", by=["x"]),)), ())] == found


@pytest.mark.parametrize(
    ("rows", "given", "points"),
    [
        ([], {}, 0),
        # `a` weighs 60 in three steps, `b` 40 in one.
        ([one()], {}, 20),
        ([action("x", ("a", 1, 3), hours=(1, 1))], {}, 0),
        ([one(), action("x", ("a", 0, 1), hours=(1, 1))], {}, 20),
        ([one(), action("x", ("b", 0, 5), hours=(1, 1))], {}, 60),
        ([action("x", ("b", 0, 1), weeks=(1, 8), hours=(8, 8)), one()], {}, 40),
        ([action("x", ("b", 0, 1), weeks=(1, 8), hours=(7, 7)), one()], {}, 60),
        ([action("x", ("b", 0, 1), hours=(1, 1), cost=60), one() | {"cost_max_usd": 60}], {}, 40),
        ([action("x", ("a", 1, 3), hours=(1, 1), weeks=(5, 5)), one(4)], {}, 20),
        ([action("x", ("a", 1, 3), hours=(1, 1), weeks=(4, 4)), one(4)], {}, 60),
        ([one()], {"running": (running("one", 0, 1),)}, 20),
        ([one()], {"running": (running("one", 0, 9),)}, 0),
    ],
)
def test_the_bound_counts_every_step_once_within_hours_money_and_weeks(
    rows: list[Row], given: dict[str, Any], points: float
) -> None:
    assert most(posed(*rows, **given)) == pytest.approx(points)


def test_gates_are_bounded_like_steps() -> None:
    doors = (gate("g", by=["x", "y"]), gate("h", "expected", by=["y"]), gate("years", by=["x"], years=9))
    rows = [action(id, hours=(1, 1)) for id in "xy"]
    assert most(posed(*rows, doors=doors)) == pytest.approx(11)
    assert most(posed(rows[0], doors=doors)) == pytest.approx(8)


def test_two_moves_in_paid_time_take_their_weeks_one_after_the_other() -> None:
    rows = [action(id, (id, 0, 1), weeks=(4, 4), paid=True, big=True) for id in "ab"]
    assert most(posed(*rows, open_to={"a", "b"})) == pytest.approx(60)
    assert most(posed(*rows, open_to={"a", "b"}, weeks=7)) == pytest.approx(40)


def test_two_actions_that_each_take_most_of_a_week_never_run_at_once() -> None:
    rows = [action(id, (id, 0, 1), weeks=(4, 5), hours=(3, 3)) for id in "ab"]
    assert most(posed(*rows)) == pytest.approx(60)
    assert most(posed(*rows, weeks=7)) == pytest.approx(40)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_bound_of_a_choice_is_never_below_what_the_best_plan_wins(case: Case) -> None:
    problem = pose(read(case.document), case.situation)
    assert case.plan["status"] == "infeasible" or most(problem) >= problem.points - case.missing - 0.0051


def chosen(problem: Problem, share: float = 1.0) -> list[str]:
    """What is chosen within a share of the hours."""
    choice = Choosing(problem, problem.pinned).best(share)
    assert choice
    return sorted(choice.actions)


def test_a_choice_keeps_what_is_pinned_and_what_it_needs() -> None:
    rows = [action(f"x{place}", ("a", 0, 1), weeks=(1, 8), hours=(4, 4)) for place in range(3)]
    problem = posed(*rows, action("pin", weeks=(1, 8), hours=(2, 2), needs=["p"]), action("p", hours=(1, 1)))
    assert len(chosen(problem)) == 1
    pinned = posed(
        *rows, action("pin", weeks=(1, 8), hours=(2, 2), needs=["p"]), action("p", hours=(1, 1)), pinned={"pin"}
    )
    assert chosen(pinned)[:2] == ["p", "pin"]
    assert len(chosen(pinned)) == 3


def test_of_choices_that_win_the_same_the_one_of_fewest_hours_is_taken() -> None:
    rows = [action("dear", ("a", 0, 1), weeks=(1, 7), hours=(7, 7)), one()]
    assert chosen(posed(*rows)) == ["one"]


def test_a_choice_for_fewer_hours_leaves_out_what_is_worth_least() -> None:
    rows = [
        action("much", ("a", 0, 3), weeks=(1, 8), hours=(4, 4)),
        action("more", ("b", 0, 1), weeks=(1, 8), hours=(4, 4)),
    ]
    assert (chosen(posed(*rows)), chosen(posed(*rows), 0.9)) == (["more", "much"], ["much"])


def test_where_pins_cannot_be_chosen_together_there_is_no_choice() -> None:
    rows = [action(id, weeks=(4, 8), hours=(5, 5)) for id in "pq"]
    assert Choosing(posed(*rows), frozenset("pq")).best() is None


def test_the_exact_search_says_when_it_has_not_seen_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = posed(*(action(f"x{place}", ("a", 0, place + 1), hours=(1, 1)) for place in range(3)))
    jobs = useful(problem, ())
    table, proven, _ = exhaustive(problem, jobs, frozenset(), None)
    assert table
    assert (sorted(table.slots), proven) == (["x2"], True)
    monkeypatch.setattr("assessments.domain.planning.exact.MOST_WORK", 1)
    assert exhaustive(problem, jobs, frozenset({"x0"}), None)[:2] == (None, False)
