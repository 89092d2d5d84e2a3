"""What the digest by mail says about a plan on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assessments.domain.planning.calendar import monday_of
from assessments.domain.weeks import runs
from assessments.models import Digest
from assessments.presentation import steps, words
from assessments.presentation.plan import Saved
from assessments.presentation.steps import BLOCKED, LATE, NEXT, Step
from assessments.presentation.terms import within
from assessments.presentation.week import this_week

AHEAD = timedelta(weeks=6)
MOST_COMING = 3
OFTEN: dict[str, str] = {
    Digest.Frequency.WEEKLY: "each Monday",
    Digest.Frequency.MONTHLY: "on the first Monday of each month",
    Digest.Frequency.OFF: "",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A step to work on this week, and the line below its name."""

    name: str
    note: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes next, and when."""

    when: str
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class Letter:
    """The mail: not sent where nothing is left to do (`is_active`)."""

    subject: str
    heading: str
    about: str
    items: tuple[Item, ...]
    coming: tuple[Coming, ...]
    is_active: bool


def letter(saved: Saved, today: date) -> Letter:
    """What is on this week, late ones first, and what comes next."""
    found = steps.read(saved.rows, saved.catalogue, saved.progress, today)
    blocked = [date.fromisoformat(day) for day in saved.request.get("blocked_weeks", ())]
    to_do = [step for step in found if step.is_open]
    listed = [todo.step for todo in this_week(found, today, blocked).todos if todo.step.is_open]
    shown = sorted(listed, key=lambda step: (step.state != LATE, step.start, step.number))
    hours = sum(step.own_hours_a_week for step in shown if step.state != LATE)
    heading = _heading(len(shown), hours)
    return Letter(
        subject=f"This week: {_subject(len(shown), hours)}",
        heading=heading,
        about=_about(today, to_do),
        items=tuple(_item(step) for step in shown),
        coming=_coming(to_do, blocked, today),
        is_active=bool(to_do),
    )


def new_notes(days: Sequence[date]) -> tuple[str, str]:
    """That mentors wrote on these days, as a heading and a sentence; both empty where nobody did."""
    if not days:
        return "", ""
    heading = words.sentence(words.count(len(days), "new note"))
    last = words.day(max(days))
    if len(days) == 1:
        return heading, f"Your mentor wrote on {last}."
    return heading, f"The last one by a mentor is of {last}."


def _heading(number: int, hours: float) -> str:
    if not number:
        return "Nothing is planned this week"
    return words.sentence(_things(number, hours, " this week"))


def _subject(number: int, hours: float) -> str:
    return _things(number, hours, "") if number else "nothing is planned"


def _things(number: int, hours: float, when: str) -> str:
    said = f"{words.count(number, 'thing')}{when}"
    return f"{said}, {words.clock(hours)}" if hours else said


def _about(today: date, to_do: Sequence[Step]) -> str:
    """The days of the week, what is late, and when the last step ends."""
    monday = monday_of(today)
    span = words.days(monday, monday + timedelta(days=6)).replace(" to ", " to Sunday ", 1)
    late = sum(step.state == LATE for step in to_do)
    said = f"{words.sentence(words.count(late, 'step is', 'steps are'))} late." if late else "Nothing is late."
    last = max((step.end for step in to_do), default=today)
    ending = f" The last step is planned to end on {words.day(last)}." if last > today else ""
    return f"Monday {span}. {said}{ending}"


def _item(step: Step) -> Item:
    parts = [step.group]
    if step.state == LATE:
        parts.append(f"was due {words.day(step.end)}")
    elif step.own_hours:
        parts.append(words.clock(step.own_hours_a_week))
    elif step.paid:
        parts.append("in paid time")
    if step.state == BLOCKED:
        parts.append("blocked")
    return Item(step.name, ", ".join(parts), step.state == LATE)


def _coming(to_do: Sequence[Step], blocked: Sequence[date], today: date) -> tuple[Coming, ...]:
    """The next starts and blocked weeks of six weeks; the first start wherever it lies."""
    sunday = monday_of(today) + timedelta(days=6)
    starts = [step for step in to_do if step.state == NEXT and step.start > sunday]
    starts.sort(key=lambda step: (step.start, step.number))
    near = [step for step in starts if step.start <= sunday + AHEAD] or starts[:1]
    found = [*(_start(step) for step in near[:MOST_COMING]), *_blocked(blocked, today, sunday)]
    return tuple(sorted(found, key=lambda entry: entry.day))


def _start(step: Step) -> Coming:
    needs = f" To arrange by then: {words.listed([within(name) for name in step.arrange])}." if step.arrange else ""
    return Coming(words.day(step.start), f"“{step.name}” starts.{needs}", step.start)


def _blocked(blocked: Sequence[date], today: date, sunday: date) -> Iterator[Coming]:
    for first, last in runs({monday_of(day) for day in blocked}):
        if today <= last and first <= sunday + AHEAD:
            text = "you blocked this week." if (last - first).days < 7 else "you blocked these weeks."
            yield Coming(words.days(first, last), text, first)
