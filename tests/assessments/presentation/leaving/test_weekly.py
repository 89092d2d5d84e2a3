"""The weekly hour: the same on the clock before and after daylight saving, in open weeks only, as long as its hours."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from assessments.presentation.leaving.calendar import written
from assessments.presentation.leaving.weekly import sessions
from tests.assessments.presentation.builders import MONDAY, step
from tests.assessments.presentation.leaving import lines
from tests.assessments.presentation.leaving.editions import edition, hour, known

YEAR = step("course", MONDAY, 52, own_hours=104.0, hours=104.0)
CHANGES = [
    ("America/New_York", date(2027, 3, 14), timedelta(hours=-5), timedelta(hours=-4)),
    ("America/New_York", date(2027, 11, 7), timedelta(hours=-4), timedelta(hours=-5)),
    ("Europe/Berlin", date(2027, 3, 28), timedelta(hours=1), timedelta(hours=2)),
    ("Europe/Berlin", date(2027, 10, 31), timedelta(hours=2), timedelta(hours=1)),
    ("Australia/Sydney", date(2027, 4, 4), timedelta(hours=11), timedelta(hours=10)),
    ("Australia/Sydney", date(2027, 10, 3), timedelta(hours=10), timedelta(hours=11)),
    ("Australia/Lord_Howe", date(2027, 4, 4), timedelta(hours=11), timedelta(hours=10.5)),
    ("Asia/Tokyo", date(2027, 3, 28), timedelta(hours=9), timedelta(hours=9)),
    ("Asia/Kolkata", date(2027, 3, 28), timedelta(hours=5.5), timedelta(hours=5.5)),
    ("UTC", date(2027, 3, 28), timedelta(), timedelta()),
]
"""Days on which clocks change, or others' do, with how far the clock is from UTC before and after."""


def timed(zone: str, **given: Any) -> list[Any]:
    """The appointments as the library reads them."""
    calendar = Calendar.from_ical(written(edition(YEAR, hour=hour(zone, **given))))
    return [event for event in calendar.walk("VEVENT") if event["SUMMARY"] == "Work on your plan"]


def instants(zone: str, **given: Any) -> list[datetime]:
    """When they start, by the clock that the file itself describes and by no other."""
    calendar = Calendar.from_ical(written(edition(YEAR, hour=hour(zone, **given))))
    events: list[Any] = [event for event in calendar.walk("VEVENT") if event["SUMMARY"] == "Work on your plan"]
    found = [event["DTSTART"].dt for event in events]
    if not calendar.timezones:
        return [start.astimezone(UTC) for start in found]
    clock = calendar.timezones[0].to_tz(lookup_tzid=False)
    return [start.replace(tzinfo=clock).astimezone(UTC) for start in found]


@pytest.mark.parametrize(("zone", "day", "before", "after"), CHANGES)
def test_the_wall_clock_stays_when_it_changes(zone: str, day: date, before: timedelta, after: timedelta) -> None:
    assert {event["DTSTART"].dt.time() for event in timed(zone)} == {time(18, 30)}
    wall = datetime.combine(day, time(18, 30)) - timedelta(days=day.weekday() - 1)
    found = instants(zone)
    assert len(found) == 52
    assert (wall - before).replace(tzinfo=UTC) in found
    assert (wall + timedelta(weeks=1) - after).replace(tzinfo=UTC) in found
    assert [start.astimezone(ZoneInfo(zone)).time() for start in found] == [time(18, 30)] * 52


@pytest.mark.parametrize(
    ("zone", "day"), [("America/New_York", date(2027, 3, 14)), ("Europe/Berlin", date(2027, 3, 28))]
)
def test_an_hour_that_the_clock_leaves_out_is_the_next_one(zone: str, day: date) -> None:
    starts = {
        event["DTSTART"].dt.date(): event["DTSTART"].dt.time() for event in timed(zone, weekday=6, clock=time(2, 30))
    }
    assert starts.pop(day) == time(3, 30)
    assert set(starts.values()) == {time(2, 30)}
    real = [datetime.combine(date, clock, ZoneInfo(zone)) for date, clock in (starts | {day: time(3, 30)}).items()]
    assert instants(zone, weekday=6, clock=time(2, 30)) == sorted(start.astimezone(UTC) for start in real)


