"""A time zone as a calendar carries it: every change of its clock, to the second, while the calendar lasts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """What a clock shows: how far it is from UTC, its name, and whether it saves daylight."""

    offset: timedelta
    name: str
    saves: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment (UTC) from which on a clock shows something else than before."""

    at: datetime
    before: Clock
    after: Clock

    @property
    def wall(self) -> datetime:
        """The moment as the clock showed it until then, which is how calendars write it."""
        return (self.at + self.before.offset).replace(tzinfo=None)


def component(zone: ZoneInfo, first: datetime, last: datetime) -> Timezone:
    """The zone between two moments, both aware; what its clock shows at the first is said from there on.

    The library's own makes the change in spring an hour too late, because it takes the hour that is left out for one
    before the change.
    """
    found = Timezone()
    found.add("TZID", zone.key)
    kinds: dict[tuple[Clock, Clock], list[datetime]] = {}
    for turn in _turns(zone, first, last):
        kinds.setdefault((turn.before, turn.after), []).append(turn.wall)
    for (before, after), walls in kinds.items():
        found.add_component(_observance(before, after, walls))
    return found


def _observance(before: Clock, after: Clock, walls: list[datetime]) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if after.saves else TimezoneStandard()
    part.add("DTSTART", walls[0])
    part.add("TZOFFSETFROM", before.offset)
    part.add("TZOFFSETTO", after.offset)
    part.add("TZNAME", after.name)
    if walls[1:]:
        part.add("RDATE", walls[1:])
    return part


def _turns(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[Turn]:
    at, end = first.astimezone(UTC), last.astimezone(UTC)
    shown = _clock(zone, at)
    yield Turn(at, shown, shown)
    while at < end:
        later = at + STEP
        if _clock(zone, later) != shown:
            moment = _first_other(zone, at, later)
            yield Turn(moment, shown, _clock(zone, moment))
            shown = _clock(zone, later)
        at = later


def _first_other(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second of another clock than at `low`."""
    shown = _clock(zone, low)
    while high - low > SECOND:
        middle = low + timedelta(seconds=(high - low) // SECOND // 2)
        low, high = (middle, high) if _clock(zone, middle) == shown else (low, middle)
    return high


def _clock(zone: ZoneInfo, at: datetime) -> Clock:
    local = at.astimezone(zone)
    return Clock(local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst()))
