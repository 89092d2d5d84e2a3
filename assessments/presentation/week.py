"""What a plan asks for this week."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessments.presentation import words
from assessments.presentation.steps import LATE, NOW, Step, monday_of


@dataclass(frozen=True, slots=True)
class Todo:
    """A step on this week's list and the line below its name."""

    step: Step
    note: str


@dataclass(frozen=True, slots=True)
class Week:
    """The list with its dates and own hours; where it is empty, `coming` is the step that starts next, if any."""

    about: str
    todos: tuple[Todo, ...]
    coming: Step | None

    @property
    def empty(self) -> str:
        """What an empty list says."""
        if self.coming is None:
            return "Nothing is left to do in this plan."
        return f"Nothing is planned this week. “{self.coming.name}” starts on {words.day(self.coming.start)}."


def this_week(steps: Sequence[Step], today: date) -> Week:
    """Steps that run this week or are late; what was ticked since Monday stays, so that it can be unticked."""
    monday = monday_of(today)
    sunday = monday + timedelta(days=6)
    shown = [step for step in steps if _belongs(step, monday, sunday)]
    hours = sum(step.own_hours_a_week for step in shown if step.start <= sunday and step.end >= monday)
    later = [step for step in steps if step.start > sunday and not step.is_done]
    dates = words.days(monday, sunday)
    return Week(
        about=f"{dates} · {words.clock(hours)}" if hours else dates,
        todos=tuple(Todo(step, _note(step)) for step in shown),
        coming=min(later, key=lambda step: (step.start, step.number), default=None),
    )


def _belongs(step: Step, monday: date, sunday: date) -> bool:
    runs = step.start <= sunday and step.end >= monday
    ticked_now = step.done_on is not None and monday <= step.done_on <= sunday
    return runs or step.state == LATE or ticked_now


def _note(step: Step) -> str:
    parts = [step.group]
    if step.own_hours and step.state in {NOW, LATE}:
        parts.append(f"{words.clock(step.own_hours_a_week)} a week")
    if step.paid:
        parts.append("in paid time")
    parts.append(f"was due {words.day(step.end)}" if step.state == LATE else f"until {words.day(step.end)}")
    return " · ".join(parts)
