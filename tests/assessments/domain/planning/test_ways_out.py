"""What helps where the pins leave no plan: each change was tried, is the smallest, and what does not help is told."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain import situation as situations
from assessments.domain.planning import plan, remedies
from assessments.domain.situation import Situation
from tests.assessments.domain.planning.builders import Case, Document, action, catalogue, condition, read, situation
from tests.assessments.domain.planning.cases import cases

KINDS = ("hours_per_week", "target", "budget_usd", "open_to", "pinned", "excluded")


def ways(document: Document, given: Situation) -> dict[str, list[Any]]:
    """The changes by their kind, and for pins, moves and exclusions the actions."""
    found: dict[str, list[Any]] = {}
    for row in remedies(read(document), given):
        changed = row["change"] and (row["actions"] or row["change"][row["kind"]])
        found.setdefault(row["kind"], []).append(changed)
    return found


def changed(given: Situation, change: dict[str, Any]) -> Situation:
    """The situation with a change that is told as JSON."""
    return situations.read({**situations.plain(given), **change})


def test_more_hours_a_later_date_or_no_pin_help_where_the_hours_do_not_reach() -> None:
    document = catalogue([action("x", ("a", 0, 1), weeks=(1, 9), hours=(15, 15))])
    # Four weeks of two hours hold eight; seven and a half weeks end on 28 February.
    assert ways(document, situation(weeks=4, pinned={"x"})) == {
        "hours_per_week": [4.0],
        "target": ["2027-02-28"],
        "budget_usd": [None],
        "open_to": [None],
        "pinned": [["x"]],
        "excluded": [None],
    }


def test_money_helps_where_the_budget_is_too_small() -> None:
    found = ways(catalogue([action("x", cost=1250)]), situation(budget_usd=100, pinned={"x"}))
    assert found["budget_usd"] == [1300]
    assert found["hours_per_week"] == found["target"] == [None]


def test_opening_a_move_helps_where_a_pin_is_one_or_needs_one() -> None:
    rows = [action("move", big=True, paid=True), action("other", big=True), action("x", needs=["move"])]
    found = ways(catalogue(rows), situation(pinned={"x"}))
    assert found["open_to"] == [["move"]]
    assert found["hours_per_week"] == [None]


def test_letting_go_of_one_of_several_pins_may_do() -> None:
    rows = [action(id, hours=(12, 12), weeks=(1, 8)) for id in "pq"]
    assert ways(catalogue(rows), situation(pinned={"p", "q"}))["pinned"] == [["p"], ["q"]]


def test_where_no_single_pin_will_do_all_that_have_to_go_are_named() -> None:
    rows = [action(id, cost=100) for id in "pqr"]
    assert ways(catalogue([*rows, action("s")]), situation(pinned=set("pqrs")))["pinned"] == [["p", "q", "r"]]


def test_what_a_pin_needs_need_no_longer_be_left_out() -> None:
    document = catalogue([action("p"), action("x", needs=["p"]), action("y")])
    assert ways(document, situation(pinned={"x"}, excluded={"p", "y"}))["excluded"] == [["p"]]
    both = catalogue([action("p"), action("q"), action("x", needs=["p", "q"])])
    assert ways(both, situation(pinned={"x"}, excluded={"p", "q"}))["excluded"] == [["p", "q"]]


def test_where_nothing_but_letting_go_helps_only_that_is_told() -> None:
    document = catalogue([action("x", conditions=["own"])], conditions=[condition("own")])
    found = ways(document, situation(pinned={"x"}))
    assert {kind: rows for kind, rows in found.items() if rows != [None]} == {"pinned": [["x"]]}


def test_a_plan_that_there_is_needs_no_way_out_even_if_it_is_empty() -> None:
    assert remedies(read(catalogue([])), situation()) == []
    assert remedies(read(catalogue([action("x")])), situation(pinned={"x"})) == []


@settings(max_examples=25, deadline=None)
@given(cases(least=3, most=6), st.integers(0, 2))
def test_every_change_gives_the_plan_that_it_says(case: Case, more: int) -> None:
    ids = [row["id"] for row in case.document["actions"]["actions"]]
    pins = frozenset(ids[: more + 1]) - case.situation.excluded
    given_ = replace(case.situation, pinned=pins, hours_per_week=1)
    instrument = read(case.document)
    rows = remedies(instrument, given_)
    assert bool(rows) is (plan(instrument, given_)["status"] == "infeasible")
    assert list(dict.fromkeys(row["kind"] for row in rows)) in ([], list(KINDS))
    for row in rows:
        if row["change"]:
            found = plan(instrument, changed(given_, row["change"]))
            assert "infeasible" not in {found["status"], row["status"]}
            assert found["totals"]["points_missing"] <= row["totals"]["points_missing"] + 0.0051
