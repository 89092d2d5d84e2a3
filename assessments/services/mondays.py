"""The Mondays of mailings, in the time zone of whoever gets them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assessments.domain.planning.calendar import WEEK, monday_of

FROM = time(7)
"""When on a Monday mail may leave."""

IN_FIRST_WEEK = 7


def local_day(at: datetime, zone: str) -> date:
    """The day that it is in a time zone."""
    return at.astimezone(clock_of(zone)).date()


def present(at: datetime, zone: str) -> tuple[date, datetime]:
    """The Monday of the week that it is in a time zone, and the moment from which its mail may leave."""
    monday = monday_of(local_day(at, zone))
    return monday, datetime.combine(monday, FROM, clock_of(zone))


def upcoming(at: datetime, zone: str, *, monthly: bool) -> date:
    """The next Monday whose mail is still to come; with `monthly` the next that is the first of its month."""
    monday, since = present(at, zone)
    if at >= since:
        monday += WEEK
    while monthly and not is_first_of_month(monday):
        monday += WEEK
    return monday


def is_first_of_month(monday: date) -> bool:
    """Whether no Monday of its month comes before it."""
    return monday.day <= IN_FIRST_WEEK


def is_over(monday: date, at: datetime, zone: str) -> bool:
    """Whether the week of a Monday is over."""
    return local_day(at, zone) >= monday + timedelta(days=7)


def clock_of(zone: str) -> ZoneInfo:
    """The clock of a time zone; one that the system no longer knows counts as UTC."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
