"""The hour at which somebody works on a plan each week, as appointments on the clock of their own zone."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assessments.domain.following.progress import DONE, SKIPPED
from assessments.domain.planning.calendar import WEEK, monday_of
from assessments.presentation.steps import Step

QUARTER = timedelta(minutes=15)
LONGEST = timedelta(hours=8)


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of the week on the clock of a zone; weekday 0 is Monday."""

    weekday: int
    clock: time
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Session:
    """The appointment of one week, in the zone's time, with what is worked on and the week's own hours of each."""

    monday: date
    start: datetime
    end: datetime
    work: tuple[tuple[Step, float], ...]


def sessions(steps: Sequence[Step], hour: Hour, blocked_days: Collection[date]) -> tuple[Session, ...]:
    """One for each open week in which own hours are planned, as long as they take but at most eight hours."""
    work: dict[date, list[tuple[Step, float]]] = {}
    blocked = {monday_of(day) for day in blocked_days}
    for step in steps:
        mondays = _open_weeks(step, blocked)
        for monday in mondays if step.own_hours else ():
            if not _is_over(step, monday):
                work.setdefault(monday, []).append((step, step.own_hours / len(mondays)))
    return tuple(_session(monday, tuple(work[monday]), hour) for monday in sorted(work))


def _open_weeks(step: Step, blocked: Collection[date]) -> list[date]:
    first = monday_of(step.start)
    weeks = (first + place * WEEK for place in range((step.end - first).days // 7 + 1))
    return [monday for monday in weeks if monday not in blocked]


def _is_over(step: Step, monday: date) -> bool:
    """Whether nothing of the step is left to do in a week, because it was done before or is not done at all."""
    done_before = step.progress.state == DONE and step.progress.ended is not None and step.progress.ended < monday
    return step.progress.state == SKIPPED or done_before


def _session(monday: date, work: tuple[tuple[Step, float], ...], hour: Hour) -> Session:
    wall = datetime.combine(monday + timedelta(days=hour.weekday), hour.clock, hour.zone)
    # Through UTC, so that an hour that the clock leaves out becomes one that it shows, and the length is a real one.
    start = wall.astimezone(UTC)
    end = start + _length(sum(hours for _, hours in work))
    return Session(monday, start.astimezone(hour.zone), end.astimezone(hour.zone), work)


def _length(hours: float) -> timedelta:
    quarters = max(1, round(timedelta(hours=hours) / QUARTER))
    return min(LONGEST, quarters * QUARTER)
