"""The instrument as seen from one target level: what scoring and planning read, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LEVELS = range(6)
"""Proficiency: 0 is "not had the chance", 1 to 5 are the anchors."""

POINTS_BY_NECESSITY = {"required": 8, "expected": 3, "helpful": 1}
"""Points missing for an open gate (DESIGN section 6)."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill with what the target level asks of it: proficiency 1 to 5 and weight above 0."""

    id: str
    name: str
    domain: str
    required: int
    weight: float


@dataclass(frozen=True, slots=True)
class Domain:
    """A group of skills, in the order of the published instrument."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A hard condition beside the score; `years` marks those that only time worked can meet."""

    id: str
    name: str
    necessity: str
    professions: frozenset[str]
    years: int | None
    satisfied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A scenario question: the skill and the proficiency it probes, its options and the right one."""

    id: str
    skill: str
    level: int
    options: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Condition:
    """Something an action asks for; `organization` conditions are arranged, `profile` ones are held or earned."""

    id: str
    name: str
    scope: str
    met_by_actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lift:
    """What an action does for a skill: from `low` <= level < `high` to `high`."""

    skill: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Window:
    """A yearly period, both ends included, as (month, day); it may run over New Year."""

    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done; hours are the learner's in total, weeks are open calendar weeks, costs in USD."""

    id: str
    name: str
    kind: str
    weeks_min: int
    weeks_max: int
    hours_min: float
    hours_max: float
    cost_min_usd: int
    cost_max_usd: int
    paid_time: bool
    big_move: bool
    requires_actions: tuple[str, ...]
    requires_conditions: tuple[str, ...]
    lifts: tuple[Lift, ...]
    satisfies: tuple[str, ...]
    windows: tuple[Window, ...]
    window_on: str

    @property
    def hours(self) -> float:
        """Likely hours: the mean of the low and the high estimate."""
        return (self.hours_min + self.hours_max) / 2


@dataclass(frozen=True, slots=True)
class Instrument:
    """One published version of skills, requirements, gates, items and actions, for one target level."""

    version: int
    career: str
    level: str
    domains: tuple[Domain, ...]
    skills: tuple[Skill, ...]
    gates: tuple[Gate, ...]
    items: tuple[Item, ...]
    conditions: tuple[Condition, ...]
    actions: tuple[Action, ...]
    professions: tuple[str, ...]

    @property
    def total_weight(self) -> float:
        """Sum of the weights of all skills."""
        return sum(skill.weight for skill in self.skills)


def read(document: Mapping[str, Any], *, version: int, career: str, level: str) -> Instrument:
    """The instrument in a published catalogue document, for one target level; KeyError where the level is unknown."""
    competencies, actions = document["competencies"], document["actions"]
    return Instrument(
        version=version,
        career=career,
        level=level,
        domains=tuple(Domain(row["id"], row["name"]) for row in competencies["domains"]),
        skills=tuple(_skill(row, level) for row in competencies["skills"]),
        gates=tuple(_gate(row, level) for row in competencies["prerequisites"]),
        items=tuple(_item(row) for row in actions["knowledge_items"]),
        conditions=tuple(
            Condition(row["id"], row["name"], row["scope"], tuple(row["met_by_actions"]))
            for row in actions["conditions"]
        ),
        actions=tuple(_action(row) for row in actions["actions"]),
        professions=tuple(competencies["professions"]),
    )


def _skill(row: Mapping[str, Any], level: str) -> Skill:
    return Skill(row["id"], row["name"], row["domain"], row["required"][level], row["weight_by_level"][level])


def _gate(row: Mapping[str, Any], level: str) -> Gate:
    return Gate(
        id=row["id"],
        name=row["name"],
        necessity=row["necessity"][level],
        professions=frozenset(row["applies_to"]),
        years=row["typical_years"][level] if row["typical_years"] else None,
        satisfied_by=tuple(row["satisfied_by"]),
    )


def _item(row: Mapping[str, Any]) -> Item:
    return Item(
        row["id"], row["skill"], row["level_probed"], tuple(option["id"] for option in row["options"]), row["key"]
    )


def _action(row: Mapping[str, Any]) -> Action:
    same = ("id", "name", "kind", "weeks_min", "weeks_max", "hours_min", "hours_max", "cost_min_usd", "cost_max_usd")
    return Action(
        **{name: row[name] for name in (*same, "paid_time", "big_move")},
        requires_actions=tuple(row["requires_actions"]),
        requires_conditions=tuple(row["requires_conditions"]),
        lifts=tuple(Lift(lift["skill"], lift["from"], lift["to"]) for lift in row["develops"]),
        satisfies=tuple(row["satisfies"]),
        windows=tuple(
            Window(_month_day(window["start"]), _month_day(window["end"])) for window in row["fixed_windows"]
        ),
        window_on=row.get("window_on") or "start",
    )


def _month_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)
