"""The weekly hour: a day or none, a time of day, a place of the time zone database; what else is sent is said."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from assessments.forms.feeds import CHOOSE_DAY, CHOOSE_ZONE, ENTER_TIME, WeeklyHourForm, initial, zones
from assessments.models import Feed

GOOD = {"weekday": "1", "time": "18:30", "zone": "America/New_York"}


def form(**changes: str) -> WeeklyHourForm:
    return WeeklyHourForm(GOOD | changes)


def test_a_day_a_time_and_a_zone() -> None:
    filled = form()
    assert filled.is_valid()
    assert filled.cleaned_data == {"weekday": 1, "time": time(18, 30), "zone": "America/New_York"}


def test_no_fixed_hour_keeps_the_rest_and_needs_no_zone() -> None:
    filled = form(weekday="")
    assert filled.is_valid()
    assert (filled.cleaned_data["weekday"], filled.cleaned_data["zone"]) == (None, "America/New_York")
    without = form(weekday="", zone="")
    assert without.is_valid()
    assert without.cleaned_data["zone"] == "UTC"


@pytest.mark.parametrize("weekday", ["0", "6"])
def test_an_hour_needs_a_zone(weekday: str) -> None:
    assert form(weekday=weekday, zone="").errors == {"zone": [CHOOSE_ZONE]}


@pytest.mark.parametrize("value", ["7", "-1", "Monday", "1.0", "\0", "🦉", "x" * 10**6])
def test_another_day_is_refused(value: str) -> None:
    assert form(weekday=value).errors == {"weekday": [CHOOSE_DAY]}


@pytest.mark.parametrize("value", ["", "24:00", "18", "18:60", "6 pm", "18:30:00.5", "\0", "١٨:٣٠:٠", "x" * 10**6])
def test_another_time_is_refused(value: str) -> None:
    assert form(time=value).errors == {"time": [ENTER_TIME]}


@pytest.mark.parametrize(
    "value", ["Mars/Olympus", "../../etc/passwd", "america/new_york", "posix/UTC", "EST5EDT", "\0", "x" * 10**6]
)
def test_another_zone_is_refused(value: str) -> None:
    assert form(zone=value).errors == {"zone": [CHOOSE_ZONE]}


def test_the_zones_are_grouped_and_every_one_can_be_used() -> None:
    names = [area for area, _ in zones()]
    assert names[0] == "Everywhere"
    assert {"America", "Europe", "Asia", "Australia", "Africa", "Pacific"} <= set(names)
    keys = [key for _, places in zones() for key, _ in places]
    assert len(keys) == len(set(keys)) > 300
    assert all(ZoneInfo(key).key == key for key in keys)
    labels = {key: label for _, places in zones() for key, label in places}
    assert labels["America/Argentina/Buenos_Aires"] == "Argentina, Buenos Aires"


def test_what_was_kept_is_shown_again() -> None:
    assert initial(None) == {"weekday": "", "time": "09:00", "zone": ""}
    assert initial(Feed(weekday=0, zone="UTC"))["zone"] == "UTC"
    assert initial(Feed(zone="Asia/Kolkata"))["zone"] == "Asia/Kolkata"
    kept = Feed(weekday=0, hour=7, minute=5, zone="Asia/Kolkata")
    assert initial(kept) == {"weekday": "0", "time": "07:05", "zone": "Asia/Kolkata"}
