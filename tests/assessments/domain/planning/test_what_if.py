"""What other limits would bring: as planned afresh or better, and never worse where there is more room."""

from datetime import timedelta
from typing import Any

from hypothesis import given, settings

from assessments.domain.planning import outlook
from assessments.domain.planning.what_if import is_looser
from tests.assessments.domain.planning.builders import (
    Case,
    Row,
    action,
    catalogue,
    planned,
    read,
    running,
    situation,
    sunday,
)
from tests.assessments.domain.planning.cases import cases
from tests.assessments.domain.planning.laws import broken_in_time
from tests.assessments.domain.planning.people import plan_of

MANY = cases(least=6, most=12, longest=5, weeks=14)


def cells(case: Case, changes: list[dict[str, Any]], present: list[Row] | None = None) -> list[dict[str, Any]]:
    return outlook(read(case.document, case.level), case.situation, changes, present or [])


def table_of(case: Case) -> list[dict[str, Any]]:
    """Changes of hours, money and date in no helpful order."""
    given_ = case.situation
    hours, budgets = (given_.hours_per_week + 2, given_.hours_per_week, 0.5), (given_.budget_usd + 300, 0)
    targets = (given_.target, given_.target + timedelta(days=28))
    return [
        {"hours_per_week": hour, "budget_usd": usd, "target": day}
        for hour in hours
        for usd in budgets
        for day in targets
    ]


@settings(max_examples=15, deadline=None)
@given(MANY)
def test_no_looser_limit_shows_a_worse_plan(case: Case) -> None:
    changes = table_of(case)
    found = cells(case, changes)
    for one, change in zip(found, changes, strict=True):
        for other, tighter in zip(found, changes, strict=True):
            if "infeasible" not in {one["status"], other["status"]} and all(
                change[name] >= tighter[name] for name in change
            ):
                assert one["totals"]["points_missing"] <= other["totals"]["points_missing"]


@settings(max_examples=15, deadline=None)
@given(MANY)
def test_every_cell_keeps_the_laws_of_its_own_limits(case: Case) -> None:
    changes = table_of(case)
    for cell, change in zip(cells(case, changes, case.plan["actions"]), changes, strict=True):
        changed = case.again(**change)
        assert broken_in_time(changed.spoiled(actions=cell["actions"])) == []
        assert (cell["status"] == "infeasible") is (changed.plan["status"] == "infeasible")


@settings(max_examples=10, deadline=None)
@given(MANY)
def test_no_cell_is_worse_than_the_plan_made_afresh_where_that_is_proven_best(case: Case) -> None:
    (cell,) = cells(case, [{}])
    if case.plan["status"] == "optimal":
        assert cell["totals"]["points_missing"] == case.missing


def test_a_present_plan_is_taken_up_where_it_fits() -> None:
    rows = [action("one", ("a", 0, 2), hours=(2, 2)), action("two", ("a", 0, 2), hours=(2, 2))]
    case = planned(catalogue(rows), situation({"a": 0}))
    (cell,) = cells(case, [{"hours_per_week": 4}], case.again(excluded=frozenset({"one"})).plan["actions"])
    assert [row["id"] for row in cell["actions"]] in (["one"], ["two"])
    assert cell["totals"]["points_missing"] == case.missing


def test_a_cell_in_which_the_pins_do_not_fit_is_infeasible_and_the_others_are_not() -> None:
    case = planned(catalogue([action("x", ("a", 0, 2), cost=300)]), situation(budget_usd=300, pinned={"x"}))
    assert [cell["status"] for cell in cells(case, [{"budget_usd": 0}, {"budget_usd": 300}])] == [
        "infeasible",
        "optimal",
    ]


def test_room_is_compared_field_by_field() -> None:
    plain = situation()
    assert is_looser(plain, plain)
    assert is_looser(situation(hours_per_week=3, open_to={"x"}), plain)
    assert is_looser(plain, situation(excluded={"x"}, pinned={"y"}))
    assert not is_looser(situation(hours_per_week=3), situation(budget_usd=1))
    assert not is_looser(situation(hours_per_week=3, done={"x"}), plain)
    assert not is_looser(situation(hours_per_week=3, running=(running("x", 0, 1),)), plain)
    assert is_looser(situation(target=sunday(9)), plain)


def test_the_same_table_is_told_twice_alike_for_somebody_with_the_published_catalogue() -> None:
    case = plan_of("somebody with three months")
    changes = [{"hours_per_week": hours, "budget_usd": usd} for hours in (2, 4, 6, 10) for usd in (0, 5000, 15000)]
    found = cells(case, changes)
    assert found == cells(case, changes)
    missing = [cell["totals"]["points_missing"] for cell in found]
    assert missing[0] > missing[-1]
    assert all(missing[place] >= missing[place + 3] for place in range(9))
