"""Moving one action: allowed exactly where the laws of a plan hold afterwards, by a checker of its own."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assessments.domain.following import placing
from assessments.domain.following.changes import Gain, gains
from assessments.domain.following.placing import Fault, Schedule
from assessments.domain.following.progress import UNTOUCHED, Progress
from tests.assessments.domain.planning.builders import (
    MONDAY,
    Case,
    action,
    catalogue,
    monday,
    planned,
    read,
    running,
    situation,
    sunday,
)
from tests.assessments.domain.planning.cases import case, cases
from tests.assessments.domain.planning.laws import broken_in_time, develops
from tests.assessments.domain.planning.people import plan_of
from tests.assessments.domain.planning.replay import Replay

BUSY = UNTOUCHED.turned("doing", MONDAY)


def schedule(case: Case, progress: dict[str, Progress] | None = None, placed: tuple[str, ...] = ()) -> Schedule:
    """The plan of a case as moving reads it, what runs already among its rows."""
    rows = [*case.plan["actions"], *(_row(case, entry.action) for entry in case.situation.running)]
    told = {entry.action: BUSY for entry in case.situation.running} | (progress or {})
    return Schedule(read(case.document, case.level), case.situation, rows, told, placed)


def _row(case: Case, action: str) -> dict[str, Any]:
    entry = next(entry for entry in case.situation.running if entry.action == action)
    row = next(row for row in case.document["actions"]["actions"] if row["id"] == action)
    hours = (row["hours_min"] + row["hours_max"]) / 2
    plain = {"id": action, "start": entry.start.isoformat(), "end": "", "weeks": entry.weeks, "hours": hours}
    return dict(placing.moved(plain, entry.start, case.situation.blocked_weeks))


def keeps_all_laws(case: Case, action: str, start: date) -> bool:
    """What the checker of plans says to the plan in which the action lies there."""
    blocked = case.situation.blocked_weeks
    rows = [placing.moved(row, start, blocked) if row["id"] == action else row for row in case.plan["actions"]]
    after = case.spoiled(actions=sorted(rows, key=lambda row: (row["start"], row["end"], row["id"])))
    replays = [Replay(case.document, case.level, case.situation, entry.plan["actions"]) for entry in (case, after)]
    before, then = ([_lifted(replay, entry.action) for entry in case.situation.running] for replay in replays)
    return not broken_in_time(after) and not list(develops(after, replays[1])) and before == then


def _lifted(replay: Replay, action: str) -> list[tuple[str, int, int]]:
    return [(gain.name, gain.low, gain.high) for gain in replay.lifts(action)]


def starts(case: Case) -> list[date]:
    """Every week from two before the plan to two after it."""
    first = monday(-2)
    return [first + timedelta(weeks=place) for place in range((case.situation.target - first).days // 7 + 3)]


@settings(deadline=None, max_examples=60)
@given(cases(), st.data())
@example(case(Random(858), 2, 6, 3, 5), None)
@example(case(Random(997), 2, 6, 3, 7), None)
def test_an_action_may_be_moved_exactly_where_all_laws_hold_afterwards(case: Case, data: st.DataObject | None) -> None:
    if not case.chosen:
        return
    for moved in [data.draw(st.sampled_from(case.chosen))] if data else case.chosen:
        for start in starts(case):
            found = placing.faults(schedule(case), moved, start, case.situation.start)
            assert (found == ()) == keeps_all_laws(case, moved, start), (moved, start, found)


@settings(deadline=None, max_examples=60)
@given(cases())
def test_lifts_are_counted_as_the_planner_counts_them(case: Case) -> None:
    stated = {
        Gain(row["id"], lift["skill"], lift["from"], lift["to"])
        for row in case.plan["actions"]
        for lift in row["develops"]
    }
    found = gains(schedule(case), schedule(case).rows)
    assert {gain for gain in found if gain.action in case.chosen} == stated


@settings(deadline=None, max_examples=60)
@given(cases())
def test_what_stays_where_it_is_breaks_nothing(case: Case) -> None:
    for row in case.plan["actions"]:
        start = date.fromisoformat(row["start"])
        assert placing.faults(schedule(case), row["id"], start, case.situation.start) == ()
        assert placing.moved(row, start, case.situation.blocked_weeks) == row


def test_on_the_published_catalogue_the_checker_agrees_too() -> None:
    case = plan_of("a pharmacist in the middle of it")
    for place, id in enumerate(case.chosen):
        for start in starts(case)[place % 5 :: 9]:
            found = placing.faults(schedule(case), id, start, case.situation.start)
            assert (found == ()) == keeps_all_laws(case, id, start), (id, start, found)


def small(*actions: dict[str, Any], **given: Any) -> Case:
    """The plan of a nurse with two hours a week over eight weeks, in which every action is wanted."""
    wanted = {row["id"] for row in actions} - {entry.action for entry in given.get("running", ())}
    return planned(catalogue(actions), situation(pinned=wanted, **given))


def faults(case: Case, action: str, week: int, **more: Any) -> list[Fault]:
    return list(placing.faults(schedule(case, **more), action, monday(week), MONDAY))


FULL = action("x", ("a", 0, 2), hours=(2, 2)), action("y", ("b", 0, 2), hours=(2, 2))


def test_too_many_hours_are_told_with_the_worst_week_and_figures() -> None:
    case = small(*FULL)
    first, second = case.chosen
    (fault,) = faults(case, second, 0)
    assert fault == Fault(placing.HOURS, monday(0), needed=4, there=2, can_replan=True)
    assert faults(case, second, 5) == []
    assert faults(case, first, 5) == []


@pytest.mark.parametrize("more", [{"placed": ("first",)}, {"progress": BUSY}])
def test_what_planning_again_would_leave_there_cannot_make_room(more: dict[str, Any]) -> None:
    case = small(*FULL)
    first, second = case.chosen
    given_ = {"placed": (first,)} if "placed" in more else {"progress": {first: BUSY}}
    (fault,) = faults(case, second, 0, **given_)
    assert (fault.law, fault.can_replan) == (placing.HOURS, False)


@pytest.mark.parametrize("state", ["done", "skipped"])
def test_what_is_settled_asks_for_no_hours(state: str) -> None:
    case = small(*FULL)
    first, second = case.chosen
    assert faults(case, second, 0, progress={first: UNTOUCHED.turned(state, MONDAY, "No time")}) == []


def test_what_it_needs_and_what_needs_it_are_named() -> None:
    case = small(action("x", ("a", 0, 2)), action("y", ("b", 0, 2), needs=["x"]))
    assert case.chosen == ["x", "y"]
    early = faults(case, "y", 0)
    assert early[0].law == placing.HOURS
    assert Fault(placing.NEEDS, sunday(0), "x") in early
    late = faults(case, "x", 3)
    assert late == [Fault(placing.FOLLOWER, monday(1), "y", can_replan=True)]


def test_a_lift_that_would_start_too_low_is_named_with_both_levels() -> None:
    case = small(action("x", ("a", 0, 1)), action("y", ("a", 1, 2)))
    fault = faults(case, "y", 0)[-1]
    assert fault == Fault(placing.LIFT, None, "y", "a", needed=2, there=0, can_replan=True)


def test_dates_that_are_not_open_are_told() -> None:
    winter = action("x", ("a", 0, 2), weeks=(2, 2), windows=[("12-20", "01-20")])
    case = small(winter, blocked_weeks={monday(2)})
    assert [fault.law for fault in faults(case, "x", -1)] == [placing.PAST]
    assert [fault.law for fault in faults(case, "x", 2)] == [placing.BLOCKED]
    assert [(fault.law, fault.day) for fault in faults(case, "x", 3)] == [(placing.WINDOW, monday(3))]
    assert [(fault.law, fault.day) for fault in faults(case, "x", 7)] == [
        (placing.TARGET, sunday(8)),
        (placing.WINDOW, monday(7)),
    ]


def test_two_paid_posts_never_overlap() -> None:
    posts = [action(id, (skill, 0, 2), weeks=(3, 3), paid=True, big=True) for id, skill in (("x", "a"), ("y", "b"))]
    case = small(*posts, open_to={"x", "y"})
    first, second = case.chosen
    assert faults(case, second, 1) == [Fault(placing.OVERLAP, monday(1), first, can_replan=True)]
    assert faults(case, second, 5) == []


def test_weeks_to_choose_from_are_open_ones_from_now_on() -> None:
    given_ = situation(weeks=6, blocked_weeks={monday(3)})
    assert placing.open_mondays(given_, MONDAY - timedelta(days=40)) == tuple(monday(week) for week in (0, 1, 2, 4, 5))
    assert placing.open_mondays(given_, sunday(1)) == tuple(monday(week) for week in (1, 2, 4, 5))
    assert placing.open_mondays(given_, sunday(9)) == ()


def test_a_running_action_is_part_of_what_is_there() -> None:
    case = small(*FULL, running=(running("x", 0, 4),))
    assert case.chosen == ["y"]
    (fault,) = faults(case, "y", 0)
    assert (fault.law, fault.needed) == (placing.HOURS, 2.5)
    assert fault.can_replan is False


def test_an_action_that_is_not_in_the_plan_is_an_error() -> None:
    with pytest.raises(KeyError):
        placing.faults(schedule(small(*FULL)), "z", MONDAY, MONDAY)


def test_moving_into_a_blocked_week_and_over_it_makes_the_row_longer() -> None:
    row = {"id": "x", "start": "", "end": "", "weeks": 3}
    found = placing.moved(row, monday(1), {monday(2) + timedelta(days=3)})
    assert (found["start"], found["end"]) == (monday(1).isoformat(), sunday(4).isoformat())


def test_a_schedule_knows_what_planning_again_leaves() -> None:
    whole = replace(schedule(small(*FULL)), placed=("x",))
    assert (whole.stays("x"), whole.stays("y")) == (True, False)
