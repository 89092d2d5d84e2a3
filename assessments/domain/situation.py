"""What planning starts from: where the user stands and what they can give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


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