def test_it_lasts_as_long_as_it_says_when_the_clock_changes_meanwhile() -> None:
    long = step("course", MONDAY, 20, own_hours=160.0)
    found = sessions([long], hour(weekday=5, clock=time(22, 0)), ())
    assert {session.end.astimezone(UTC) - session.start.astimezone(UTC) for session in found} == {timedelta(hours=8)}
    ends = {session.end.date(): session.end.time() for session in found}
    assert (ends[date(2027, 3, 7)], ends[date(2027, 3, 14)], ends[date(2027, 3, 21)]) == (time(6), time(7), time(6))


def test_blocked_weeks_are_left_out_and_the_hours_go_on_after_them() -> None:
    paused = step("course", MONDAY, 2, end=MONDAY + timedelta(days=20))
    found = sessions([paused], hour(), {MONDAY + timedelta(days=9)})
    assert [session.monday for session in found] == [MONDAY, MONDAY + timedelta(weeks=2)]
    assert {hours for session in found for _, hours in session.work} == {6.0}


@pytest.mark.parametrize(
    ("hours", "length"), [(0.05, 0.25), (0.3, 0.25), (0.4, 0.5), (2.6, 2.5), (2.7, 2.75), (8.0, 8.0), (30.0, 8.0)]
)
def test_it_is_as_long_as_the_hours_of_its_week(hours: float, length: float) -> None:
    found = sessions([step("course", MONDAY, 1, own_hours=hours)], hour(), ())
    assert [session.end - session.start for session in found] == [timedelta(hours=length)]


def test_hours_of_steps_that_run_together_add_up() -> None:
    found = sessions([step("course", MONDAY, 2), step("exam", MONDAY + timedelta(weeks=1), 2)], hour(), ())
    assert [session.end - session.start for session in found] == [timedelta(hours=hours) for hours in (6, 8, 6)]
    assert [[row.id for row, _ in session.work] for session in found] == [["course"], ["course", "exam"], ["exam"]]


def test_paid_skipped_and_finished_work_takes_no_evening() -> None:
    paid = step("post", own_hours=0)
    skipped = step("exam", progress=known("skipped", reason="No"))
    done = step("course", MONDAY, 4, progress=known("done", MONDAY, MONDAY + timedelta(days=9)))
    found = sessions([paid, skipped, done], hour(), ())
    assert [session.monday for session in found] == [MONDAY, MONDAY + timedelta(weeks=1)]


def test_each_week_keeps_its_name_whatever_the_hour() -> None:
    before = {str(event["UID"]) for event in timed("America/New_York")}
    assert {str(event["UID"]) for event in timed("Europe/Berlin", weekday=4, clock=time(7, 15))} == before
    assert len(before) == 52


def test_it_takes_time_and_says_what_for() -> None:
    event = timed("America/New_York")[0]
    assert (event["TRANSP"], event["STATUS"]) == ("OPAQUE", "CONFIRMED")
    assert event["DESCRIPTION"] == "The course: 2 h"


def test_the_file_describes_the_zone_once_and_utc_needs_no_description() -> None:
    found = lines.read(written(edition(YEAR, hour=hour("Europe/Berlin"))))
    assert [part.value("TZID") for part in found.parts if part.name == "VTIMEZONE"] == ["Europe/Berlin"]
    assert b"VTIMEZONE" not in written(edition(YEAR, hour=hour("UTC")))
    assert b"VTIMEZONE" not in written(edition(YEAR))
    assert b"VTIMEZONE" not in written(edition(step("post", own_hours=0), hour=hour()))
