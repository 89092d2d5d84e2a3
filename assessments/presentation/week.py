"""What a plan asks for this week."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessments.domain.planning.calendar import WEEK, monday_of
from assessments.presentation import words
from assessments.presentation.steps import BLOCKED, LATE, SKIPPED, Step


@dataclass(frozen=True, slots=True)
class Todo:
    """A step on this week's list and the line below its name."""

    step: Step
    note: str


@dataclass(frozen=True, slots=True)
class Week:
    """The list with its dates and own hours; where it is empty, `coming` is the step that starts next, if any.

    `resumes` is the Monday on which work goes on after a blocked week that interrupts it.
    """

    about: str
    todos: tuple[Todo, ...]
    coming: Step | None
    resumes: date | None
    has_steps: bool

    @property
    def empty(self) -> str:
        """What an empty list says."""
        if not self.has_steps:
            return "This plan has no steps."
        if self.resumes:
            return f"You blocked this week. Work goes on from {words.day(self.resumes)}."
        if self.coming is None:
            return "Nothing is left to do in this plan."
        return f"Nothing is planned this week. “{self.coming.name}” starts on {words.day(self.coming.start)}."


def this_week(steps: Sequence[Step], today: date, blocked_days: Collection[date] = ()) -> Week:
    """Steps that run this week or are late; what was ticked since Monday stays, so that it can be unticked.

    In a blocked week nothing runs.
    """
    monday = monday_of(today)
    sunday = monday + timedelta(days=6)
    blocked = {monday_of(day) for day in blocked_days}
    running = [step for step in steps if _runs(step, monday, sunday)]
    paused = monday in blocked and any(not step.is_done for step in running)
    listed = [] if monday in blocked else running
    shown = [step for step in steps if step in listed or step.state == LATE or _ticked_since(step, monday)]
    later = [step for step in steps if step.start > sunday and step.is_open]
    return Week(
        about=_about(monday, sunday, listed, paused),
        todos=tuple(Todo(step, _note(step)) for step in shown),
        coming=min(later, key=lambda step: (step.start, step.number), default=None),
        resumes=_next_open(monday, blocked) if paused else None,
        has_steps=bool(steps),
    )


def _about(monday: date, sunday: date, listed: Sequence[Step], paused: bool) -> str:
    asked = [step for step in listed if not step.is_done or _ticked_since(step, monday)]
    hours = sum(step.own_hours_a_week for step in asked if step.state != BLOCKED)
    note = "blocked" if paused else words.clock(hours) if hours else ""
    return f"{words.days(monday, sunday)} · {note}" if note else words.days(monday, sunday)


def _runs(step: Step, monday: date, sunday: date) -> bool:
    """Whether its weeks hold this one, or work on it has begun and is not over; what is skipped never runs."""
    in_its_weeks = step.start <= sunday and step.end >= monday
    return step.state != SKIPPED and (in_its_weeks or step.progress.is_running)


def _ticked_since(step: Step, monday: date) -> bool:
    return step.done_on is not None and step.done_on >= monday


def _next_open(monday: date, blocked: Collection[date]) -> date:
    while monday in blocked:
        monday += WEEK
    return monday


def _note(step: Step) -> str:
    parts = [step.group]
    if step.own_hours and step.is_open:
        parts.append(f"{words.clock(step.own_hours_a_week)} a week")
    if step.paid:
        parts.append("in paid time")
    parts.append(f"was due {words.day(step.end)}" if step.state == LATE else f"until {words.day(step.end)}")
    if step.state == BLOCKED and step.progress.reason:
        parts.append(f"“{step.progress.reason}”")
    return " · ".join(parts)
