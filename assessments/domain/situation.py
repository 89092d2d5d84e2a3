"""What planning starts from: where the user stands and what they can give."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

SETS = ("conditions", "unavailable", "open_to", "done", "pinned", "excluded")


@dataclass(frozen=True, slots=True)
class Running:
    """An action under way: it stays where it is, from its Monday over its number of open weeks."""

    action: str
    start: date
    weeks: int


@dataclass(frozen=True, slots=True)
class Situation:
    """Levels of the rated skills, gates and conditions held, and what can be given (own hours a week, USD, dates)."""

    levels: Mapping[str, int]
    profession: str
    gates: Mapping[str, str]
    conditions: frozenset[str]
    unavailable: frozenset[str]
    start: date
    target: date
    hours_per_week: float
    budget_usd: int
    blocked_weeks: frozenset[date]
    open_to: frozenset[str]
    done: frozenset[str]
    running: tuple[Running, ...]
    pinned: frozenset[str]
    excluded: frozenset[str]


def read(data: Mapping[str, Any]) -> Situation:
    """The situation that was written as JSON: lists for sets, ISO dates; keys beyond its fields are passed over."""
    return Situation(
        levels=data["levels"],
        profession=data["profession"],
        gates=data["gates"],
        start=date.fromisoformat(data["start"]),
        target=date.fromisoformat(data["target"]),
        hours_per_week=data["hours_per_week"],
        budget_usd=data["budget_usd"],
        blocked_weeks=frozenset(date.fromisoformat(day) for day in data["blocked_weeks"]),
        running=tuple(
            Running(row["action"], date.fromisoformat(row["start"]), row["weeks"]) for row in data["running"]
        ),
        **{name: frozenset(data[name]) for name in SETS},
    )


def plain(situation: Situation) -> dict[str, Any]:
    """A situation as JSON from which it can be read again; sets are sorted, dates are ISO."""
    return {field.name: _plain(getattr(situation, field.name)) for field in fields(situation)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(_plain(entry) for entry in value)
    if isinstance(value, tuple):
        return [{"action": row.action, "start": row.start.isoformat(), "weeks": row.weeks} for row in value]
    return dict(value) if isinstance(value, Mapping) else value
