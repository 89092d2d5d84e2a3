"""What a plan asks for this week: before it starts, while it runs, late, blocked, empty and after its end."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.presentation import steps
from assessments.presentation.steps import Step
from assessments.presentation.week import Week, this_week
from tests.assessments.presentation.builders import BEFORE, MONDAY, step

WEEK = timedelta(days=7)
WEDNESDAY = MONDAY + timedelta(days=2)
FIRST = step("first", weeks=2)
SECOND = step("second", start=MONDAY + 3 * WEEK, weeks=1, number=2)


def standing(today: date, *given_steps: Step) -> list[Step]:
    """The steps with the states that they have on that day."""
    now = {True: steps.LATE, False: steps.NOW}
    return [
        step(
            row.id,
            row.start,
            row.weeks,
            row.done_on,
            number=row.number,
            own_hours=row.own_hours,
            **({} if row.done_on or row.start > today else {"state": now[row.end < today]}),
        )
        for row in given_steps
    ]


def week(today: date, *given_steps: Step, blocked: tuple[date, ...] = ()) -> Week:
    return this_week(standing(today, *given_steps), today, blocked)


def ids(found: Week) -> list[str]:
    return [todo.step.id for todo in found.todos]


def test_before_the_start_it_names_the_first_step() -> None:
    found = week(BEFORE, SECOND, FIRST)
    assert (ids(found), found.about) == ([], "28 December 2026 to 3 January 2027")
    assert found.empty == "Nothing is planned this week. “The first” starts on 4 January 2027."


@pytest.mark.parametrize("day", [MONDAY, WEDNESDAY, MONDAY + timedelta(days=6)])
def test_every_day_of_a_week_asks_for_the_same(day: date) -> None:
    found = week(day, FIRST, SECOND)
    assert ids(found) == ["first"]
    assert found.about == "4 to 10 January 2027 · 6 h"
    assert found.todos[0].note == "Clinical work · 6 h a week · until 17 January 2027"


def test_hours_of_steps_that_run_at_once_add_up() -> None:
    other = step("other", weeks=3, own_hours=8.0)
    assert week(WEDNESDAY, FIRST, other).about == "4 to 10 January 2027 · 8 h 40 min"


def test_paid_hours_are_not_own_hours() -> None:
    found = this_week([step(own_hours=0, state=steps.NOW)], WEDNESDAY)
    assert found.about == "4 to 10 January 2027"
    assert found.todos[0].note == "Clinical work · in paid time · until 17 January 2027"


def test_a_week_between_two_steps_is_empty() -> None:
    found = week(MONDAY + 2 * WEEK, step("first", done_on=MONDAY + WEEK), SECOND)
    assert ids(found) == []
    assert found.empty == "Nothing is planned this week. “The second” starts on 25 January 2027."


def test_what_is_done_before_its_time_is_not_announced() -> None:
    third = step("third", MONDAY + 5 * WEEK, number=3)
    found = week(MONDAY + 2 * WEEK, step("second", MONDAY + 3 * WEEK, done_on=MONDAY), third)
    assert found.empty == "Nothing is planned this week. “The third” starts on 8 February 2027."


def test_what_is_late_stays_on_the_list_without_hours_of_this_week() -> None:
    found = week(MONDAY + 2 * WEEK, FIRST, SECOND)
    assert (ids(found), found.about) == (["first"], "18 to 24 January 2027")
    assert found.todos[0].note == "Clinical work · 6 h a week · was due 17 January 2027"


def test_what_was_ticked_since_monday_stays_so_that_it_can_be_unticked() -> None:
    late, ticked_now = MONDAY + 2 * WEEK, step("first", done_on=MONDAY + 2 * WEEK)
    assert ids(week(late, ticked_now, SECOND)) == ["first"]
    assert ids(week(late, step("first", done_on=MONDAY + WEEK), SECOND)) == []


def test_what_was_done_before_this_week_asks_for_no_hours() -> None:
    done_early = step("first", weeks=3, done_on=MONDAY)
    assert week(MONDAY, done_early).about == "4 to 10 January 2027 · 4 h"
    assert week(MONDAY + WEEK, done_early).about == "11 to 17 January 2027"
    assert ids(week(MONDAY + WEEK, done_early)) == ["first"]


def test_a_blocked_week_pauses_what_runs_and_says_when_it_goes_on() -> None:
    long_step = step("first", weeks=4)
    found = week(MONDAY + WEEK, long_step, blocked=(WEDNESDAY + WEEK, MONDAY + 2 * WEEK))
    assert (ids(found), found.about) == ([], "11 to 17 January 2027 · blocked")
    assert found.resumes == MONDAY + 3 * WEEK
    assert found.empty == "You blocked this week. Work goes on from 25 January 2027."


def test_a_blocked_week_still_shows_what_is_late() -> None:
    found = week(MONDAY + 2 * WEEK, FIRST, blocked=(MONDAY + 2 * WEEK,))
    assert (ids(found), found.resumes) == (["first"], None)


def test_a_blocked_week_that_interrupts_nothing_names_the_next_step() -> None:
    found = week(BEFORE, FIRST, blocked=(BEFORE,))
    assert found.empty == "Nothing is planned this week. “The first” starts on 4 January 2027."


def test_after_the_end_nothing_is_left_once_all_is_done() -> None:
    found = week(MONDAY + 9 * WEEK, step("first", done_on=MONDAY))
    assert (found.todos, found.empty) == ((), "Nothing is left to do in this plan.")


def test_a_plan_without_steps_says_so() -> None:
    assert week(MONDAY).empty == "This plan has no steps."


def test_of_steps_that_start_together_the_first_comes_next() -> None:
    found = week(BEFORE, step("second", number=2), step("first", number=1))
    assert found.coming
    assert found.coming.id == "first"


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 8), st.booleans()), max_size=6),
    st.integers(-14, 200),
    st.sets(st.integers(-2, 30)),
)
def test_no_step_is_ever_lost(rows: list[tuple[int, int, bool]], day: int, blocked: set[int]) -> None:
    today = MONDAY + timedelta(days=day)
    given_steps = [
        step(f"s{number}", MONDAY + start * WEEK, weeks, MONDAY - WEEK if done else None, number=number)
        for number, (start, weeks, done) in enumerate(rows)
    ]
    found = week(today, *given_steps, blocked=tuple(MONDAY + place * WEEK for place in blocked))
    for row in given_steps:
        waits = found.coming is not None and row.start > today
        assert row.done_on or row.id in ids(found) or waits or found.resumes
