"""A timetable keeps count of hours, money and lifts, and finds the slot that ends first."""

from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.planning.problem import Job, pose
from assessments.domain.planning.timetable import Slot, Timetable, level_at
from tests.assessments.domain.planning.builders import Row, action, catalogue, monday, read, running, situation


def empty(*actions: Row, **given: Any) -> Timetable:
    """A timetable with nothing chosen, of somebody with three hours in each of eight weeks."""
    return Timetable(pose(read(catalogue(list(actions))), situation(**{"hours_per_week": 3, **given})))


def job(table: Timetable, id: str = "x") -> Job:
    return table.problem.jobs[id]


def earliest(table: Timetable, id: str = "x", ready: int = 0) -> tuple[int, int] | None:
    slot = table.earliest(job(table, id), ready, job(table, id).lengths)
    return (slot.start, slot.end) if slot else None


@pytest.mark.parametrize(
    ("row", "ready", "found"),
    [
        (action("x", hours=(3, 3)), 0, (0, 1)),
        (action("x", hours=(3, 3)), 7, (7, 8)),
        (action("x", hours=(3, 3)), 8, None),
        (action("x", hours=(12, 12), weeks=(1, 9)), 0, (0, 4)),
        (action("x", hours=(10, 10), weeks=(1, 9)), 0, (0, 4)),
        (action("x", hours=(2, 2), weeks=(3, 9)), 2, (2, 5)),
        (action("x", hours=(90, 90), weeks=(2, 2), paid=True), 1, (1, 3)),
        # 1 February is the Monday of week 4, 31 January the Sunday of week 3.
        (action("x", windows=[("02-01", "02-01")]), 0, (4, 5)),
        (action("x", windows=[("02-01", "02-01")]), 5, None),
        (action("x", hours=(9, 9), weeks=(1, 4), windows=[("01-31", "01-31")], on="end"), 0, (1, 4)),
        (action("x", hours=(9, 9), weeks=(1, 4), windows=[("01-31", "01-31")], on="end"), 2, None),
    ],
)
def test_in_an_empty_timetable_the_hours_and_the_window_decide(
    row: Row, ready: int, found: tuple[int, int] | None
) -> None:
    assert earliest(empty(row), ready=ready) == found


@pytest.mark.parametrize(("longest", "found"), [(4, (0, 4)), (3, (4, 6))])
def test_beside_another_action_it_takes_longer_or_waits(longest: int, found: tuple[int, int]) -> None:
    """One hour is left in each of four weeks, and all three of them later."""
    table = empty(action("w", hours=(8, 8), weeks=(4, 4)), action("x", hours=(4, 4), weeks=(1, longest)))
    table.place(Slot(job(table, "w"), 0, 4))
    assert earliest(table) == found


def test_weeks_without_room_bar_everything_that_would_run_across_them() -> None:
    table = empty(action("w", hours=(3, 3)), action("x", hours=(3, 3), weeks=(2, 3)))
    table.place(Slot(job(table, "w"), 2, 3))
    assert earliest(table) == (0, 2)
    assert earliest(table, ready=1) == (3, 5)


def test_before_a_full_week_fewer_weeks_may_do() -> None:
    """From week 3 on it would need week 5, where nothing is left; week 4 alone holds it all."""
    table = empty(action("x", hours=(4, 4), weeks=(1, 4)), hours_per_week=4, weeks=7)
    table.free = [1, 2.5, 0.5, 1, 4, 0.5, 2.5]
    assert earliest(table, ready=3) == (4, 5)


def test_two_posts_do_not_overlap_but_anything_else_in_paid_time_may() -> None:
    rows = [action(id, weeks=(3, 3), paid=True, big=id != "free") for id in ("w", "x", "free")]
    table = empty(*rows, open_to={"w", "x"})
    table.place(Slot(job(table, "w"), 1, 4))
    assert earliest(table, "x") == (4, 7)
    assert earliest(table, "free") == (0, 3)


def test_what_runs_already_takes_its_hours_and_its_post() -> None:
    rows = [action("run", hours=(8, 8), weeks=(4, 4)), action("post", weeks=(2, 2), paid=True, big=True)]
    table = empty(*rows, action("x", hours=(2, 2)), running=(running("run", -1, 4),))
    assert table.free == [1, 1, 1, 3, 3, 3, 3, 3]
    assert earliest(table) == (3, 4)
    posted = empty(*rows, action("x", paid=True, big=True), running=(running("post", 0, 2),), open_to={"x"})
    assert earliest(posted) == (2, 3)


