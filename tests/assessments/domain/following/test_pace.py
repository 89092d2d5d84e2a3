"""Own pace, what it is ahead of or behind, and when a plan ends at it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.domain.following.pace import WEEKS, Account, Effort, account, forecast, pace
from assessments.domain.following.progress import DONE, SKIPPED, Logged, Progress
from tests.assessments.domain.following.schedules import BLOCKED, HOURS, KEYS, TODAY, followed, rows

MONDAY = date(2027, 6, 14)
Rows = list[dict[str, Any]]
Following = dict[str, Progress]


def efforts(schedule: Rows) -> dict[str, Effort]:
    """Half of the likely hours at least, twice of them at most."""
    return {row["id"]: Effort(row["hours"] / 2, row["hours"], row["hours"] * 2) for row in schedule}


def worked(*entries: tuple[date, float]) -> list[Progress]:
    return [Progress(state="doing", logged=tuple(Logged(day, hours) for day, hours in entries))]


def weeks_ago(number: int, days: int = 0) -> date:
    return MONDAY - timedelta(weeks=number) + timedelta(days=days)


def test_a_pace_is_the_mean_of_the_last_four_whole_weeks() -> None:
    entries = worked((weeks_ago(5), 40), (weeks_ago(4), 3), (weeks_ago(1, 6), 5), (TODAY, 30))
    assert pace(entries, (), TODAY) == 2
    assert pace(worked((weeks_ago(9), 6)), (), TODAY) == 0


def test_there_is_no_pace_before_an_hour_and_four_weeks() -> None:
    assert pace([], (), TODAY) is None
    assert pace(worked((weeks_ago(6), 0.75)), (), TODAY) is None
    assert pace(worked((weeks_ago(3), 12)), (), TODAY) is None
    assert pace(worked((weeks_ago(4, 6), 12)), (), TODAY) == 3


def test_blocked_weeks_do_not_slow_a_pace() -> None:
    entries = worked((weeks_ago(6), 8), (weeks_ago(1), 8))
    assert pace(entries, (), TODAY) == 2
    assert pace(entries, {weeks_ago(2, 3), weeks_ago(3)}, TODAY) == 4


@given(followed, BLOCKED, HOURS)
def test_more_work_in_these_weeks_is_a_faster_pace(progress: Following, blocked: set[date], more: float) -> None:
    found, again = (
        pace(entries, blocked, TODAY)
        for entries in (progress.values(), [*progress.values(), *worked((weeks_ago(1), more))])
    )
    assume(found is not None)
    assert again == pytest.approx((found or 0) + more / WEEKS)


@given(rows(), followed, BLOCKED)
def test_no_more_is_done_or_planned_than_there_is(schedule: Rows, progress: Following, blocked: set[date]) -> None:
    found = account(schedule, progress, efforts(schedule), blocked, TODAY)
    asked = [row for row in schedule if progress.get(row["id"], Progress()).state != SKIPPED]
    whole = sum(row["hours"] for row in asked) + 1e-6
    assert 0 <= found.planned <= whole
    assert 0 <= found.done <= whole
    over = account(schedule, dict.fromkeys(KEYS, Progress(state=DONE)), efforts(schedule), blocked, TODAY)
    assert over.weeks_ahead(4) >= 0


@given(rows(), BLOCKED, st.integers(0, 40))
def test_more_is_planned_until_a_later_day(schedule: Rows, blocked: set[date], days: int) -> None:
    now, then = (
        account(schedule, {}, efforts(schedule), blocked, day).planned for day in (TODAY, TODAY + timedelta(days=days))
    )
    assert now <= then


def test_by_hand_four_hours_late_are_two_weeks_at_two_hours_a_week() -> None:
    row = {"id": "a", "start": weeks_ago(4).isoformat(), "weeks": 8, "hours": 16.0, "end": "2027-07-11"}
    found = account([row], {"a": worked((weeks_ago(2), 4))[0]}, {"a": Effort(8, 16, 32)}, (), TODAY)
    assert found == Account(planned=8, done=4)
    assert found.weeks_ahead(2) == -2
    blocked = account([row], {}, {"a": Effort(8, 16, 32)}, {weeks_ago(1)}, TODAY)
    assert blocked.planned == 6


@given(rows(), followed, st.sets(st.sampled_from(KEYS)), HOURS, BLOCKED)
def test_a_forecast_has_room_for_what_is_left_and_not_a_week_to_spare(
    schedule: Rows, progress: Following, fixed: set[str], hours: float, blocked: set[date]
) -> None:
    found = forecast(schedule, progress, efforts(schedule), fixed, hours, blocked, TODAY)
    left = [row for row in schedule if progress.get(row["id"], Progress()).state not in {DONE, SKIPPED}]
    assert (found is None) == (not left)
    if found is None or found.likely is None:
        return
    assert found.low
    assert found.high
    assert found.low <= found.likely <= found.high
    least = max((row["end"] for row in left if row["id"] in fixed), default="")
    assert found.likely.isoformat() >= least
    own = [row for row in left if row["id"] not in fixed]
    need = sum(max(0, row["hours"] - progress.get(row["id"], Progress()).hours) for row in own)
    days = range((found.likely - MONDAY).days // 7)
    open_weeks = sum(MONDAY + timedelta(weeks=week + 1) not in blocked for week in days)
    assert open_weeks * hours >= need - 1e-4
    if found.likely.isoformat() != least:
        assert (open_weeks - 1) * hours < need + 1e-4


@given(rows(), followed, HOURS, HOURS, BLOCKED)
def test_a_faster_pace_never_ends_later(
    schedule: Rows, progress: Following, hours: float, more: float, blocked: set[date]
) -> None:
    slow, fast = (
        forecast(schedule, progress, efforts(schedule), (), pace, blocked, TODAY) for pace in (hours, hours + more)
    )
    assert (slow is None) == (fast is None)
    if slow and fast:
        for name in ("low", "likely", "high"):
            assert getattr(fast, name) <= getattr(slow, name)


@given(rows(), followed, HOURS)
def test_work_that_is_logged_never_puts_the_end_off(schedule: Rows, progress: Following, hours: float) -> None:
    assume(schedule)
    key = schedule[0]["id"]
    entry = progress.get(key, Progress())
    more = {**progress, key: replace(entry, logged=(*entry.logged, Logged(TODAY, 5)))}
    before, after = (forecast(schedule, given, efforts(schedule), (), hours, (), TODAY) for given in (progress, more))
    if before and after:
        assert after.likely
        assert before.likely
        assert after.likely <= before.likely


def test_by_hand_a_forecast_starts_next_monday_and_passes_blocked_weeks() -> None:
    schedule = [{"id": "a", "start": "2027-06-14", "end": "2027-07-11", "weeks": 4, "hours": 8.0}]
    found = forecast(schedule, {}, {"a": Effort(4, 8, 12)}, (), 4, {date(2027, 6, 30)}, TODAY)
    assert found is not None
    assert [found.low, found.likely, found.high] == [date(2027, 6, 27), date(2027, 7, 11), date(2027, 7, 18)]


def test_a_standstill_has_no_end_but_what_stays_in_its_weeks_has_one() -> None:
    schedule = [{"id": "a", "start": "2027-06-14", "end": "2027-07-11", "weeks": 4, "hours": 8.0}]
    for hours in (0, 0.0001):
        found = forecast(schedule, {}, {"a": Effort(4, 8, 12)}, (), hours, (), TODAY)
        assert found
        assert found.likely is None
    found = forecast(schedule, {}, {"a": Effort(0, 0, 0)}, {"a"}, 0, (), TODAY)
    assert found
    assert found.likely == date(2027, 7, 11)
