"""How far somebody is with one action of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from typing import Any

NOT_STARTED, DOING, BLOCKED, DONE, SKIPPED = "not started", "doing", "blocked", "done", "skipped"
STATES = (NOT_STARTED, DOING, BLOCKED, DONE, SKIPPED)
WITH_REASON = frozenset({BLOCKED, SKIPPED})
"""States that are only told together with a reason."""


@dataclass(frozen=True, slots=True)
class Logged:
    """Own hours worked on a day, above 0."""

    day: date
    hours: float


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of an action, why it is blocked or skipped, its own hours so far, and USD spent (None: not told)."""

    state: str = NOT_STARTED
    reason: str = ""
    started: date | None = None
    ended: date | None = None
    logged: tuple[Logged, ...] = ()
    spent_usd: int | None = None

    @property
    def hours(self) -> float:
        """Own hours worked so far."""
        return fsum(entry.hours for entry in self.logged)

    @property
    def is_running(self) -> bool:
        """Whether work on it has begun and is not over."""
        return self.state in {DOING, BLOCKED}

    @property
    def was_begun(self) -> bool:
        """Whether it was worked on, or begun on an earlier day than the one on which it was done."""
        return bool(self.logged) or self.started != self.ended

    def turned(self, state: str, day: date, reason: str = "") -> "Progress":
        """The progress once the action is in that state on a day; its hours and what was spent stay."""
        started = None if state == NOT_STARTED else self.started or (day if state != SKIPPED else None)
        ended = (self.ended if self.state == DONE and self.ended else day) if state == DONE else None
        return replace(self, state=state, reason=reason if state in WITH_REASON else "", started=started, ended=ended)

    def worked(self, day: date, hours: float) -> "Progress":
        """The progress with more own hours; work on something not started or skipped starts it."""
        more = replace(self, logged=tuple(sorted((*self.logged, Logged(day, hours)), key=lambda entry: entry.day)))
        return more.turned(DOING, day) if self.state in {NOT_STARTED, SKIPPED} else more


UNTOUCHED = Progress()


def read(data: Mapping[str, Any]) -> dict[str, Progress]:
    """Progress by the key of the action, from the JSON that a revision keeps."""
    return {action: _read(row) for action, row in data.items()}


def plain(progress: Mapping[str, Progress]) -> dict[str, Any]:
    """Progress as JSON, without the actions of which nothing is known."""
    return {action: _plain(entry) for action, entry in sorted(progress.items()) if entry != UNTOUCHED}


def _read(row: Mapping[str, Any]) -> Progress:
    return Progress(
        state=row["state"],
        reason=row["reason"],
        started=_day(row["started"]),
        ended=_day(row["ended"]),
        logged=tuple(Logged(date.fromisoformat(day), hours) for day, hours in row["logged"]),
        spent_usd=row["spent_usd"],
    )


def _plain(progress: Progress) -> dict[str, Any]:
    return {
        "state": progress.state,
        "reason": progress.reason,
        "started": progress.started and progress.started.isoformat(),
        "ended": progress.ended and progress.ended.isoformat(),
        "logged": [[entry.day.isoformat(), entry.hours] for entry in progress.logged],
        "spent_usd": progress.spent_usd,
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
