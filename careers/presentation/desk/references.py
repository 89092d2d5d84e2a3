"""References to put right or to open: what the link checker found, and where the content cites it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from careers.presentation import words
from careers.presentation.desk import due
from careers.presentation.desk.citations import Citation, of_catalogue, of_guide
from careers.presentation.desk.subject import Subject

BROKEN, MOVED, SILENT = "broken", "moved", "no reply"
STATES = {BROKEN: "Broken", MOVED: "Moved", SILENT: "No reply"}
"""Outcomes of a check that ask for an edit, the worst first."""

FEW = 3
"""Places that are named rather than counted."""

NOUNS = {"cataloguesource": "source", "item": "scenario", "action": "action"}


class Check(Protocol):
    """What the link checker found at an address."""

    url: str
    outcome: str
    status: int | None
    moved_to: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Fix:
    """The form in which a reference is put right; `where` tells several apart."""

    where: str
    address: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited address that asks for an edit, with all that cites it; `subjects` are names of guides."""

    url: str
    title: str
    outcome: str
    state: str
    since: datetime
    moved_to: str
    places: str
    fixes: tuple[Fix, ...]
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unopened:
    """A reference that nobody has opened, and the form of the row that cites it."""

    subject: Subject
    due: due.Due

    @property
    def address(self) -> str:
        """Where the row is edited."""
        return self.subject.row(self.due.model, self.due.key)


def references(subjects: Iterable[Subject], checks: Iterable[Check]) -> tuple[Reference, ...]:
    """Cited addresses at which the checker found trouble, the worst first and the oldest first among alike."""
    found = {check.url: check for check in checks if check.outcome in STATES}
    cited: dict[str, list[tuple[Subject, Citation]]] = {}
    for subject in subjects:
        for citation in _citations(subject):
            if citation.url in found:
                cited.setdefault(citation.url, []).append((subject, citation))
    order = list(STATES)
    rows = (_reference(found[url], where) for url, where in cited.items())
    return tuple(sorted(rows, key=lambda row: (order.index(row.outcome), row.since, row.url)))


def unopened(subjects: Iterable[Subject], opened: Collection[str]) -> tuple[Unopened, ...]:
    """What nobody has opened; `opened` are the addresses that the link checker has seen."""
    return tuple(Unopened(subject, row) for subject in subjects for row in _due(subject, opened))


def _due(subject: Subject, opened: Collection[str]) -> tuple[due.Due, ...]:
    return due.in_guide(subject.document, opened) if subject.is_guide else due.in_catalogue(subject.document)


def _citations(subject: Subject) -> Iterator[Citation]:
    return of_guide(subject.document) if subject.is_guide else of_catalogue(subject.document)


def _reference(check: Check, cited: Sequence[tuple[Subject, Citation]]) -> Reference:
    by_subject: dict[str, list[tuple[Subject, Citation]]] = {}
    for subject, citation in cited:
        by_subject.setdefault(subject.name, []).append((subject, citation))
    return Reference(
        url=check.url,
        title=cited[0][1].title,
        outcome=check.outcome,
        state=str(check.status) if check.outcome == BROKEN and check.status else STATES[check.outcome],
        since=check.since,
        moved_to=check.moved_to,
        places="; ".join(map(_places, by_subject.values())),
        fixes=tuple(_fix(rows[0], is_alone=len(by_subject) == 1) for rows in by_subject.values()),
        subjects=frozenset(by_subject),
    )


def _places(cited: Sequence[tuple[Subject, Citation]]) -> str:
    subject = cited[0][0]
    if not subject.is_guide:
        counts: Mapping[str, int] = Counter(NOUNS[citation.model] for _, citation in cited)
        told = [words.counted(number, noun) for noun, number in counts.items()]
    else:
        told = list(dict.fromkeys(place for _, citation in cited for place in citation.places))
    if len(told) > FEW:
        told = [f"{len(told)} sections"]
    return f"{subject.short}: {', '.join(told) or 'in no section'}"


def _fix(cited: tuple[Subject, Citation], *, is_alone: bool) -> Fix:
    subject, citation = cited
    return Fix("" if is_alone else subject.short, subject.row(citation.model, citation.key))
