"""What of a catalogue one person can use, what each action needs, and what stands at the start."""

from collections.abc import Sequence
from typing import Any

import pytest

from assessments.domain.planning.problem import Problem, pose
from tests.assessments.domain.planning.builders import (
    Row,
    action,
    catalogue,
    condition,
    gate,
    monday,
    read,
    running,
    situation,
    skill,
)


def posed(*actions: Row, asked: Sequence[Row] = (), doors: Sequence[Row] = (), **given: Any) -> Problem:
    """The problem of a person who may do these actions."""
    document = catalogue(list(actions), conditions=asked, gates=doors)
    return pose(read(document), situation(**given))


@pytest.mark.parametrize(
    ("hours", "weeks", "given", "lengths"),
    [
        ((2, 2), (1, 3), {}, (1, 2, 3)),
        ((6, 6), (1, 4), {}, (3, 4)),
        ((5, 6), (1, 4), {}, (3, 4)),
        ((6, 6), (4, 9), {}, (4, 5, 6, 7, 8)),
        ((6, 6), (1, 9), {"weeks": 4}, (3, 4)),
        ((0.3, 0.3), (1, 9), {"hours_per_week": 0.1}, (3, 4, 5, 6, 7, 8)),
    ],
)
def test_an_action_can_take_the_weeks_that_its_hours_and_the_calendar_allow(
    hours: tuple[float, float], weeks: tuple[int, int], given: dict[str, Any], lengths: tuple[int, ...]
) -> None:
    assert posed(action("x", hours=hours, weeks=weeks), **given).jobs["x"].lengths == lengths


def test_paid_time_takes_no_own_hours_and_all_its_weeks() -> None:
    job = posed(action("x", hours=(90, 110), weeks=(2, 3), paid=True)).jobs["x"]
    assert (job.hours, job.own_hours, job.lengths, job.exclusive) == (100, 0, (2, 3), False)
    assert posed(action("x", paid=True, big=True), open_to={"x"}).jobs["x"].exclusive


@pytest.mark.parametrize(
    ("row", "given"),
    [
        (action("x", cost=1), {}),
        (action("x", big=True), {}),
        (action("x"), {"excluded": {"x"}}),
        (action("x", conditions=["office"]), {"unavailable": {"office"}}),
        (action("x", hours=(5, 5), weeks=(1, 2)), {}),
        (action("x", weeks=(9, 9)), {}),
        (action("x", conditions=["own"]), {}),
        (action("x", needs=["nowhere"]), {}),
    ],
)
def test_what_cannot_be_used_is_told_with_a_reason(row: Row, given: dict[str, Any]) -> None:
    conditions = [condition("office", "organization"), condition("own")]
    problem = posed(row, asked=conditions, **given)
    assert "x" not in problem.jobs
    assert problem.reasons["x"]


def test_what_needs_the_unusable_is_unusable_to_the_end_of_the_chain() -> None:
    problem = posed(action("x", cost=1), action("y", needs=["x"]), action("z", needs=["y"]), action("free"))
    assert set(problem.jobs) == {"free"}
    assert problem.reasons["z"] == "what it needs first is not possible"


@pytest.mark.parametrize("given", [{"done": {"x"}}, {"running": (running("x", 0, 1),)}])
def test_what_is_done_or_runs_is_no_candidate_and_meets_needs(given: dict[str, Any]) -> None:
    problem = posed(action("x", cost=9999), action("y", needs=["x"]), **given)
    assert set(problem.jobs) == {"y"}
    assert "x" not in problem.reasons
    assert problem.jobs["y"].needs == (() if "done" in given else (frozenset({"x"}),))


