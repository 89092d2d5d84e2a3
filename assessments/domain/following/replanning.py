"""Planning again from where a plan stands: done and running work stays, everything else may move."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Any

from assessments.domain.following.progress import DONE, SKIPPED, UNTOUCHED, Progress
from assessments.domain.planning.calendar import Calendar, monday_of
from assessments.domain.situation import Running

Row = Mapping[str, Any]
MOST_WEEKS = 520


@dataclass(frozen=True, slots=True)
class Carried:
    """What a new schedule takes over: rows that stay, what of it runs, keys, and the most USD that it costs."""

    rows: tuple[Row, ...]
    running: tuple[Running, ...]
    done: frozenset[str]
    skipped: frozenset[str]
    cost_usd: int

    @property
    def keys(self) -> frozenset[str]:
        """The keys of what stays."""
        return frozenset(row["id"] for row in self.rows)


def carried(
    rows: Sequence[Row], progress: Mapping[str, Progress], placed: Collection[str], blocked: Collection[date], on: date
) -> Carried:
    """What stays as it is on a day: done and running actions, and those that the user placed in a later week.

    A running action keeps its start; where its last week is over, it gets as many more weeks as its open hours take.
    """
    states = {row["id"]: progress.get(row["id"], UNTOUCHED) for row in rows}
    done = frozenset(action for action, entry in progress.items() if entry.state == DONE)
    running = [_running(row, states[row["id"]], blocked, on) for row in rows if states[row["id"]].is_running]
    later = [row for row in rows if row["id"] in placed and _can_start(row, states[row["id"]], on)]
    staying = [*running, *later]
    kept = [*(row for row in rows if row["id"] in done), *staying]
    return Carried(
        rows=tuple(kept),
        running=tuple(Running(row["id"], date.fromisoformat(row["start"]), row["weeks"]) for row in staying),
        done=done,
        skipped=frozenset(action for action, entry in progress.items() if entry.state == SKIPPED),
        cost_usd=sum(_cost(row, states[row["id"]]) for row in kept),
    )


def levels(
    rated: Mapping[str, int], rows: Iterable[Row], progress: Mapping[str, Progress], again: Mapping[str, int]
) -> dict[str, int]:
    """The levels to plan from: as rated again, else as rated before and lifted by what was done since.

    A lift counts as the schedule foresaw it, until the skill is rated again.
    """
    found = dict(rated)
    done = [row for row in rows if progress.get(row["id"], UNTOUCHED).state == DONE]
    for row in sorted(done, key=lambda row: (progress[row["id"]].ended or date.max, row["id"])):
        for lift in row["develops"]:
            if lift["from"] <= found.get(lift["skill"], -1) < lift["to"]:
                found[lift["skill"]] = lift["to"]
    return {skill: again.get(skill, level) for skill, level in found.items()}


def _can_start(row: Row, entry: Progress, on: date) -> bool:
    is_open = not entry.is_running and entry.state not in {DONE, SKIPPED}
    return is_open and date.fromisoformat(row["start"]) >= monday_of(on)


def _cost(row: Row, entry: Progress) -> int:
    return int(row["cost_max_usd"] if entry.spent_usd is None else entry.spent_usd)


def _running(row: Row, entry: Progress, blocked: Collection[date], on: date) -> Row:
    """The row of a running action as it really runs: from the week in which it was begun, for its open hours."""
    start = monday_of(entry.started) if entry.started else date.fromisoformat(row["start"])
    weeks = row["weeks"]
    last = _mondays(row["id"], start, weeks, blocked)[-1]
    if last + timedelta(days=6) < on:
        rate = row["hours"] / weeks
        left = max(1, ceil(round((row["hours"] - entry.hours) / rate, 6))) if rate else 1
        passed = sum(monday < monday_of(on) for monday in _mondays(row["id"], start, MOST_WEEKS, blocked))
        weeks = min(MOST_WEEKS, passed + left)
        last = _mondays(row["id"], start, weeks, blocked)[-1]
    return {
        **row,
        "start": start.isoformat(),
        "end": (last + timedelta(days=6)).isoformat(),
        "weeks": weeks,
        "hours_per_week": round(row["hours"] / weeks, 2),
    }


def _mondays(action: str, start: date, weeks: int, blocked: Collection[date]) -> tuple[date, ...]:
    calendar = Calendar(start, (), frozenset(monday_of(day) for day in blocked))
    return calendar.weeks_of(Running(action, start, weeks))
