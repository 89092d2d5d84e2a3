"""A plan as a calendar (RFC 5545): its steps as whole days, milestones, and the weekly hour where one was chosen.

Whoever has the address of a calendar can read it, so that it holds no level, score, reason, note or log.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from icalendar import Calendar, Event, vText

from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED, SKIPPED
from assessments.domain.instrument import Gate
from assessments.presentation import gains, words
from assessments.presentation.gains import Milestone
from assessments.presentation.leaving import zones
from assessments.presentation.leaving.weekly import Hour, Session, sessions
from assessments.presentation.steps import OPENING, Step

MAKER = "-//CMIO Coach//Plan//EN"
EVERY = timedelta(hours=6)
DAY = timedelta(days=1)
MARKS = {DONE: "Done: ", BLOCKED: "Blocked: ", SKIPPED: "Skipped: "}
STATES = {NOT_STARTED: "Not started", DOING: "Under way", BLOCKED: "Blocked", DONE: "Done", SKIPPED: "Skipped"}
"""By the progress alone: a calendar that called a step late would differ from day to day."""

YOURS = "you added it"
STATUSES = {BLOCKED: "TENTATIVE", SKIPPED: "CANCELLED"}
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Edition:
    """A plan as its calendar tells it.

    - id: of the plan; together with an action's key it makes an event's name, which therefore stays
    - number and at: of its current revision; made: when this calendar is handed out
    - address: of the plan; that of a step is looked up by its key
    - with_skipped: whether skipped steps are told as cancelled, for calendars that would keep them, or left out
    """

    id: UUID
    name: str
    number: int
    at: datetime
    made: datetime
    address: str
    addresses: Mapping[str, str]
    steps: Sequence[Step]
    milestones: Sequence[Milestone]
    gates: Sequence[Gate]
    target: date
    blocked_days: frozenset[date] = frozenset()
    hour: Hour | None = None
    with_skipped: bool = False


def written(edition: Edition) -> bytes:
    """The calendar as a file; equal editions give equal bytes."""
    found = Calendar()
    for name, value in _about(edition).items():
        found.add(name, value)
    found.add("REFRESH-INTERVAL", EVERY, parameters={"VALUE": "DURATION"})
    held = sessions(edition.steps, edition.hour, edition.blocked_days) if edition.hour else ()
    if edition.hour and held and edition.hour.zone.key != "UTC":
        found.add_component(zones.component(edition.hour.zone, held[0].start - DAY, held[-1].end + DAY))
    for event in (*_steps(edition), *_milestones(edition), *_sessions(edition, held)):
        found.add_component(event)
    return bytes(found.to_ical())


def _about(edition: Edition) -> dict[str, Any]:
    # As a text: the library takes these two for values that are written already.
    name = vText(_plain(edition.name))
    return {
        "PRODID": MAKER,
        "VERSION": "2.0",
        "CALSCALE": "GREGORIAN",
        "METHOD": "PUBLISH",
        "UID": str(edition.id),
        "LAST-MODIFIED": edition.at,
        "NAME": name,
        "X-WR-CALNAME": name,
        "URL": edition.address,
        "X-PUBLISHED-TTL": "PT6H",
    }


def _steps(edition: Edition) -> Iterator[Event]:
    for step in edition.steps:
        state = step.progress.state
        if state == SKIPPED and not edition.with_skipped:
            continue
        first, last = _days(step)
        event = _event(edition, f"step:{step.id}", MARKS.get(state, "") + step.name, STATUSES.get(state, "CONFIRMED"))
        event.add("DTSTART", first)
        event.add("DTEND", last + DAY)
        event.add("DESCRIPTION", _plain("\n".join(_told(step, edition.gates))))
        event.add("URL", edition.addresses[step.id])
        event.add("TRANSP", "TRANSPARENT")
        yield event


def _milestones(edition: Edition) -> Iterator[Event]:
    """The milestones and the target date, so that the calendar of a plan without a step holds something too."""
    bands = {name: name.partition(",")[0] for _, name in gains.BAND_STARTS}
    marks = [(bands.get(mark.name, mark.name), mark.day, mark.reached) for mark in edition.milestones]
    for name, day, reached in (*marks, ("Target date of your plan", edition.target, False)):
        event = _event(edition, f"milestone:{name}", f"{'Reached: ' if reached else ''}{name}", "CONFIRMED")
        event.add("DTSTART", day)
        event.add("DTEND", day + DAY)
        event.add("URL", edition.address)
        event.add("TRANSP", "TRANSPARENT")
        yield event


def _sessions(edition: Edition, held: Sequence[Session]) -> Iterator[Event]:
    for session in held:
        event = _event(edition, f"week:{session.monday}", "Work on your plan", "CONFIRMED")
        lines = [f"{step.name}: {words.clock(hours)}" for step, hours in session.work]
        event.add("DTSTART", session.start)
        event.add("DTEND", session.end)
        event.add("DESCRIPTION", _plain("\n".join(lines)))
        event.add("URL", edition.address)
        event.add("TRANSP", "OPAQUE")
        yield event


def _event(edition: Edition, name: str, summary: str, status: str) -> Event:
    event = Event()
    event.add("UID", str(uuid5(edition.id, name)))
    event.add("DTSTAMP", edition.made.astimezone(UTC).replace(microsecond=0))
    event.add("LAST-MODIFIED", edition.at.astimezone(UTC).replace(microsecond=0))
    event.add("SEQUENCE", edition.number)
    event.add("SUMMARY", _plain(summary))
    event.add("STATUS", status)
    return event


def _days(step: Step) -> tuple[date, date]:
    """The days of a step as planned; once it is done, those until it was done."""
    ended = step.progress.ended if step.progress.state == DONE else None
    return (step.start, step.end) if ended is None else (min(step.start, ended), ended)


def _told(step: Step, gates: Sequence[Gate]) -> Iterator[str]:
    yield f"{STATES[step.progress.state]}."
    yield from _hours(step)
    why = YOURS if step.id.startswith(extras.OWN) else OPENING.lower()
    yield f"Why: {'; '.join(_brings(step, gates)) or why}."
    if step.arrange:
        yield f"To arrange: {words.listed(step.arrange)}."
    if step.evidence:
        yield f"What you can show afterwards: {step.evidence}"


def _brings(step: Step, gates: Sequence[Gate]) -> list[str]:
    """What the step is for by its rows: the planner's own sentence names levels, which are the owner's alone."""
    developed = [f"develops {words.listed([change.name for change in step.changes])}"] if step.changes else []
    met = [gate for gate in gates if gate.id in step.gates]
    return [*developed, *(f"{'counts toward' if gate.years else 'opens'} {gate.name}" for gate in met)]


def _hours(step: Step) -> Iterator[str]:
    if step.paid:
        yield f"About {words.figures(step.hours, 'hour')} in paid time."
    elif step.own_hours:
        whole = words.figures(step.own_hours, "hour")
        yield f"About {words.clock(step.own_hours_a_week)} a week, {whole} in all."


def _plain(text: str) -> str:
    """The text without what no calendar can hold; a line break stays one."""
    return UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
