"""What a timetable is worth: gains with their weeks, and three objectives in their order."""

from typing import Any

import pytest

from assessments.domain.planning.problem import pose
from assessments.domain.planning.timetable import Slot, Timetable
from assessments.domain.planning.value import Gain, Value, gains, levels, optimistic, reached, value
from tests.assessments.domain.planning.builders import (
    action,
    catalogue,
    gate,
    monday,
    read,
    running,
    situation,
    skill,
)

DOCUMENT = catalogue(
    [
        action("one", ("a", 0, 1), hours=(2, 4), cost=150),
        action("two", ("a", 1, 2), ("b", 0, 4), hours=(5, 5)),
        action("over", ("b", 2, 5), cost=30),
        action("exam", hours=(1, 1)),
        action("exam2", paid=True),
        action("run", ("b", 0, 1)),
    ],
    skills=[skill("a", 2, 40), skill("b", 3, 60)],
    gates=[gate("g", "required", by=["exam", "exam2"]), gate("years", by=["exam"], years=4)],
)


def table_of(starts: dict[str, int], **given: Any) -> Timetable:
    """A timetable with one-week actions in the weeks named."""
    problem = pose(read(DOCUMENT), situation(**{"hours_per_week": 9, "budget_usd": 1000, **given}))
    table = Timetable(problem)
    for id, start in starts.items():
        table.place(Slot(problem.jobs[id], start, start + 1))
    return table


def test_gains_come_in_the_order_of_their_weeks_and_stop_at_what_is_required() -> None:
    assert gains(table_of({"one": 0, "two": 2, "exam": 1})) == [
        Gain("one", 20, 1, "a", 0, 1),
        Gain("exam", 8, 2, gate="g"),
        Gain("two", 20, 3, "a", 1, 2),
        Gain("two", 60, 3, "b", 0, 4),
    ]


def test_what_starts_before_its_level_is_there_gains_nothing() -> None:
    assert [gain.skill for gain in gains(table_of({"one": 0, "two": 0}))] == ["a", "b"]
    assert gains(table_of({"over": 0})) == []


def test_the_first_to_open_a_gate_has_the_gain() -> None:
    assert gains(table_of({"exam": 3, "exam2": 2})) == [Gain("exam2", 8, 3, gate="g")]


def test_what_runs_gains_too() -> None:
    table = table_of({"two": 2}, running=(running("run", 0, 1), running("exam", 0, 9)))
    assert gains(table) == [Gain("run", 20, 1, "b", 0, 1), Gain("two", 40, 3, "b", 1, 4)]


def test_levels_are_those_after_all_gains() -> None:
    table = table_of({"one": 0, "two": 1, "over": 3})
    assert levels(table.problem, gains(table)) == {"a": 2, "b": 5}


@pytest.mark.parametrize(
    ("starts", "given", "found"),
    [
        ({}, {}, Value(116, 0, 0)),
        # 20 points after one week, and 150 USD.
        ({"one": 0}, {}, Value(96, 20 + 1.5, 3)),
        ({"one": 2}, {}, Value(96, 60 + 1.5, 3)),
        ({"one": 0, "two": 1, "exam": 0}, {}, Value(8, 20 + 8 + 2 * 80 + 1.5, 9)),
        # A blocked week before it counts as waiting.
        ({"one": 1}, {"blocked_weeks": {monday(1)}}, Value(96, 60 + 1.5, 3)),
        ({"exam2": 0}, {}, Value(108, 8, 0)),
        ({"exam2": 0}, {"gates": {"g": "met", "years": "met"}}, Value(100, 0, 0)),
        ({"over": 0}, {"levels": {"a": 2, "b": 3}}, Value(16, 0.3, 2)),
    ],
)
def test_the_objectives_are_counted_by_hand(starts: dict[str, int], given: dict[str, Any], found: Value) -> None:
    assert value(table_of(starts, **given)) == found


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (Value(1, 900, 900), Value(1.01, 0, 0)),
        (Value(1, 5, 900), Value(1, 5.1, 0)),
        (Value(1, 5, 2), Value(1, 5, 2.5)),
    ],
)
def test_points_come_before_waiting_and_waiting_before_hours(better: Value, worse: Value) -> None:
    assert better < worse


@pytest.mark.parametrize(
    ("ids", "found", "points"),
    [
        ([], {"a": 0, "b": 0}, 0),
        (["two", "one"], {"a": 2, "b": 4}, 100),
        (["over"], {"a": 0, "b": 0}, 0),
        (["over", "two"], {"a": 0, "b": 5}, 60),
        (["exam", "exam2"], {"a": 0, "b": 0}, 8),
    ],
)
def test_without_time_everything_comes_in_its_best_order(ids: list[str], found: dict[str, int], points: float) -> None:
    problem = table_of({}).problem
    jobs = [problem.jobs[id] for id in ids]
    assert reached(problem, jobs)[0] == found
    assert optimistic(problem, jobs) == pytest.approx(points)
