"""A zone in a calendar shows what its clock shows, hour by hour, in every zone that a form offers."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from assessments.forms.feeds import zones
from assessments.presentation.leaving.zones import component

FIRST, LAST = datetime(2026, 12, 1, tzinfo=UTC), datetime(2028, 12, 1, tzinfo=UTC)
SOME = ("America/New_York", "Europe/Berlin", "Europe/Dublin", "Australia/Sydney", "Australia/Lord_Howe")
STEADY = ("Asia/Kolkata", "Asia/Tokyo", "Asia/Kathmandu", "America/Phoenix", "Pacific/Kiritimati")
ODD = ("Africa/Casablanca", "Asia/Gaza", "Pacific/Chatham", "America/Santiago", "America/St_Johns")


HALF = timedelta(minutes=30)


def onsets(found: Timezone) -> list[tuple[datetime, timedelta]]:
    """From when on (UTC) the described clock is how far from UTC: each start is told by the clock before it."""
    told = []
    parts: list[Any] = [*found.standard, *found.daylight]
    for part in parts:
        rest = part.get("RDATE")
        walls = [part["DTSTART"].dt, *(entry.dt for entry in (rest.dts if rest else ()))]
        told += [((wall - part["TZOFFSETFROM"].td).replace(tzinfo=UTC), part["TZOFFSETTO"].td) for wall in walls]
    return sorted(told)


def wrong(found: Timezone, zone: ZoneInfo) -> list[datetime]:
    """The moments, half an hour apart, at which the described clock shows something else than the zone's."""
    told, place, failed = onsets(found), 0, []
    for number in range(int((LAST - FIRST) / HALF)):
        at = FIRST + HALF * number
        while place + 1 < len(told) and told[place + 1][0] <= at:
            place += 1
        if told[place][0] > at or told[place][1] != at.astimezone(zone).utcoffset():
            failed.append(at)
    return failed


@pytest.mark.parametrize("name", [*SOME, *STEADY, *ODD])
def test_it_shows_the_same_hour_by_hour(name: str) -> None:
    zone = ZoneInfo(name)
    assert wrong(component(zone, FIRST, LAST), zone) == []


def test_every_zone_on_offer_can_be_described() -> None:
    for _, places in zones():
        for name, _ in places:
            zone = ZoneInfo(name)
            found = component(zone, FIRST, LAST)
            assert found.standard or found.daylight, name
            assert found["TZID"] == name


def test_a_zone_that_changes_an_hour_late_would_be_found() -> None:
    zone = ZoneInfo("America/New_York")
    late = Timezone.from_tzinfo(zone, first_date=FIRST.date(), last_date=LAST.date())
    assert datetime(2027, 3, 14, 7, 30, tzinfo=UTC) in wrong(late, zone)
