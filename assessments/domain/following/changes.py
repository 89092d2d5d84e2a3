"""What the rows of a schedule take and bring when it is followed as it stands: weeks, hours, needs and lifts."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from assessments.domain.following.progress import DONE, SKIPPED
from assessments.domain.instrument import Action, Instrument
from assessments.domain.planning.calendar import Calendar, monday_of
from assessments.domain.situation import Running, Situation

Row = Mapping[str, Any]


class Followed(Protocol):
    """A plan that is followed: what it was planned from, and how each of its actions stands."""

    @property
    def instrument(self) -> Instrument:
        """The instrument with all actions of the plan."""

    @property
    def situation(self) -> Situation:
        """What it was planned from."""

    def state(self, action: str) -> str:
        """How an action stands."""

    def action(self, action: str) -> Action:
        """An action by its key."""


@dataclass(frozen=True, slots=True)
class Gain:
    """A lift that counts: the action, the skill, and the levels from and to which it brings it."""

    action: str
    skill: str
    low: int
    high: int


def weeks_of(row: Row, blocked: Collection[date]) -> tuple[date, ...]:
    """The Mondays of the open weeks that a row takes."""
    calendar = Calendar(date.fromisoformat(row["start"]), (), frozenset(monday_of(day) for day in blocked))
    return calendar.weeks_of(Running(row["id"], date.fromisoformat(row["start"]), row["weeks"]))


def loads(rows: Iterable[Row], plan: Followed, blocked: Collection[date]) -> dict[date, float]:
    """Own hours in each week by its Monday; what is done or skipped asks for none any more."""
    found: dict[date, float] = {}
    for row in rows:
        if plan.state(row["id"]) in {DONE, SKIPPED}:
            continue
        rate = 0.0 if plan.action(row["id"]).paid_time else row["hours"] / row["weeks"]
        for monday in weeks_of(row, blocked):
            found[monday] = found.get(monday, 0.0) + rate
    return found


def unmet(plan: Followed, row: Row, rows: Sequence[Row]) -> set[str]:
    """Keys of actions that would have to end before the row starts and do not; for a condition, its first one."""
    ended = {entry["id"] for entry in rows if entry["end"] < row["start"] and plan.state(entry["id"]) != SKIPPED}
    ended |= {entry["id"] for entry in rows if plan.state(entry["id"]) == DONE} | plan.situation.done
    return {need[0] for need in _needs(plan, plan.action(row["id"])) if ended.isdisjoint(need)}


def gains(plan: Followed, rows: Sequence[Row]) -> set[Gain]:
    """The lifts that count until the target date, as the planner counts them.

    Those of what was done before it was planned are in its levels.
    """
    last = plan.situation.target.isoformat()
    open_rows = [row for row in rows if plan.state(row["id"]) != SKIPPED and row["id"] not in plan.situation.done]
    counting = [row for row in open_rows if row["end"] <= last]
    return {gain for skill in plan.situation.levels for gain in _gains_of(plan, counting, skill)}


def _needs(plan: Followed, action: Action) -> Iterator[tuple[str, ...]]:
    for needed in action.requires_actions:
        yield (needed,)
    for condition in plan.instrument.conditions:
        is_asked = condition.id in action.requires_conditions and condition.scope == "profile"
        others = tuple(other for other in condition.met_by_actions if other != action.id)
        if is_asked and condition.id not in plan.situation.conditions and others:
            yield others


def _gains_of(plan: Followed, rows: Sequence[Row], skill: str) -> Iterator[Gain]:
    base, lifting = plan.situation.levels[skill], list[tuple[str, str, int]]()
    for row in sorted(rows, key=lambda row: (row["start"], row["end"], row["id"])):
        for lift in plan.action(row["id"]).lifts:
            level = max([base, *(high for end, _, high in lifting if end < row["start"])])
            if lift.skill == skill and lift.low <= level < lift.high:
                lifting.append((row["end"], row["id"], lift.high))
    now = base
    for _, action, high in sorted(lifting):
        if high > now:
            yield Gain(action, skill, now, high)
            now = high
