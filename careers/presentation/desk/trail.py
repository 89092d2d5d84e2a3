"""The audit trail in words, on pages and in files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from careers.models import Deed
from careers.presentation import words
from careers.presentation.tables import Table

NOBODY = "a command"
"""Who did what no person did."""

HEADER = ("at", "who", "what", "guide", "place", "words", "times", "first_at")


@dataclass(frozen=True, slots=True)
class Line:
    """One deed as a page tells it; `folded` is empty where it was done once."""

    at: datetime
    who: str
    what: str
    subject: str
    place: str
    words: str
    folded: str


def lines(deeds: Iterable[Deed]) -> list[Line]:
    """Each deed as a page tells it."""
    return [
        Line(deed.at, deed.who or NOBODY, deed.what, deed.subject, deed.place, deed.words, folded(deed))
        for deed in deeds
    ]


def folded(deed: Deed) -> str:
    """How often something was saved, where several saves are told as one: "saved 14 times between 10:02 and 10:42"."""
    if deed.times < 2:
        return ""
    first, last = deed.first_at, deed.at
    if first.date() == last.date():
        return f"Saved {deed.times:,} times between {first:%H:%M} and {last:%H:%M} UTC"
    return f"Saved {deed.times:,} times between {words.moment(first)}, and {words.moment(last)}"


def table(deeds: Iterable[Deed]) -> Table:
    """The trail as a table to download."""
    return Table("trail", HEADER, tuple(tuple(row.values()) for row in rows(deeds)))


def rows(deeds: Iterable[Deed]) -> list[dict[str, Any]]:
    """Each deed as plain data."""
    return [dict(zip(HEADER, _cells(deed), strict=True)) for deed in deeds]


def _cells(deed: Deed) -> tuple[str | int, ...]:
    at, first = deed.at.isoformat(timespec="seconds"), deed.first_at.isoformat(timespec="seconds")
    who, what = deed.who or NOBODY, deed.what
    return at, who, what, deed.subject, deed.place, deed.words, deed.times, first
