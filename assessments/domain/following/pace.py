"""How fast somebody really works on a plan, whether they are ahead of it, and when it ends at their own pace."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, fsum
from typing import Any

from assessments.domain.following.progress import DONE, SKIPPED, UNTOUCHED, Progress
from assessments.domain.planning.calendar import WEEK, Calendar, monday_of
from assessments.domain.situation import Running

Row = Mapping[str, Any]

WEEKS = 4
"""Over so many whole weeks a pace is measured."""

LEAST_HOURS = 1
LONGEST_WEEKS = 5200
"""A plan that would take longer than a hundred years has no end worth naming."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Own hours that an action takes: at least, likely and at most; all 0 where a post pays for them."""

    low: float
    likely: float
    high: float


@dataclass(frozen=True, slots=True)
class Account:
    """Own hours planned until a day, and own hours of the plan that are done; both without skipped actions."""

    planned: float
    done: float

    def weeks_ahead(self, hours_a_week: float) -> float:
        """By how many weeks of that many hours, above 0, more is done than was planned; below 0: late."""
        return (self.done - self.planned) / hours_a_week


@dataclass(frozen=True, slots=True)
class Forecast:
    """Sundays on which a plan ends if its actions take the fewest, likely and most hours; None: beyond all telling."""

    low: date | None
    likely: date | None
    high: date | None


def pace(progress: Iterable[Progress], blocked: Collection[date], on: date) -> float | None:
    """Own hours a week over the last four whole weeks that were not blocked.

    None before one hour is logged, and before there were four such weeks since the week of the first entry.
    """
    logged = [entry for action in progress for entry in action.logged]
    first = _open_before(monday_of(on), {monday_of(day) for day in blocked})
    if fsum(entry.hours for entry in logged) < LEAST_HOURS or min(entry.day for entry in logged) >= first + WEEK:
        return None
    return fsum(entry.hours for entry in logged if first <= entry.day < monday_of(on)) / WEEKS


def account(
    rows: Sequence[Row],
    progress: Mapping[str, Progress],
    efforts: Mapping[str, Effort],
    blocked: Collection[date],
    on: date,
) -> Account:
    """What was planned for the weeks that are over on a day, and what is done; a done action counts with all hours."""
    asked = [row for row in rows if progress.get(row["id"], UNTOUCHED).state != SKIPPED]
    planned = fsum(_planned(row, efforts[row["id"]].likely, blocked, on) for row in asked)
    done = fsum(_done(progress.get(row["id"], UNTOUCHED), efforts[row["id"]].likely) for row in asked)
    return Account(planned, done)


def forecast(
    rows: Sequence[Row],
    progress: Mapping[str, Progress],
    efforts: Mapping[str, Effort],
    fixed: Collection[str],
    hours_a_week: float,
    blocked: Collection[date],
    on: date,
) -> Forecast | None:
    """When the plan ends at a pace in the open weeks from next Monday on; None where nothing is left to do.

    - fixed: keys of actions that stay in their weeks however fast somebody works; the plan ends with none of them open
    """
    left = [row for row in rows if progress.get(row["id"], UNTOUCHED).state not in {DONE, SKIPPED}]
    if not left:
        return None
    least = max((date.fromisoformat(row["end"]) for row in left if row["id"] in fixed), default=date.min)
    hours = [(efforts[row["id"]], progress.get(row["id"], UNTOUCHED).hours) for row in left if row["id"] not in fixed]
    estimates = (
        [effort.low - worked for effort, worked in hours],
        [effort.likely - worked for effort, worked in hours],
        [effort.high - worked for effort, worked in hours],
    )
    ends = (_end(fsum(max(0, more) for more in kind), hours_a_week, blocked, on) for kind in estimates)
    return Forecast(*(end and max(end, least) for end in ends))


def _end(hours: float, hours_a_week: float, blocked: Collection[date], on: date) -> date | None:
    """The Sunday of the open week in which so many hours are worked; this week's Sunday where there are none."""
    sunday = monday_of(on) + timedelta(days=6)
    if hours <= 0:
        return sunday
    weeks = ceil(round(hours / hours_a_week, 6)) if hours_a_week > hours / LONGEST_WEEKS else LONGEST_WEEKS + 1
    if weeks > LONGEST_WEEKS:
        return None
    return _mondays(Running("", sunday + timedelta(days=1), max(1, weeks)), blocked)[-1] + timedelta(days=6)


def _planned(row: Row, hours: float, blocked: Collection[date], on: date) -> float:
    mondays = _mondays(Running(row["id"], date.fromisoformat(row["start"]), row["weeks"]), blocked)
    return hours * sum(monday + timedelta(days=6) < on for monday in mondays) / len(mondays)


def _done(entry: Progress, hours: float) -> float:
    return hours if entry.state == DONE else min(entry.hours, hours)


def _open_before(monday: date, blocked: Collection[date]) -> date:
    """The Monday of the first of the last four open weeks before one."""
    found = 0
    while found < WEEKS:
        monday -= WEEK
        found += monday not in blocked
    return monday


def _mondays(running: Running, blocked: Collection[date]) -> tuple[date, ...]:
    return Calendar(running.start, (), frozenset(monday_of(day) for day in blocked)).weeks_of(running)
