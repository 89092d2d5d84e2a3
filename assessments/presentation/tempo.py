"""Whether a plan is on time: by its late steps, by own hours planned until today, and by the pace of the last weeks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessments.domain.following import pace
from assessments.domain.following.pace import Effort
from assessments.domain.following.progress import Progress
from assessments.domain.instrument import Instrument
from assessments.presentation import words
from assessments.presentation.steps import DOING, LATE, NEXT, NOW, Step

ON_TRACK, LATE_TAG, COMPLETE, NOT_STARTED, EMPTY = "On track", "Late", "Done", "Not started", "No steps"
SLOWER = "Slower than planned"
MUCH_SLOWER = 0.9
"""Below this share of the hours given, somebody who is not late yet is about to be."""


@dataclass(frozen=True, slots=True)
class Tempo:
    """The word for how a plan stands with the class of its tag, and the line below it."""

    word: str
    tone: str
    note: str


def tempo(
    rows: Sequence[Mapping[str, Any]],
    steps: Sequence[Step],
    progress: Mapping[str, Progress],
    instrument: Instrument,
    request: Mapping[str, Any],
    today: date,
) -> Tempo:
    """How a plan stands on a day: late from one step that is over and still open, or from a week of hours behind.

    Of a step in its weeks nobody knows how far it is before its first hour is logged: it counts on neither side.
    """
    still = [step for step in steps if step.is_open]
    if not still:
        return Tempo(COMPLETE, "good", _ending(steps)) if steps else Tempo(EMPTY, "", "")
    if all(step.state == NEXT for step in steps):
        return Tempo(NOT_STARTED, "", f"Starts on {words.day(min(step.start for step in steps))}")
    blocked = [date.fromisoformat(day) for day in request["blocked_weeks"]]
    silent = {step.id for step in still if step.state in {NOW, DOING} and not step.progress.hours}
    telling = [row for row in rows if row["id"] not in silent]
    done = pace.account(telling, progress, efforts(instrument), blocked, today)
    ahead = done.weeks_ahead(request["hours_per_week"])
    own = pace.pace(progress.values(), blocked, today)
    note = _lately(own, request["hours_per_week"]) if own is not None else ""
    late = [(today - step.end).days // 7 for step in still if step.state == LATE]
    if late or ahead <= -1:
        return Tempo(_late(max([*late, int(-ahead)])), "gap", note)
    if own is not None and own < MUCH_SLOWER * request["hours_per_week"]:
        return Tempo(SLOWER, "", note)
    return Tempo(ON_TRACK, "good", note or (_ahead(int(ahead)) if ahead >= 1 else ""))


def efforts(instrument: Instrument) -> dict[str, Effort]:
    """Own hours of each action of an instrument; those in paid time take none."""
    return {
        action.id: Effort(0, 0, 0) if action.paid_time else Effort(action.hours_min, action.hours, action.hours_max)
        for action in instrument.actions
    }


def _late(weeks: int) -> str:
    return f"{words.sentence(words.count(weeks, 'week'))} late" if weeks > 0 else LATE_TAG


def _ahead(weeks: int) -> str:
    return f"{words.sentence(words.count(weeks, 'week'))} ahead"


def _lately(own: float, given: float) -> str:
    planned = f", of {words.number(given)} planned" if own < given else ""
    return f"{words.sentence(words.count(own, 'hour'))} a week lately{planned}"


def _ending(steps: Sequence[Step]) -> str:
    ended = [step.done_on for step in steps if step.done_on]
    return f"On {words.day(max(ended))}" if ended else ""
