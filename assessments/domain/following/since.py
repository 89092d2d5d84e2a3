"""What has come of a plan since it was started: skills then and now, and those that wait to be rated again."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import fsum
from typing import Any

from assessments.domain.following.progress import DONE, UNTOUCHED, Progress
from assessments.domain.scoring import Answers, Rating

Row = Mapping[str, Any]
MET = "met"


@dataclass(frozen=True, slots=True)
class Work:
    """Own hours logged on all actions, and how many of the plan's actions are done, out of how many."""

    hours: float
    done: int
    actions: int


@dataclass(frozen=True, slots=True)
class Moved:
    """Skills by what became of them, in the order of the instrument.

    - closed: not met then, met now
    - reached: not met in either, but the likely level has come up to what is required
    - fallen: met then, not met now
    """

    closed: tuple[str, ...]
    reached: tuple[str, ...]
    fallen: tuple[str, ...]


def rated_again(answers: Answers, again: Mapping[str, Rating]) -> Answers:
    """The answers with newer ratings instead of the user's own; scenarios and mentors' ratings stay as they were."""
    return replace(answers, ratings={**answers.ratings, **again})


def work(rows: Sequence[Row], progress: Mapping[str, Progress]) -> Work:
    """What was done so far; hours count even where their action is no longer in the plan."""
    done = sum(progress.get(row["id"], UNTOUCHED).state == DONE for row in rows)
    return Work(fsum(entry.hours for entry in progress.values()), done, len(rows))


def moved(then: Iterable[Row], now: Iterable[Row], unknown: Collection[str]) -> Moved:
    """The skills that changed between two reports' rows; of those `unknown` then nothing can be said."""
    before = {row["id"]: row for row in then if row["id"] not in unknown}
    pairs = [(before[row["id"]], row) for row in now if row["id"] in before]
    return Moved(
        closed=tuple(row["id"] for earlier, row in pairs if row["status"] == MET != earlier["status"]),
        reached=tuple(row["id"] for earlier, row in pairs if _reached(earlier, row)),
        fallen=tuple(row["id"] for earlier, row in pairs if earlier["status"] == MET != row["status"]),
    )


def waiting(
    rows: Sequence[Row], progress: Mapping[str, Progress], rated_on: Mapping[str, date], all_on: date
) -> tuple[str, ...]:
    """Skills that done actions were to lift and that were not rated since, by when the action ended.

    - rated_on, all_on: when a skill was rated last, and when all were; the day on which an action ended is "since"
    """
    found: dict[str, None] = {}
    ended = [(_ended(row, progress), row) for row in rows if progress.get(row["id"], UNTOUCHED).state == DONE]
    for day, row in sorted(ended, key=lambda pair: (pair[0], pair[1]["id"])):
        skills = [lift["skill"] for lift in row["develops"]]
        found |= dict.fromkeys(skill for skill in skills if max(rated_on.get(skill, all_on), all_on) < day)
    return tuple(found)


def _reached(earlier: Row, row: Row) -> bool:
    is_open = MET not in {earlier["status"], row["status"]}
    return is_open and earlier["likely"] < earlier["required"] and row["likely"] >= row["required"]


def _ended(row: Row, progress: Mapping[str, Progress]) -> date:
    return progress[row["id"]].ended or date.max