def test_where_what_runs_takes_more_than_there_is_only_paid_time_fits() -> None:
    rows = [action("run", hours=(20, 20), weeks=(2, 2)), action("x"), action("paid", paid=True)]
    table = empty(*rows, running=(running("run", 0, 2),))
    assert earliest(table) == (2, 3)
    assert earliest(table, "paid") == (0, 1)


def test_a_slot_takes_hours_money_and_nothing_from_its_copy() -> None:
    table = empty(action("x", ("a", 0, 1), hours=(4, 4), weeks=(2, 2), cost=70), budget_usd=100)
    twin = table.copy()
    twin.place(Slot(job(twin), 1, 3))
    assert (twin.free[:4], twin.cost, twin.affords(job(twin))) == ([3, 1, 1, 3], 70, False)
    assert (table.free[:4], table.cost, table.affords(job(table))) == ([3, 3, 3, 3], 0, True)
    assert (twin.lifting("a"), table.lifting("a")) == ([(3, "x", 1)], [])


def test_ready_is_when_one_of_each_need_has_ended() -> None:
    table = empty(action("p"), action("run"), action("x", needs=["p", "run"]), running=(running("run", 1, 3),))
    assert table.ready(job(table)) is None
    table.place(Slot(job(table, "p"), 0, 1))
    assert (table.ready(job(table)), table.end_of("p"), table.end_of("run"), table.end_of("x")) == (4, 1, 4, None)


def test_what_runs_beyond_the_target_never_gets_anything_ready() -> None:
    table = empty(action("run"), action("x", needs=["run"]), running=(running("run", 6, 3),))
    assert table.ready(job(table)) is None


@pytest.mark.parametrize(
    ("starts", "lifting"),
    [
        ({"one": 0, "two": 1}, [(1, "one", 1), (2, "two", 2)]),
        ({"one": 0, "two": 0}, [(1, "one", 1)]),
        ({"one": 1, "two": 0}, [(2, "one", 1)]),
        ({"one": 0, "all": 0}, [(1, "all", 3), (1, "one", 1)]),
        ({"all": 0, "one": 1}, [(1, "all", 3)]),
        ({"one": 0, "two": 1, "all": 3}, [(1, "one", 1), (2, "two", 2), (4, "all", 3)]),
    ],
)
def test_a_lift_counts_only_where_the_level_fits_when_it_starts(
    starts: dict[str, int], lifting: list[tuple[int, str, int]]
) -> None:
    table = empty(action("one", ("a", 0, 1)), action("two", ("a", 1, 2)), action("all", ("a", 0, 3)))
    for id, start in starts.items():
        table.place(Slot(job(table, id), start, start + 1))
    assert table.lifting("a") == lifting


def test_a_level_holds_from_the_week_after_the_lift() -> None:
    lifting = [(2, "x", 3), (4, "y", 5)]
    assert [level_at(1, lifting, week) for week in range(6)] == [1, 1, 3, 3, 5, 5]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9))
def test_no_slot_ends_before_the_one_that_is_found(number: int) -> None:
    chance = Random(number)
    shortest, hours = chance.randint(1, 4), chance.randint(1, 12)
    row = action("x", hours=(hours, hours), weeks=(shortest, shortest + chance.randint(0, 4)))
    table = empty(row, hours_per_week=4, blocked_weeks={monday(chance.randint(0, 7))})
    table.free = [chance.choice([0.0, 0.5, 1.0, 2.5, 4.0]) for _ in table.free]
    if "x" not in table.problem.jobs:
        return
    ready = chance.randint(0, 3)
    ends = [
        start + length
        for start, length in product(range(ready, len(table.free)), job(table).lengths)
        if start + length <= len(table.free) and min(table.free[start : start + length]) >= hours / length - 1e-9
    ]
    found = earliest(table, ready=ready)
    assert (found[1] if found else None) == min(ends, default=None)
    assert found is None or min(table.free[slice(*found)]) >= hours / (found[1] - found[0]) - 1e-9
