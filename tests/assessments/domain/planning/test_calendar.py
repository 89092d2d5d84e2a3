"""Weeks run from Monday to Sunday; blocked ones are not there, but the days go on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.instrument import Window
from assessments.domain.planning.calendar import Calendar, first_monday, inside, monday_of
from assessments.domain.situation import Running

SOME_DAY = st.dates(date(2020, 1, 1), date(2040, 12, 31))
FIVE = Calendar.between(date(2027, 1, 4), date(2027, 2, 7), [])
GAPPED = Calendar.between(date(2027, 1, 4), date(2027, 2, 7), [date(2027, 1, 13), date(2027, 1, 25)])


@given(SOME_DAY)
def test_a_day_lies_in_the_week_of_its_monday(day: date) -> None:
    assert monday_of(day).weekday() == 0
    assert monday_of(day) <= day <= monday_of(day) + timedelta(days=6)


@given(SOME_DAY)
def test_the_first_monday_comes_at_once_or_within_six_days(day: date) -> None:
    assert first_monday(day).weekday() == 0
    assert timedelta(0) <= first_monday(day) - day <= timedelta(days=6)


@pytest.mark.parametrize(
    ("start", "target", "weeks"),
    [
        (date(2027, 1, 4), date(2027, 1, 10), 1),
        (date(2027, 1, 4), date(2027, 1, 9), 0),
        (date(2027, 1, 4), date(2027, 1, 16), 1),
        (date(2027, 1, 5), date(2027, 1, 17), 1),
        (date(2027, 1, 5), date(2027, 1, 10), 0),
        (date(2027, 1, 3), date(2027, 1, 17), 2),
        (date(2027, 1, 4), date(2027, 1, 4), 0),
        (date(2027, 1, 9), date(2027, 1, 9), 0),
    ],
)
def test_only_whole_weeks_between_start_and_target_count(start: date, target: date, weeks: int) -> None:
    calendar = Calendar.between(start, target, [])
    assert len(calendar) == weeks
    assert calendar.start == first_monday(start)


def test_any_day_blocks_its_whole_week() -> None:
    assert [monday.day for monday in FIVE.mondays] == [4, 11, 18, 25, 1]
    assert [monday.day for monday in GAPPED.mondays] == [4, 18, 1]


def test_elapsed_counts_blocked_weeks_and_open_ones() -> None:
    assert [FIVE.elapsed(end) for end in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [GAPPED.elapsed(end) for end in range(4)] == [0, 1, 3, 5]


def test_a_week_ends_on_its_sunday() -> None:
    assert [GAPPED.sunday(week).isoformat() for week in range(3)] == ["2027-01-10", "2027-01-24", "2027-02-07"]


@pytest.mark.parametrize(("day", "ended"), [(9, 0), (10, 1), (17, 1), (24, 2), (31, 2)])
def test_open_weeks_that_have_ended_by_a_day_are_counted(day: int, ended: int) -> None:
    assert GAPPED.after(date(2027, 1, day)) == ended


@pytest.mark.parametrize(
    ("start", "weeks", "mondays"),
    [
        (date(2027, 1, 4), 2, ["2027-01-04", "2027-01-18"]),
        (date(2027, 1, 11), 1, ["2027-01-18"]),
        (date(2026, 12, 28), 3, ["2026-12-28", "2027-01-04", "2027-01-18"]),
        (date(2027, 2, 1), 2, ["2027-02-01", "2027-02-08"]),
    ],
)
def test_what_runs_pauses_in_blocked_weeks_and_may_reach_beyond_the_plan(
    start: date, weeks: int, mondays: list[str]
) -> None:
    assert [monday.isoformat() for monday in GAPPED.weeks_of(Running("x", start, weeks))] == mondays


@pytest.mark.parametrize(
    ("day", "windows", "is_inside"),
    [
        ((6, 15), [], True),
        ((6, 10), [((6, 10), (7, 10))], True),
        ((7, 10), [((6, 10), (7, 10))], True),
        ((6, 9), [((6, 10), (7, 10))], False),
        ((7, 11), [((6, 10), (7, 10))], False),
        ((12, 31), [((12, 20), (1, 5))], True),
        ((1, 1), [((12, 20), (1, 5))], True),
        ((1, 6), [((12, 20), (1, 5))], False),
        ((12, 19), [((12, 20), (1, 5))], False),
        ((2, 1), [((1, 1), (1, 2)), ((2, 1), (2, 1))], True),
    ],
)
def test_a_window_holds_its_days_in_every_year(
    day: tuple[int, int], windows: list[tuple[tuple[int, int], tuple[int, int]]], is_inside: bool
) -> None:
    periods = [Window(start, end) for start, end in windows]
    assert [inside(date(year, *day), periods) for year in (2026, 2027, 2028)] == [is_inside] * 3


def test_a_window_may_begin_on_a_leap_day() -> None:
    leap = [Window((2, 29), (3, 1))]
    assert inside(date(2028, 2, 29), leap)
    assert inside(date(2027, 3, 1), leap)
    assert not inside(date(2027, 2, 28), leap)