@pytest.mark.parametrize(
    ("given", "needs"),
    [
        ({}, (frozenset({"p", "q"}),)),
        ({"excluded": {"q"}}, (frozenset({"p"}),)),
        ({"conditions": {"earned"}}, ()),
        ({"done": {"p"}}, ()),
    ],
)
def test_a_condition_of_a_person_is_held_done_or_earned_by_one_of_several(
    given: dict[str, Any], needs: tuple[frozenset[str], ...]
) -> None:
    rows = [action("p"), action("q"), action("x", conditions=["earned"])]
    assert posed(*rows, asked=[condition("earned", by=["p", "q"])], **given).jobs["x"].needs == needs


def test_a_condition_of_an_organization_is_assumed() -> None:
    problem = posed(action("x", conditions=["office"]), asked=[condition("office", "organization")])
    assert problem.jobs["x"].needs == ()


@pytest.mark.parametrize(
    ("on", "starts", "ends"),
    # 17 January is the Sunday of week 1, 18 January the Monday of week 2.
    [("start", (2, 3), None), ("end", None, (2, 3))],
)
def test_a_window_allows_only_some_first_or_last_weeks(
    on: str, starts: tuple[int, ...] | None, ends: tuple[int, ...] | None
) -> None:
    job = posed(action("x", windows=[("01-17", "01-25")], on=on)).jobs["x"]
    assert (job.starts, job.ends) == (starts, ends)


@pytest.mark.parametrize(
    ("row", "given", "points"),
    [
        (gate("g", "required"), {}, {"g": 8}),
        (gate("g", "expected"), {}, {"g": 3}),
        (gate("g", "helpful"), {"gates": {"g": "in_progress"}}, {"g": 1}),
        (gate("g"), {"gates": {"g": "not_met"}}, {"g": 8}),
        (gate("g"), {"gates": {"g": "met"}}, {}),
        (gate("g"), {"gates": {"g": "not_applicable"}}, {}),
        (gate("g", professions="physician"), {}, {}),
        (gate("g", by=["x"]), {"done": {"x"}}, {}),
        (gate("g", by=["x"], years=3), {"done": {"x"}}, {"g": 8}),
    ],
)
def test_a_gate_costs_points_until_it_is_met(row: Row, given: dict[str, Any], points: dict[str, int]) -> None:
    assert posed(action("x"), doors=[row], **given).open_gates == points


def test_an_action_opens_the_gates_that_are_open_to_it() -> None:
    gates = [gate("g", by=["x"]), gate("years", by=["x"], years=3), gate("had", by=["x"])]
    assert posed(action("x"), doors=gates).jobs["x"].gates == ("g", "had")


def test_points_at_the_start_are_counted_by_hand() -> None:
    document = catalogue([], skills=[skill("a", 4, 30), skill("b", 2, 10), skill("c", 5, 60)], gates=[gate("g")])
    problem = pose(read(document), situation({"a": 1, "b": 3}))
    # 30 points for `a`, three steps of four of them missing; `b` is above its level, `c` is not rated.
    assert problem.skill_points == pytest.approx(22.5)
    assert problem.points == pytest.approx(30.5)
    assert problem.gain("a", 2, 5) == pytest.approx(15)
    assert problem.gain("b", 1, 2) == pytest.approx(5)


@pytest.mark.parametrize(
    ("week", "weeks", "start", "end", "inside"),
    [(0, 2, 0, 2, (0, 1)), (-1, 2, 0, 1, (0,)), (-3, 2, 0, 0, ()), (5, 4, 4, None, (4, 5, 6)), (2, 2, 2, 4, (2, 3))],
)
def test_what_runs_keeps_its_weeks_and_pauses_in_the_blocked_one(
    week: int, weeks: int, start: int, end: int | None, inside: tuple[int, ...]
) -> None:
    given: dict[str, Any] = {"weeks": 8, "blocked_weeks": {monday(3)}, "running": (running("x", week, weeks),)}
    (fixed,) = posed(action("x", hours=(4, 4)), **given).fixed
    assert (fixed.start, fixed.end, fixed.weeks, fixed.rate) == (start, end, inside, 4 / weeks)
