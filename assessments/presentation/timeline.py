"""The timeline of a plan: a table whose plot cells have percent coordinates, so that type never scales."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessments.presentation import words
from assessments.presentation.steps import BLOCKED, DOING, DONE, LATE, NEXT, NOW, SKIPPED, Step

MOST_TICKS = 9
MONTHS_PER_TICK = (1, 3, 6, 12, 24)
FILLS = {
    DONE: "c-you",
    SKIPPED: "b-was",
    BLOCKED: "b-plan",
    LATE: "b-late",
    DOING: "b-plan",
    NOW: "b-plan",
    NEXT: "b-next",
}
"""The class of the bar of a step in each state."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis and what stands beside it."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One step's row: where its bar lies, how much of it is worked, and what a reader who does not see it is told."""

    step: Step
    x: str
    width: str
    worked: str
    fill: str
    span: str
    status: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one domain."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on which something of weight is reached."""

    x: str
    name: str
    day: date
    reached: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that the chart shows; `today_x` is empty where today lies outside of it."""

    ticks: tuple[Tick, ...]
    today_x: str
    groups: tuple[Group, ...]
    milestones: tuple[Milestone, ...]

    @property
    def to_reach(self) -> int:
        """How many milestones are still to come."""
        return sum(not milestone.reached for milestone in self.milestones)


def draw(steps: Sequence[Step], milestones: Sequence[tuple[str, date, bool]], today: date) -> Timeline | None:
    """The timeline from the first step to the last; None for a plan without steps."""
    if not steps:
        return None
    scale = Scale(min(step.start for step in steps), max(step.end for step in steps) + timedelta(days=1))
    return Timeline(
        ticks=tuple(Tick(scale.x(day), _tick_label(day)) for day in scale.ticks()),
        today_x=scale.x(today) if scale.first <= today <= scale.last else "",
        groups=tuple(_groups(steps, scale)),
        milestones=tuple(
            Milestone(scale.x(min(day, scale.last)), name, day, reached) for name, day, reached in milestones
        ),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from the first to the last as a share of the width."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days

    def x(self, day: date) -> str:
        """Where a day lies, in percent from the left."""
        return percent((day - self.first).days, (self.last - self.first).days)

    def width(self, first: date, last: date) -> str:
        """How much of the width the days from one to the other take, both included."""
        return percent((last - first).days + 1, (self.last - self.first).days)

    def ticks(self) -> list[date]:
        """First days of months at the smallest even distance that does not crowd the axis; none inside: the start."""
        for months in MONTHS_PER_TICK:
            found = list(self._firsts(months))
            if len(found) <= MOST_TICKS:
                break
        return found or [self.first]

    def _firsts(self, months: int) -> Iterator[date]:
        place = self.first.year * 12 + self.first.month - 1
        place += -place % months
        while (day := date(place // 12, place % 12 + 1, 1)) < self.last:
            if day >= self.first:
                yield day
            place += months


def percent(part: float, whole: float) -> str:
    """A share as SVG wants it, cut to 0 and 100."""
    share = 100 * part / whole if whole else 0
    return f"{min(100, max(0, share)):.2f}%"


def _tick_label(day: date) -> str:
    return f"{words.MONTHS[day.month - 1][:3]} {day.year % 100:02}"


def _groups(steps: Sequence[Step], scale: Scale) -> Iterator[Group]:
    names = dict.fromkeys(step.group for step in steps)
    for name in names:
        yield Group(name, tuple(_bar(step, scale) for step in steps if step.group == name))


def _bar(step: Step, scale: Scale) -> Bar:
    days = (step.end - step.start).days + 1
    worked = min(1.0, step.hours_done / step.own_hours) if step.own_hours and step.is_open else 0.0
    return Bar(
        step=step,
        x=scale.x(step.start),
        width=scale.width(step.start, step.end),
        worked=percent(days * worked, scale.days) if worked else "",
        fill=FILLS[step.state],
        span=words.days(step.start, step.end),
        status=_status(step, worked),
    )


def _status(step: Step, worked: float) -> str:
    if step.state == NEXT and not worked:
        return f"From {_tick_label(step.start)}"
    return f"{round(100 * worked)}% done" if worked and step.state in {DOING, NOW, NEXT} else step.word
