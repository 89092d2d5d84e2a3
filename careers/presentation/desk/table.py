"""The table of guides, and of the instrument, on the first page of the desk."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from careers.presentation import words
from careers.presentation.desk.aging import Aged
from careers.presentation.desk.calendar import late
from careers.presentation.desk.references import BROKEN, MOVED, SILENT, Reference, Unopened
from careers.presentation.desk.subject import Subject
from careers.standing import Standing

TONES = {
    "live": "good",
    "draft ahead of live": "you",
    "scheduled": "you",
    "approved": "good",
    "past review date": "gap",
    "never published": "",
}
"""Colors of states; what is not named is plain."""

TODAY = "today"


@dataclass(frozen=True, slots=True)
class Tag:
    """A state with its color."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is to say of a row; `at` is the minute that ends the sentence, where there is one."""

    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A guide or the instrument: how it stands, and how many things in it ask for work."""

    subject: Subject
    tags: tuple[Tag, ...]
    notes: tuple[Note, ...]
    review: str
    is_late: bool
    broken: int
    others: str
    unopened: int
    aging: int
    changed: str


def rows(
    subjects: Iterable[Subject],
    references: Sequence[Reference],
    unopened: Iterable[Unopened],
    aged: Iterable[Aged],
    today: date,
) -> tuple[Row, ...]:
    """A row for each, in the given order."""
    to_open = Counter(row.subject.name for row in unopened)
    old = Counter(row.subject.name for row in aged)
    return tuple(_row(subject, references, to_open[subject.name], old[subject.name], today) for subject in subjects)


def _row(subject: Subject, references: Iterable[Reference], unopened: int, aging: int, today: date) -> Row:
    standing = subject.standing
    outcomes = Counter(row.outcome for row in references if subject.name in row.subjects)
    others = [f"{outcomes[outcome]} {told}" for outcome, told in ((MOVED, "moved"), (SILENT, "without reply"))]
    return Row(
        subject=subject,
        tags=tuple(Tag(words.plain(state), TONES.get(state, "")) for state in standing.states),
        notes=tuple(_notes(subject, today)),
        review=words.day(standing.review_by.isoformat()) if standing.review_by else "",
        is_late=standing.is_overdue,
        broken=outcomes[BROKEN],
        others=", ".join(told for told in others if not told.startswith("0 ")),
        unopened=unopened,
        aging=aging,
        changed=_changed(standing, today),
    )


def _notes(subject: Subject, today: date) -> Iterable[Note]:
    standing, draft = subject.standing, subject.standing.draft
    if standing.waiting:
        yield Note(f"{subject.publication} {standing.waiting} goes live at", standing.waiting_from)
    if standing.is_ahead and draft:
        by = f" by {draft.changed_by.email}" if draft.changed_by else ""
        told = day(draft.changed_at.date(), today)
        yield Note(f"{draft.name}, changed{by} {told if told == TODAY else f'on {told}'}")
    elif standing.is_ahead and standing.live:
        yield Note(f"The rows are ahead of {subject.publication.lower()} {standing.waiting or standing.live}")
    elif standing.live and not standing.waiting:
        yield Note(f"{subject.publication} {standing.live}, nothing waiting")
    if standing.is_overdue and standing.review_by:
        yield Note(f"Review {late((today - standing.review_by).days)}")


def _changed(standing: Standing, today: date) -> str:
    at = standing.draft.changed_at if standing.is_ahead and standing.draft else standing.live_from
    told = day(at.date(), today) if at else ""
    return told[:1].upper() + told[1:]


def day(value: date, today: date) -> str:
    """Today, or the day with its year."""
    return TODAY if value == today else words.day(value.isoformat())
