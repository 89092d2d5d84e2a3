"""The table of what-ifs says what it shows, and never that more hours or money bring less."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.presentation.builder import table as tables
from assessments.presentation.builder.table import Table

TARGET = date(2029, 12, 31)
HOURS, BUDGETS = ("2", "4", "6"), ("0", "5,000", "15,000")
SCORES = (67.2, 68, 68, 71, 73.1, 74.4, 74.8, 77, 78)


def outcome(readiness: float | None, finish: str | None = "2029-09-16") -> dict[str, Any]:
    if readiness is None:
        return {"status": "infeasible", "totals": {"readiness_then": 60.0, "finish": None}}
    return {"status": "feasible", "totals": {"readiness_then": readiness, "finish": finish}}


def drawn(
    scores: Sequence[float | None] = SCORES, own: tuple[str, str] = ("4", "5,000"), missing: Sequence[int] = ()
) -> Table:
    cells = [None if place in missing else outcome(score) for place, score in enumerate(scores)]
    return tables.table(HOURS, BUDGETS, cells, own, TARGET, 62)


def test_cells_show_readiness_and_the_month_of_the_end() -> None:
    found = drawn()
    assert (found.target, found.now, found.budgets) == ("31 December 2029", 62, ("$0", "$5,000", "$15,000"))
    assert [row.name for row in found.rows] == ["2 hours", "4 hours", "6 hours"]
    assert [[cell.readiness for cell in row.cells] for row in found.rows] == [[67, 68, 68], [71, 73, 74], [74, 77, 78]]
    assert {cell.month for row in found.rows for cell in row.cells} == {"Sep 2029"}
    assert [[cell.is_ready for cell in row.cells] for row in found.rows][2] == [False, True, True]
    assert [cell.use for cell in found.rows[1].cells] == ["4:0", "4:5000", "4:15000"]
    assert [cell.is_now for row in found.rows for cell in row.cells].index(True) == 4
    assert found.is_whole


def test_the_finding_comes_from_the_cells() -> None:
    found = drawn()
    assert found.title == "At six hours a week the plan reaches ready"
    reached, gained = found.lede.split(". ")
    assert reached == "At 4 hours and $5,000 you reach 73 by September 2029"
    assert gained == "Two more hours gain four points, $10,000 more gains one point."


@pytest.mark.parametrize(
    ("scores", "title"),
    [
        ((67, 68, 68, 71, 76, 77, 78, 79, 80), "At four hours a week the plan reaches ready"),
        ((60,) * 9, "At four hours a week the plan reaches 60"),
        ((None,) * 9, "No plan fits these limits"),
    ],
)
def test_other_findings(scores: tuple[float | None, ...], title: str) -> None:
    assert drawn(scores).title == title


def test_what_brings_nothing_is_said_to() -> None:
    assert drawn((60,) * 9).lede.endswith("Two more hours gain nothing, $10,000 more gains nothing.")


def test_limits_that_are_not_in_the_table_have_no_finding() -> None:
    found = drawn(own=("5", "5,000"))
    assert (found.title, found.lede) == ("What can you give to your plan?", "")


def test_rows_that_are_not_there_yet_are_left_open() -> None:
    found = drawn(missing=(0, 1, 2, 6, 7, 8))
    assert not found.is_whole
    assert [cell.is_there for cell in found.rows[0].cells] == [False] * 3
    assert found.lede == "At 4 hours and $5,000 you reach 73 by September 2029. $10,000 more gains one point."
    assert drawn(missing=(3, 4, 5)).title == "What can you give to your plan?"


def test_a_plan_without_a_step_has_no_month() -> None:
    cells = [outcome(62, None)] * 9
    found = tables.table(HOURS, BUDGETS, cells, ("4", "5,000"), TARGET, 62)
    assert {cell.month for row in found.rows for cell in row.cells} == {""}
    assert found.lede.startswith("At 4 hours and $5,000 you reach 62, with no step planned.")


@given(st.lists(st.none() | st.floats(0, 100), min_size=9, max_size=9), st.sets(st.integers(0, 2)))
def test_looser_limits_never_show_less(scores: list[float | None], missing: set[int]) -> None:
    found = drawn(scores, missing=[3 * row + column for row in missing for column in range(3)])
    there = [row.cells for row in found.rows if row.cells[0].is_there]
    shown = [[-1 if cell.readiness is None else cell.readiness for cell in cells] for cells in there]
    assert all(list(cells) == sorted(cells) for cells in (*shown, *zip(*shown, strict=True)))


@given(st.floats(0.5, 80), st.integers(0, 10_000_000))
def test_the_axes_hold_the_users_own_limits_and_three_different_budgets(hours: float, budget: int) -> None:
    rows, budgets = tables.axes(hours, budget)
    assert {2, 4, 6, 10, hours} == set(rows)
    assert len(set(budgets)) == 3 or budget == 1
    assert {0, budget} <= set(budgets)
    assert max(budgets) <= 10_000_000
    assert (list(rows), list(budgets)) == (sorted(rows), sorted(budgets))


@pytest.mark.parametrize(
    ("budget", "budgets"),
    [
        (0, (0, 5000, 15000)),
        (3000, (0, 3000, 5000)),
        (5000, (0, 5000, 15000)),
        (10_000_000, (0, 5_000_000, 10_000_000)),
    ],
)
def test_a_larger_budget_is_a_sensible_one(budget: int, budgets: tuple[int, ...]) -> None:
    assert tables.axes(4, budget)[1] == budgets
