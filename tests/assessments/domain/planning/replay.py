"""Lives through a plan day by day, from the published document alone: what ran when, and what it brought."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from assessments.domain.situation import Situation

Row = Mapping[str, Any]

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
GATE_POINTS = {"required": 8, "expected": 3, "helpful": 1}


@dataclass(frozen=True)
class Span:
    """An action with its first day, its last day and the Mondays of the weeks in which it is worked on."""

    row: Row
    start: date
    end: date
    mondays: tuple[date, ...]

    @property
    def id(self) -> str:
        """The action's id."""
        return str(self.row["id"])

    @property
    def pace(self) -> float:
        """Own hours in each of its weeks."""
        likely = (self.row["hours_min"] + self.row["hours_max"]) / 2
        return 0.0 if self.row["paid_time"] else float(likely / max(1, len(self.mondays)))


@dataclass(frozen=True)
class Gain:
    """Points won on a day: a skill's step from one level to another, or a gate."""

    action: str
    name: str
    low: int
    high: int
    points: float
    day: date


class Replay:
    """One person's time from the plan's first Monday to the target date."""

    def __init__(self, document: Row, level: str, situation: Situation, chosen: Iterable[Row]) -> None:
        self.situation, self.level = situation, level
        self.competencies, self.catalogue = document["competencies"], document["actions"]
        self.actions: dict[str, Row] = {row["id"]: row for row in self.catalogue["actions"]}
        self.skills: dict[str, Row] = {
            row["id"]: row for row in self.competencies["skills"] if row["id"] in situation.levels
        }
        self.blocked = {week_of(day) for day in situation.blocked_weeks}
        self.first = week_of(situation.start + 6 * DAY)
        self.chosen = [self._planned(row) for row in chosen]
        self.running = [self._running(entry.action, entry.start, entry.weeks) for entry in situation.running]
        self.levels: dict[str, int] = {skill: situation.levels[skill] for skill in self.skills}
        self.gains = [*self._on_skills(), *self._on_gates()]

    @property
    def missing(self) -> float:
        """Points missing at the target date."""
        return self.missing_on_skills + sum(self.points_of(gate) for gate in self.gates if not self._opened(gate))

    @property
    def missing_on_skills(self) -> float:
        """Points missing at the target date, gates apart."""
        return sum(self.worth(skill, level, self.required(skill)) for skill, level in self.levels.items())

    @property
    def waiting(self) -> float:
        """The second objective: points by the calendar weeks until they are won, and money."""
        weeks = sum(gain.points * max(0, (gain.day + DAY - self.first).days // 7) for gain in self.gains)
        return weeks + self.cost / 100

    @property
    def cost(self) -> int:
        """What the chosen actions cost at the high estimate."""
        return sum(int(span.row["cost_max_usd"]) for span in self.chosen)

    @property
    def own_hours(self) -> float:
        """Own hours of the chosen actions."""
        return sum(span.pace * len(span.mondays) for span in self.chosen)

    @property
    def gates(self) -> list[Row]:
        """The gates that count as missing at the start."""
        return [gate for gate in self.competencies["prerequisites"] if self._is_missing(gate)]

    def required(self, skill: str) -> int:
        """The proficiency that the level asks of a skill."""
        return int(self.skills[skill]["required"][self.level])

    def worth(self, skill: str, low: int, high: int) -> float:
        """Points between two levels of a skill; what lies above the requirement is worth none."""
        total = sum(row["weight_by_level"][self.level] for row in self.competencies["skills"])
        share, required = self.skills[skill]["weight_by_level"][self.level] / total, self.required(skill)
        return float(100 * share * (min(high, required) - min(low, required)) / required)

    def hours_in(self, monday: date, spans: Iterable[Span]) -> float:
        """Own hours that some actions take in a week."""
        return sum(span.pace for span in spans if monday in span.mondays)

    def ended_before(self, action: str, day: date) -> bool:
        """Whether an action was done, or runs or is chosen and ends before a day."""
        if action in self.situation.done:
            return True
        return any(span.id == action and span.end < day for span in (*self.chosen, *self.running))

    def lifts(self, action: str) -> list[Gain]:
        """The gains on skills that an action brings, in the order of the skills' names."""
        found = [gain for gain in self.gains if gain.action == action and gain.name in self.skills]
        return sorted(found, key=lambda gain: (gain.name, gain.low))

    def _planned(self, row: Row) -> Span:
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        return Span(self.actions[row["id"]], start, end, tuple(self._open_weeks(start, end)))

    def _running(self, action: str, start: date, weeks: int) -> Span:
        mondays: list[date] = []
        monday = start
        while len(mondays) < weeks:
            mondays += [monday] if monday not in self.blocked else []
            monday += WEEK
        return Span(self.actions[action], start, mondays[-1] + 6 * DAY, tuple(mondays))

    def _open_weeks(self, start: date, end: date) -> Iterator[date]:
        monday = week_of(start)
        while monday <= end:
            if monday not in self.blocked:
                yield monday
            monday += WEEK

    def _on_skills(self) -> Iterator[Gain]:
        spans = sorted((*self.chosen, *self.running), key=lambda span: span.id)
        effective: dict[str, list[Row]] = {}
        # A Sunday comes before the Monday after it: what ends counts for what starts next.
        events = sorted(
            [(span.start, 1, span) for span in spans] + [(span.end, 0, span) for span in spans], key=_moment
        )
        for day, begins, span in events:
            if begins:
                effective[span.id] = [lift for lift in span.row["develops"] if self._takes(lift)]
            elif day <= self.situation.target:
                yield from self._lifted(span, effective[span.id])

    def _takes(self, lift: Row) -> bool:
        return lift["skill"] in self.skills and lift["from"] <= self.levels[lift["skill"]] < lift["to"]

    def _lifted(self, span: Span, lifts: Iterable[Row]) -> Iterator[Gain]:
        for lift in lifts:
            skill, now, to = lift["skill"], self.levels[lift["skill"]], lift["to"]
            if to > now:
                self.levels[skill] = to
                yield Gain(span.id, skill, now, to, self.worth(skill, now, to), span.end)

    def _on_gates(self) -> Iterator[Gain]:
        for gate in self.gates:
            opened = self._opened(gate)
            if opened:
                first = min(opened, key=lambda span: (span.end, span.id))
                yield Gain(first.id, gate["id"], 0, 1, self.points_of(gate), first.end)

    def _opened(self, gate: Row) -> list[Span]:
        if gate["typical_years"]:
            return []
        spans = (*self.chosen, *self.running)
        return [span for span in spans if span.id in gate["satisfied_by"] and span.end <= self.situation.target]

    def points_of(self, gate: Row) -> int:
        """Points that an open gate costs."""
        return GATE_POINTS[gate["necessity"][self.level]]

    def _is_missing(self, gate: Row) -> bool:
        state = self.situation.gates.get(gate["id"], "not_met")
        done = not gate["typical_years"] and any(action in self.situation.done for action in gate["satisfied_by"])
        applies = self.situation.profession in gate["applies_to"]
        return applies and state not in {"met", "not_applicable"} and not done


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - day.weekday() * DAY


def _moment(event: tuple[date, int, Span]) -> tuple[date, int, str]:
    return event[0], event[1], event[2].id
