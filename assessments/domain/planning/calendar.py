"""Whole weeks, Monday to Sunday; blocked ones are taken out, so work pauses and continues after them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from assessments.domain.instrument import Window
from assessments.domain.situation import Running

WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def first_monday(day: date) -> date:
    """The first Monday on or after the day."""
    return monday_of(day + timedelta(days=6))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The open weeks of a plan by their Mondays; an index counts open weeks only."""

    start: date
    mondays: tuple[date, ...]
    blocked: frozenset[date]

    @classmethod
    def between(cls, start: date, target: date, blocked_days: Collection[date]) -> "Calendar":
        """The open weeks from the first Monday on or after the start to the last Sunday on or before the target."""
        blocked = frozenset(monday_of(day) for day in blocked_days)
        first = first_monday(start)
        count = max(0, ((target - first).days + 1) // 7)
        mondays = (first + place * WEEK for place in range(count))
        return cls(first, tuple(monday for monday in mondays if monday not in blocked), blocked)

    def __len__(self) -> int:
        return len(self.mondays)

    def sunday(self, week: int) -> date:
        """The last day of an open week."""
        return self.mondays[week] + timedelta(days=6)

    def elapsed(self, end: int) -> int:
        """Calendar weeks from the start until `end` open weeks have passed."""
        return ((self.mondays[end - 1] - self.start).days + 7) // 7 if end > 0 else 0

    def weeks_of(self, running: Running) -> tuple[date, ...]:
        """The Mondays of the open weeks that a running action takes, those before and after the plan's among them."""
        found: list[date] = []
        monday = running.start
        while len(found) < running.weeks:
            if monday not in self.blocked:
                found.append(monday)
            monday += WEEK
        return tuple(found)

    def after(self, day: date) -> int:
        """How many open weeks end on or before the day."""
        return sum(monday + timedelta(days=6) <= day for monday in self.mondays)


def inside(day: date, windows: Collection[Window]) -> bool:
    """Whether the day lies inside one of the yearly windows; none means any day."""
    place = (day.month, day.day)
    return not windows or any(
        window.start <= place <= window.end
        if window.start <= window.end
        else place >= window.start or place <= window.end
        for window in windows
    )
