"""What lies ahead on the desk, and what is late."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from careers.presentation import words
from careers.presentation.desk.counting import whom
from careers.presentation.desk.subject import Subject


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a day: a line of the calendar; `at` is its minute where there is one."""

    day: date
    text: str
    tag: str
    tone: str
    subjects: tuple[Subject, ...]
    at: datetime | None = None

    @property
    def on(self) -> str:
        """The day in words."""
        return words.day(self.day.isoformat())

    @property
    def of_guides(self) -> bool:
        """Whether several guides are meant, so that a list of them helps."""
        return sum(subject.is_guide for subject in self.subjects) > 1


def calendar(subjects: Sequence[Subject], today: date) -> tuple[Entry, ...]:
    """Late reviews first, then everything by its day."""
    entries = [*_reviews(subjects, today), *_asked(subjects), *_waiting(subjects)]
    return tuple(sorted(entries, key=lambda entry: (entry.tone != "gap", entry.day, entry.text)))


def late(days: int) -> str:
    """12 days late."""
    return f"{words.counted(days, 'day')} late"


def _reviews(subjects: Iterable[Subject], today: date) -> Iterator[Entry]:
    by_day: dict[date, list[Subject]] = {}
    for subject in subjects:
        # What readers have never seen cannot be out of date.
        if subject.standing.review_by and subject.standing.live:
            by_day.setdefault(subject.standing.review_by, []).append(subject)
    for day, due in by_day.items():
        is_late = day < today
        who = due[0].title if len(due) == 1 else whom(due)
        text = f"{who}: review {'was ' if is_late else ''}due{' on the same day' if len(due) > 1 else ''}"
        tag, tone = (late((today - day).days), "gap") if is_late else ("Review", "")
        yield Entry(day, text, tag, tone, tuple(due))


def _asked(subjects: Iterable[Subject]) -> Iterator[Entry]:
    for subject in subjects:
        draft = subject.standing.draft
        if subject.standing.is_ahead and draft and draft.is_in_review and draft.review_asked_at:
            yield Entry(draft.review_asked_at.date(), f"{subject.title}: review asked for", "In review", "", (subject,))


def _waiting(subjects: Iterable[Subject]) -> Iterator[Entry]:
    for subject in subjects:
        standing = subject.standing
        if standing.waiting and standing.waiting_from:
            text = f"{subject.title}: {subject.publication.lower()} {standing.waiting} goes live"
            yield Entry(standing.waiting_from.date(), text, "Scheduled", "you", (subject,), standing.waiting_from)
