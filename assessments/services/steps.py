"""Writes on one step of a plan while it is followed: its state, its hours, its money."""

from dataclasses import replace
from datetime import date
from math import fsum

from assessments import snapshots
from assessments.domain.following.progress import (
    BLOCKED,
    DOING,
    DONE,
    NOT_STARTED,
    SKIPPED,
    Logged,
    Progress,
)
from assessments.models import Plan, Revision
from assessments.services.revisions import Edit, advance

MOST_HOURS_A_DAY = 24
MOST_ENTRIES = 400
"""Entries of hours that one step may have."""

SAID = {
    NOT_STARTED: "not started",
    DOING: "under way",
    BLOCKED: "blocked",
    DONE: "done",
    SKIPPED: "skipped",
}


class TooManyHours(Exception):
    """The hours of a day would be more than it has; `there` are those logged for it already."""

    def __init__(self, there: float) -> None:
        super().__init__(f"{there} hours are logged for that day already")
        self.there = there


class TooManyEntries(Exception):
    """The step has as many entries of hours as it may have."""


def set_state(*, plan: Plan, edit: Edit, action: str, state: str, reason: str) -> Revision:
    """Say how a step stands, with the reason where it is blocked or skipped."""
    day, why = edit.at.date(), f": {reason}" if state in {BLOCKED, SKIPPED} else ""
    words = f"“{_name(plan, action)}” {SAID[state]}{why}"
    return advance(plan=plan, edit=edit, turns={action: lambda entry: entry.turned(state, day, reason)}, words=words)


def log_hours(*, plan: Plan, edit: Edit, action: str, day: date, hours: float) -> Revision:
    """Write down own hours of a day; TooManyHours beyond 24 on it, TooManyEntries beyond 400 of a step."""

    def turn(entry: Progress) -> Progress:
        there = fsum(logged.hours for logged in entry.logged if logged.day == day)
        if there + hours > MOST_HOURS_A_DAY:
            raise TooManyHours(there)
        if len(entry.logged) >= MOST_ENTRIES:
            raise TooManyEntries
        return entry.worked(day, hours)

    words = f"Logged {_hours(hours)} on “{_name(plan, action)}”"
    return advance(plan=plan, edit=edit, turns={action: turn}, words=words)


def drop_hours(*, plan: Plan, edit: Edit, action: str, day: date, hours: float) -> Revision:
    """Take one entry of hours away again; nothing where there is none like it."""

    def turn(entry: Progress) -> Progress:
        left = list(entry.logged)
        if Logged(day, hours) in left:
            left.remove(Logged(day, hours))
        return replace(entry, logged=tuple(left))

    words = f"Removed {_hours(hours)} from “{_name(plan, action)}”"
    return advance(plan=plan, edit=edit, turns={action: turn}, words=words)


def set_spent(*, plan: Plan, edit: Edit, action: str, spent_usd: int | None) -> Revision:
    """Say what was spent on a step in USD; None: not told."""
    said = "not told" if spent_usd is None else f"${spent_usd:,}"
    words = f"Money spent on “{_name(plan, action)}”: {said}"
    turns = {action: lambda entry: replace(entry, spent_usd=spent_usd)}
    return advance(plan=plan, edit=edit, turns=turns, words=words)


def _name(plan: Plan, action: str) -> str:
    return snapshots.action_names(plan.current.schedule)[action]


def _hours(hours: float) -> str:
    return "1 hour" if hours == 1 else f"{hours:g} hours"
