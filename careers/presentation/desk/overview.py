"""The first page of the desk as a whole."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from careers.presentation.desk.aging import Aged, Aging, aged, aging
from careers.presentation.desk.calendar import Entry, calendar
from careers.presentation.desk.headline import headline, sentence
from careers.presentation.desk.references import Check, Reference, Unopened, references, unopened
from careers.presentation.desk.subject import Subject
from careers.presentation.desk.table import Row, rows

MOST = 10
"""Rows of a list on the first page; the rest has a page of its own."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the first page prints below its tools."""

    headline: str
    sentence: str
    guides: tuple[Row, ...]
    instrument: tuple[Row, ...]
    calendar: tuple[Entry, ...]
    references: tuple[Reference, ...]
    unopened: tuple[Unopened, ...]
    aging: Aging | None

    @property
    def first_references(self) -> tuple[Reference, ...]:
        """Those that the page shows."""
        return self.references[:MOST]


@dataclass(frozen=True, slots=True)
class Work:
    """What in the content asks for work, all of it."""

    references: tuple[Reference, ...]
    unopened: tuple[Unopened, ...]
    aged: tuple[Aged, ...]


def work(subjects: Sequence[Subject], checks: Collection[Check], today: date) -> Work:
    """References to put right or to open, and figures that have grown old."""
    opened = {check.url for check in checks}
    return Work(references(subjects, checks), unopened(subjects, opened), aged(subjects, today.year))


def overview(subjects: Sequence[Subject], found: Work, today: date) -> Overview:
    """The page of that day."""
    table = rows(subjects, found.references, found.unopened, found.aged, today)
    return Overview(
        headline=headline(table),
        sentence=sentence(table),
        guides=tuple(row for row in table if row.subject.is_guide),
        instrument=tuple(row for row in table if not row.subject.is_guide),
        calendar=calendar(subjects, today),
        references=found.references,
        unopened=found.unopened,
        aging=aging(found.aged, most=MOST),
    )
