"""The actions of a saved plan as steps: named, with what each changes and how it stands today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following.progress import UNTOUCHED, Progress
from assessments.domain.following.progress import DONE as IS_DONE
from assessments.presentation import words
from assessments.presentation.catalogue import Catalogue

DONE, LATE, NOW, NEXT = "done", "late", "now", "next"
CREDENTIALS = "Credentials and conditions"
OPENING = "Opens the way for other steps"


@dataclass(frozen=True, slots=True)
class Change:
    """A skill that a step lifts from one level to another."""

    skill: str
    name: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Step:
    """A scheduled action; hours are likely hours, `own_hours` those that no post pays for, cost the high estimate."""

    number: int
    id: str
    name: str
    summary: str
    evidence: str
    start: date
    end: date
    weeks: int
    hours: float
    own_hours: float
    cost: int
    group: str
    changes: tuple[Change, ...]
    gates: tuple[str, ...]
    why: str
    arrange: tuple[str, ...]
    state: str
    done_on: date | None
    progress: Progress = UNTOUCHED

    @property
    def is_done(self) -> bool:
        """Whether it is ticked."""
        return self.state == DONE

    @property
    def paid(self) -> bool:
        """Whether its hours are worked inside a paid post."""
        return self.own_hours == 0 < self.hours

    @property
    def when(self) -> str:
        """Its days with the number of its open weeks."""
        return f"{words.days(self.start, self.end)}, {words.count(self.weeks, 'week')}"

    @property
    def effort(self) -> str:
        """Its likely hours, and what they are a week."""
        if not self.hours:
            return "None"
        if self.paid:
            return f"{words.amount(self.hours)}, in paid time"
        return f"{words.amount(self.hours)}, about {words.clock(self.own_hours_a_week)} a week"

    @property
    def money(self) -> str:
        """Its high estimate of cost."""
        return words.usd(self.cost) if self.cost else "Nothing"

    @property
    def own_hours_a_week(self) -> float:
        """Own hours in each of its weeks."""
        return self.own_hours / self.weeks


def read(
    rows: Sequence[Mapping[str, Any]], catalogue: Catalogue, progress: Mapping[str, Progress], today: date
) -> tuple[Step, ...]:
    """The steps of a plan in the order of their start, numbered from 1."""
    return tuple(
        _step(number, row, catalogue, progress.get(row["id"], UNTOUCHED), today) for number, row in enumerate(rows, 1)
    )


def _step(number: int, row: Mapping[str, Any], catalogue: Catalogue, progress: Progress, today: date) -> Step:
    action = catalogue.actions[row["id"]]
    start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
    changes = tuple(
        Change(entry["skill"], catalogue.skills[entry["skill"]]["name"], entry["from"], entry["to"])
        for entry in row["develops"]
    )
    return Step(
        number=number,
        id=row["id"],
        name=action["name"],
        summary=action["summary"],
        evidence=action["evidence"],
        start=start,
        end=end,
        weeks=row["weeks"],
        hours=row["hours"],
        own_hours=0 if action["paid_time"] else row["hours"],
        cost=row["cost_max_usd"],
        group=_group(changes, row["satisfies"], catalogue),
        changes=changes,
        gates=tuple(row["satisfies"]),
        why=row["why"],
        arrange=catalogue.to_arrange(row["id"]),
        state=DONE if progress.state == IS_DONE else _state(start, end, today),
        done_on=progress.ended,
        progress=progress,
    )


def _group(changes: tuple[Change, ...], satisfies: list[str], catalogue: Catalogue) -> str:
    if changes:
        return catalogue.domain_name(changes[0].skill)
    return CREDENTIALS if satisfies else OPENING


def _state(start: date, end: date, today: date) -> str:
    if end < today:
        return LATE
    return NOW if start <= today else NEXT
