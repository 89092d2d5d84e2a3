"""Planning again: the same gives the same, more is never worse, and a what-if starts from the plan there is."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.planning import choice, drafting, joint
from tests.assessments.domain.planning.builders import Case, Document, action, catalogue, monday, planned, situation
from tests.assessments.domain.planning.cases import cases

LOOSER: dict[str, Any] = {
    "hours_per_week": lambda given: given.hours_per_week + 1.5,
    "budget_usd": lambda given: given.budget_usd + 300,
    "target": lambda given: given.target + timedelta(days=28),
}
"""What a person could give more of."""

MANY = cases(least=6, most=12, longest=5, weeks=14)


def loosened(case: Case, name: str) -> dict[str, Any]:
    """The change that gives more of something."""
    return {name: LOOSER[name](case.situation)}


@settings(max_examples=15, deadline=None)
@given(MANY)
def test_nothing_changed_changes_nothing(case: Case) -> None:
    assert case.again().plan == case.plan
    assert case.again(present=case.plan["actions"]).plan == case.plan


@settings(max_examples=15, deadline=None)
@given(MANY, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_named_changes_nothing(case: Case, chance: Random) -> None:
    given_ = case.situation
    mixed = replace(
        given_,
        levels=dict(shuffled(chance, given_.levels.items())),
        gates=dict(shuffled(chance, given_.gates.items())),
        running=tuple(shuffled(chance, given_.running)),
        open_to=frozenset(shuffled(chance, given_.open_to)),
        conditions=frozenset(shuffled(chance, given_.conditions)),
    )
    assert planned(case.document, mixed).plan == case.plan


def shuffled(chance: Random, entries: Any) -> list[Any]:
    found = sorted(entries, key=str)
    chance.shuffle(found)
    return found


@pytest.mark.parametrize("name", LOOSER)
@settings(max_examples=15, deadline=None)
@given(case=cases())
def test_more_is_never_worse_where_both_are_optimal(case: Case, name: str) -> None:
    more = case.again(**loosened(case, name))
    if "infeasible" not in {case.plan["status"], more.plan["status"]}:
        assert {case.plan["status"], more.plan["status"]} == {"optimal"}
        assert more.missing <= case.missing


@pytest.mark.parametrize("name", LOOSER)
@settings(max_examples=12, deadline=None)
@given(case=MANY)
def test_a_what_if_from_the_present_plan_is_never_worse(case: Case, name: str) -> None:
    if case.plan["status"] != "infeasible":
        assert case.again(present=case.plan["actions"], **loosened(case, name)).missing <= case.missing


@settings(max_examples=12, deadline=None)
@given(MANY)
def test_planning_again_from_a_what_if_changes_nothing_more(case: Case) -> None:
    if case.plan["status"] != "infeasible":
        further = case.again(present=case.plan["actions"], **loosened(case, "hours_per_week"))
        assert further.again(present=further.plan["actions"]).plan["actions"] == further.plan["actions"]


def two_of_a_kind() -> Document:
    """Two actions that bring the same and hinder each other."""
    return catalogue([action("one", ("a", 0, 2)), action("two", ("a", 0, 2))])


def test_of_two_equal_plans_the_fresh_one_stays() -> None:
    case = planned(two_of_a_kind(), situation({"a": 0}))
    assert case.chosen == ["one"]
    other = case.again(excluded=frozenset({"one"}))
    assert other.chosen == ["two"]
    assert case.again(present=other.plan["actions"]).plan == case.plan


def test_a_better_present_plan_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing but greed to search with, the present plan is the better one."""
    rows = [action("quick", ("a", 0, 1), hours=(1, 1)), action("whole", ("a", 0, 2), ("b", 0, 2), hours=(5, 5))]
    document = catalogue(rows)
    case = planned(document, situation(weeks=1, hours_per_week=5))
    assert case.chosen == ["whole"]
    monkeypatch.setattr(drafting, "MOST_CANDIDATES", 0)
    monkeypatch.setattr(choice.Choosing, "best", lambda *given: None)
    monkeypatch.setattr(joint.Joint, "better", lambda *given: None)
    assert case.again().chosen == ["quick"]
    assert case.again(present=case.plan["actions"]).chosen == ["whole"]


def test_present_actions_that_no_longer_fit_are_left_out() -> None:
    case = planned(two_of_a_kind(), situation({"a": 0}))
    less = case.again(present=case.plan["actions"], excluded=frozenset({"one"}))
    assert less.chosen == ["two"]
    assert case.again(present=case.plan["actions"], hours_per_week=1).chosen == []


def test_present_actions_whose_week_is_blocked_by_now_move() -> None:
    case = planned(two_of_a_kind(), situation({"a": 0}))
    later = case.again(present=case.plan["actions"], blocked_weeks=frozenset({monday(0)}))
    assert [(row["id"], row["start"]) for row in later.plan["actions"]] == [("one", monday(1).isoformat())]
