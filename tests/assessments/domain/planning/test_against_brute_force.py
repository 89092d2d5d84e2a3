"""Up to six candidates: the plan equals the best of all plans there are, and its bound is never above it."""

from dataclasses import astuple

from hypothesis import event, given, settings

from assessments.domain.planning.bounds import useful
from assessments.domain.planning.exact import exhaustive
from assessments.domain.planning.problem import pose
from assessments.domain.planning.value import value as value_of
from tests.assessments.domain.planning.brute_force import best
from tests.assessments.domain.planning.builders import Case, action, catalogue, planned, read, situation
from tests.assessments.domain.planning.cases import cases
from tests.assessments.domain.planning.replay import Replay


def value(case: Case) -> tuple[float, float, float]:
    """Points missing, waiting and money, and own hours of a case's plan, counted afresh."""
    replay = Replay(case.document, case.level, case.situation, case.plan["actions"])
    return round(replay.missing, 2) + 0.0, round(replay.waiting, 6) + 0.0, round(replay.own_hours, 6) + 0.0


def equals_brute_force(case: Case) -> None:
    least = best(case)
    if least is None:
        assert case.plan["status"] == "infeasible"
        return
    assert case.plan["status"] == "optimal"
    assert value(case) == least
    assert case.plan["bound_points_missing"] <= least[0]


@settings(max_examples=100, deadline=None)
@given(cases())
def test_a_plan_of_up_to_six_candidates_is_the_best_there_is(case: Case) -> None:
    event(f"{len(case.chosen)} actions")
    equals_brute_force(case)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_the_exact_search_needs_no_other_to_find_it(case: Case) -> None:
    problem, least = pose(read(case.document), case.situation), best(case)
    settled = case.situation.done | {entry.action for entry in case.situation.running}
    pinned = case.situation.pinned - settled
    if pinned <= problem.jobs.keys():
        table, proven, _ = exhaustive(problem, useful(problem, pinned), pinned, None)
        assert proven
        assert least == (astuple(value_of(table)) if table else None)


@settings(max_examples=30, deadline=None)
@given(cases(least=3, most=4, longest=5, weeks=12))
def test_so_is_one_of_long_actions_over_many_weeks(case: Case) -> None:
    event(f"{len(case.chosen)} actions")
    equals_brute_force(case)


@settings(max_examples=40, deadline=None)
@given(cases(least=5, most=6, longest=2, weeks=5))
def test_no_plan_misses_fewer_points_than_the_bound(case: Case) -> None:
    least = best(case)
    assert least is None or case.plan["bound_points_missing"] <= least[0]


def test_the_exact_search_waits_for_a_level_even_where_hours_are_free_at_once() -> None:
    document = catalogue([action("low", ("a", 0, 1), weeks=(2, 2)), action("high", ("a", 1, 2))])
    problem = pose(read(document), situation(weeks=3, hours_per_week=9))
    table, _, _ = exhaustive(problem, useful(problem, ()), frozenset(), None)
    assert table
    assert (table.slots["low"].start, table.slots["high"].start, value_of(table).missing) == (0, 2, 50)


def test_brute_force_finds_what_two_actions_can_be_seen_to_be_worth() -> None:
    document = catalogue(
        [
            action("x", ("a", 0, 1), weeks=(1, 2), hours=(2, 2), cost=100),
            action("y", ("a", 1, 2), weeks=(1, 2), hours=(2, 2)),
        ]
    )
    case = planned(document, situation({"a": 0, "b": 0}, 2, hours_per_week=2, budget_usd=100))
    # Level 1 after one week and level 2 after two, 25 points each; 100 USD count as one more.
    assert best(case) == (50.0, 25 * 1 + 25 * 2 + 1, 4.0)
    assert value(case) == (50.0, 76.0, 4.0)


def test_brute_force_takes_the_longer_way_where_only_that_fits() -> None:
    document = catalogue(
        [
            action("wide", ("a", 0, 2), weeks=(2, 4), hours=(4, 4)),
            action("slim", ("b", 0, 2), weeks=(2, 4), hours=(2, 2)),
        ]
    )
    case = planned(document, situation({"a": 0, "b": 0}, 3, hours_per_week=2))
    # One hour in each of two weeks is left beside `wide` over three weeks only if `slim` takes all three.
    assert best(case) == (0.0, 50 * 3 + 50 * 3, 6.0)
    assert [(row["id"], row["weeks"]) for row in case.plan["actions"]] == [("slim", 3), ("wide", 3)]
