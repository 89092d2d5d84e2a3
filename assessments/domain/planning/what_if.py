"""What other hours, money or dates would bring: one short plan for each change, none worse than a tighter one."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.planning.drafting import draft
from assessments.domain.planning.improving import improved
from assessments.domain.planning.pins import broken_law
from assessments.domain.planning.problem import Problem, pose
from assessments.domain.planning.report import outline
from assessments.domain.planning.resuming import resumed
from assessments.domain.planning.solving import Solution
from assessments.domain.planning.timetable import Timetable
from assessments.domain.planning.trimming import trimmed
from assessments.domain.planning.value import value
from assessments.domain.situation import Situation

WORK = 10_000
"""Actions put into weeks to improve each plan: fewer than for a plan that is to be followed."""

MORE = ("hours_per_week", "budget_usd", "target", "open_to")
FEWER = ("blocked_weeks", "pinned", "excluded", "unavailable")
"""Fields of which more, or of which fewer, leaves a plan more room."""

Rows = Sequence[Mapping[str, Any]]


def outlook(
    instrument: Instrument, situation: Situation, changes: Sequence[Mapping[str, Any]], present: Rows = ()
) -> list[dict[str, Any]]:
    """For each change of fields of the situation: status, bound, actions and totals of the plan that it would give.

    Every plan is at least as good as the best under tighter limits and as the `present` rows where they fit, so that
    looser limits never show more points missing.
    """
    wanted = [replace(situation, **change) for change in changes]
    found: dict[int, dict[str, Any]] = {}
    for place in sorted(range(len(wanted)), key=lambda place: _room(wanted[place])):
        tighter = [cell["actions"] for other, cell in found.items() if is_looser(wanted[place], wanted[other])]
        found[place] = sketched(pose(instrument, wanted[place]), [present, *tighter])
    return [found[place] for place in range(len(wanted))]


def sketched(problem: Problem, starts: Sequence[Rows] = ()) -> dict[str, Any]:
    """A plan without its gaps, made in a fraction of the time; no worse than any of the rows where they fit."""
    drafted = draft(problem)
    tables = [trimmed(resumed(problem, rows), problem.pinned) for rows in starts if rows]
    if drafted.table:
        tables.append(drafted.table if drafted.is_final else improved(drafted.table, problem.pinned, WORK))
    best = min((table for table in tables if _has_pins(problem, table)), key=value, default=None)
    if best is None:
        return outline(problem, Solution(None, drafted.bound, drafted.work, *broken_law(problem, problem.pinned)))
    return outline(problem, Solution(best, drafted.bound))


def is_looser(one: Situation, other: Situation) -> bool:
    """Whether one situation leaves a plan all the room that the other does, and is the same otherwise."""
    apart = [field.name for field in fields(one) if getattr(one, field.name) != getattr(other, field.name)]
    return all(
        getattr(one, name) >= getattr(other, name)
        if name in MORE
        else name in FEWER and getattr(one, name) <= getattr(other, name)
        for name in apart
    )


def _has_pins(problem: Problem, table: Timetable) -> bool:
    return problem.pinned <= table.slots.keys()


def _room(given: Situation) -> tuple[Any, ...]:
    """Sorts situations so that none comes before one that is tighter."""
    more = len(given.open_to) - len(given.blocked_weeks) - len(given.pinned) - len(given.excluded)
    return given.hours_per_week, given.budget_usd, given.target, more - len(given.unavailable)
