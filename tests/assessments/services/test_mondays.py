"""When a Monday's mail may leave in each time zone, daylight saving or not."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessments.services import mondays

MONDAY = date(2026, 12, 7)
PLACES = ("UTC", "America/New_York", "Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu")


@pytest.mark.parametrize(
    ("zone", "since"),
    [
        ("UTC", datetime(2026, 12, 7, 7, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 12, 7, 12, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2026, 12, 6, 17, tzinfo=UTC)),
        ("Pacific/Niue", datetime(2026, 12, 7, 18, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2026, 12, 7, 1, 15, tzinfo=UTC)),
        ("No/Such_Place", datetime(2026, 12, 7, 7, tzinfo=UTC)),
        ("../etc/passwd", datetime(2026, 12, 7, 7, tzinfo=UTC)),
    ],
)
def test_a_week_begins_at_seven_by_the_clock_of_the_place(zone: str, since: datetime) -> None:
    for later in (timedelta(0), timedelta(hours=5), timedelta(days=5)):
        assert mondays.present(since + later, zone) == (MONDAY, since)


@pytest.mark.parametrize(("monday", "hour"), [(date(2027, 3, 8), 12), (date(2027, 3, 15), 11), (date(2027, 11, 8), 12)])
def test_it_stays_seven_when_daylight_saving_starts_and_ends(monday: date, hour: int) -> None:
    noon = datetime(monday.year, monday.month, monday.day, 17, tzinfo=UTC)
    assert mondays.present(noon, "America/New_York")[1].astimezone(UTC) == noon.replace(hour=hour)


@pytest.mark.parametrize("zone", PLACES)
def test_a_week_is_over_when_the_next_one_has_begun_there(zone: str) -> None:
    _, since = mondays.present(datetime(2026, 12, 9, tzinfo=UTC), zone)
    end = since + timedelta(days=7) - timedelta(hours=7)
    assert not mondays.is_over(MONDAY, end - timedelta(seconds=1), zone)
    assert mondays.is_over(MONDAY, end, zone)


def test_the_next_mail_is_the_first_whose_time_is_still_to_come() -> None:
    early, late = datetime(2026, 12, 7, 6, 59, tzinfo=UTC), datetime(2026, 12, 7, 7, tzinfo=UTC)
    assert mondays.upcoming(early, "UTC", monthly=False) == MONDAY
    assert mondays.upcoming(late, "UTC", monthly=False) == date(2026, 12, 14)
    assert mondays.upcoming(early, "UTC", monthly=True) == MONDAY
    assert mondays.upcoming(late, "UTC", monthly=True) == date(2027, 1, 4)
