"""Planning again from where a plan stands: done and running work stays, everything else may move."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from assessments.domain.following.progress import DONE, NOT_STARTED, SKIPPED, UNTOUCHED, Progress
from assessments.domain.planning.calendar import Calendar, monday_of
from assessments.domain.situation import Running

Row = Mapping[str, Any]
MOST_WEEKS = 520


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill that was rated again on a day."""

    level: int
    day: date


@dataclass(frozen=True, slots=True)
class Carried:
    """What a new schedule takes over: rows that stay, what of it runs, keys, and the most USD that it costs."""

    rows: tuple[Row, ...]
    running: tuple[Running, ...]
    done: frozenset[str]
    cost_usd: int

    @property
    def keys(self) -> frozenset[str]:
        """The keys of what stays."""
        return frozenset(row["id"] for row in self.rows)


def carried(
    rows: Sequence[Row],
    progress: Mapping[str, Progress],
    placed: Collection[str],
    paid: Collection[str],
    blocked: Collection[date],
    on: date,
) -> Carried:
    """What stays as it is on a day: done and running actions, and those that the user placed in a later week.

    - paid: actions whose hours a post pays for; nobody logs them
    - a running action runs from the week in which it was begun; where its last week is over, it gets as many more
      weeks as its open hours take, and in paid time one more
    - what was spent on actions that are skipped now counts too
    """
    states = {row["id"]: progress.get(row["id"], UNTOUCHED) for row in rows}
    done = frozenset(action for action, entry in progress.items() if entry.state == DONE)
    begun = [row for row in rows if states[row["id"]].is_running]
    running = [_running(row, states[row["id"]], row["id"] in paid, blocked, on) for row in begun]
    later = [row for row in rows if row["id"] in placed and _can_start(row, states[row["id"]], on)]
    staying = [*running, *later]
    kept = [*(row for row in rows if row["id"] in done), *staying]
    return Carried(
        rows=tuple(kept),
        running=tuple(Running(row["id"], date.fromisoformat(row["start"]), row["weeks"]) for row in staying),
        done=done,
        cost_usd=sum(_cost(row, states[row["id"]]) for row in kept) + _spent_elsewhere(kept, progress),
    )


def levels(
    rated: Mapping[str, int], rows: Iterable[Row], progress: Mapping[str, Progress], again: Mapping[str, Rated]
) -> dict[str, int]:
    """The levels to plan from: as rated last, and lifted by what was done since.

    A lift counts as the schedule foresaw it, until the skill is rated again on that day or later.
    """
    found = {**rated, **{skill: entry.level for skill, entry in again.items()}}
    done = [row for row in rows if progress.get(row["id"], UNTOUCHED).state == DONE]
    for row in sorted(done, key=lambda row: (_ended(row, progress), row["id"])):
        for lift in row["develops"]:
            skill = lift["skill"]
            counts = skill not in again or again[skill].day < _ended(row, progress)
            if counts and lift["from"] <= found.get(skill, -1) < lift["to"]:
                found[skill] = lift["to"]
    return found


def _can_start(row: Row, entry: Progress, on: date) -> bool:
    is_open = not entry.is_running and entry.state not in {DONE, SKIPPED}
    return is_open and date.fromisoformat(row["start"]) >= monday_of(on)


def _ended(row: Row, progress: Mapping[str, Progress]) -> date:
    return progress[row["id"]].ended or date.max


def _spent_elsewhere(kept: Iterable[Row], progress: Mapping[str, Progress]) -> int:
    """USD spent on what is in no row that stays; what is still to come is planned with its whole cost."""
    staying = {row["id"] for row in kept}
    others = (entry for action, entry in progress.items() if action not in staying and entry.state != NOT_STARTED)
    return sum(entry.spent_usd or 0 for entry in others)


def _cost(row: Row, entry: Progress) -> int:
    """The most USD that an action costs: what was spent once it is done, and no less than was estimated before that."""
    most = int(row["cost_max_usd"])
    if entry.spent_usd is None:
        return most
    return entry.spent_usd if entry.state == DONE else max(most, entry.spent_usd)


def _running(row: Row, entry: Progress, paid: bool, blocked: Collection[date], on: date) -> Row:
    """The row of a running action as it really runs: from the week in which it was begun, for its open hours."""
    begun = monday_of(entry.started) if entry.started else date.fromisoformat(row["start"])
    mondays = _mondays(row["id"], begun, MOST_WEEKS, blocked)
    weeks = row["weeks"]
    if mondays[weeks - 1] + timedelta(days=6) < on:
        passed = sum(monday < monday_of(on) for monday in mondays)
        weeks = min(MOST_WEEKS, passed + (1 if paid else _weeks_left(row, entry)))
    return {
        **row,
        "start": mondays[0].isoformat(),
        "end": (mondays[weeks - 1] + timedelta(days=6)).isoformat(),
        "weeks": weeks,
        "hours_per_week": round(row["hours"] / weeks, 2),
    }


def _weeks_left(row: Row, entry: Progress) -> int:
    """How many weeks its open hours take at the pace that was planned, at least one."""
    rate = row["hours"] / row["weeks"]
    return max(1, ceil(round((row["hours"] - entry.hours) / rate, 6))) if rate else 1


def _mondays(action: str, start: date, weeks: int, blocked: Collection[date]) -> tuple[date, ...]:
    calendar = Calendar(start, (), frozenset(monday_of(day) for day in blocked))
    return calendar.weeks_of(Running(action, start, weeks))
