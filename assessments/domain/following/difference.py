"""What differs between two schedules of one plan: every action once, and what both come to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following.progress import DONE, SKIPPED, UNTOUCHED, Progress

Row = Mapping[str, Any]
FACTS = ("start", "end", "weeks", "hours", "cost_max_usd")
"""What of a row makes a difference: when it is done, and what it takes."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One action in both schedules."""

    before: Row
    after: Row


@dataclass(frozen=True, slots=True)
class Difference:
    """Every action of either schedule, in exactly one group, in order of its start.

    - moved: starts in another week
    - changed: starts in the same week, and takes other weeks, hours or money
    """

    moved: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    same: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both schedules are one."""
        return not (self.moved or self.changed or self.added or self.removed)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a schedule comes to: its end with the low and the high estimate, readiness and points, and what is left.

    Hours are own hours, cost is USD at the high estimate; both of actions that are neither done nor skipped.
    """

    finish: date | None
    finish_low: date | None
    finish_high: date | None
    readiness_then: float
    points_missing: float
    hours_left: float
    cost_left: int


def difference(before: Sequence[Row], after: Sequence[Row]) -> Difference:
    """The groups of actions by what became of them."""
    old, new = ({row["id"]: row for row in _by_start(rows)} for rows in (before, after))
    both = [Pair(old[key], row) for key, row in new.items() if key in old]
    return Difference(
        moved=tuple(pair for pair in both if _moved(pair)),
        changed=tuple(pair for pair in both if not _moved(pair) and not _same(pair)),
        added=tuple(row for key, row in new.items() if key not in old),
        removed=tuple(row for key, row in old.items() if key not in new),
        same=tuple(pair.after for pair in both if _same(pair)),
    )


def outlook(document: Mapping[str, Any], progress: Mapping[str, Progress], paid: Collection[str]) -> Outlook:
    """What a schedule's document comes to; its totals are of what was planned, its kept rows are counted beside them.

    - paid: keys of actions in paid time, which take no own hours
    """
    totals, kept = document["totals"], document.get("kept", ())
    # What was done early does not end when it was planned to.
    still = _open(kept, progress)
    left = _open([*kept, *document["actions"]], progress)
    return Outlook(
        finish=_latest(totals["finish"], still),
        finish_low=_latest(totals["finish_low"], still),
        finish_high=_latest(totals["finish_high"], still),
        readiness_then=totals["readiness_then"],
        points_missing=totals["points_missing"],
        hours_left=sum(_hours_left(row, progress) for row in left if row["id"] not in paid),
        cost_left=sum(_cost_left(row, progress) for row in left),
    )


def _open(rows: Sequence[Row], progress: Mapping[str, Progress]) -> list[Row]:
    return [row for row in rows if progress.get(row["id"], UNTOUCHED).state not in {DONE, SKIPPED}]


def _by_start(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["id"]))


def _moved(pair: Pair) -> bool:
    return bool(pair.before["start"] != pair.after["start"])


def _same(pair: Pair) -> bool:
    return all(pair.before[fact] == pair.after[fact] for fact in FACTS)


def _hours_left(row: Row, progress: Mapping[str, Progress]) -> float:
    return max(0.0, float(row["hours"]) - progress.get(row["id"], UNTOUCHED).hours)


def _cost_left(row: Row, progress: Mapping[str, Progress]) -> int:
    return max(0, int(row["cost_max_usd"]) - (progress.get(row["id"], UNTOUCHED).spent_usd or 0))


def _latest(end: str | None, kept: Sequence[Row]) -> date | None:
    latest = max((end or "", *(row["end"] for row in kept)))
    return date.fromisoformat(latest) if latest else None
