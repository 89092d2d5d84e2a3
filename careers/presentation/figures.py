"""Figures and sources of one document: numbered sources, values in words, and who disagrees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.presentation import words

Document = Mapping[str, Any]
WEAK_SOURCES = {"base_guide", "editorial"}
ENOUGH = 30
"""Replies from which on a dated figure is drawn as a solid dot."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered reference to a source of the page."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as pages show it; `solid` only where it is dated, no estimate and from thirty or more."""

    key: str
    label: str
    value: str
    basis: str
    note: str
    mark: Mark
    publisher: str
    solid: bool
    estimate: bool
    unsourced: bool
    rivals: tuple[str, ...]
    low: float
    high: float
    open_ended: bool
    unit: str
    measure: str
    geography: str
    year: int | None
    sample_size: int | None

    @property
    def is_range(self) -> bool:
        """Whether it was printed as a range."""
        return self.low != self.high


class References:
    """The sources and figures of one document by key."""

    def __init__(self, document: Document) -> None:
        self._sources = {row["key"]: (place, row) for place, row in enumerate(document["sources"], start=1)}
        self._figures = {row["key"]: row for row in document["figures"]}

    def mark(self, key: str) -> Mark:
        """The number of a source."""
        place, row = self._sources[key]
        return Mark(place, row["title"])

    def marks(self, keys: Sequence[str]) -> tuple[Mark, ...]:
        """The numbers of some sources, in the order of the source list."""
        return tuple(sorted((self.mark(key) for key in keys), key=lambda mark: mark.number))

    def figure(self, key: str | None) -> FigureView | None:
        """A figure by its key; None for no key."""
        return self._view(self._figures[key]) if key else None

    def figures(self, keys: Sequence[str]) -> list[FigureView]:
        """Some figures in the order given."""
        return [self._view(self._figures[key]) for key in keys]

    def sources(self) -> list[dict[str, Any]]:
        """All sources with their numbers and what they are."""
        return [{**row, "number": place, "about": _about(row)} for place, row in self._sources.values()]

    def _view(self, row: Document) -> FigureView:
        _, source = self._sources[row["source"]]
        low = row.get("value", row.get("low"))
        weak = source["kind"] in WEAK_SOURCES
        return FigureView(
            value=words.figure_value(row),
            basis=words.figure_basis(row),
            note=row["note"] or "",
            mark=self.mark(row["source"]),
            publisher=source["publisher"],
            solid=_is_counted(row) and not weak,
            estimate=bool(row.get("estimate")),
            unsourced=weak,
            rivals=tuple(self._in_short(key) for key in row["conflicts_with"]),
            low=low,
            high=row.get("high", low),
            **{name: row[name] for name in SAME},
        )

    def _in_short(self, key: str) -> str:
        rival = self._figures[key]
        return f"{rival['label']}: {words.figure_value(rival)}"


SAME = ("key", "label", "open_ended", "unit", "measure", "geography", "year", "sample_size")


def _is_counted(row: Document) -> bool:
    enough = row["sample_size"] is not None and row["sample_size"] >= ENOUGH
    return bool(row["year"] and enough and not row.get("estimate"))


def _about(row: Document) -> str:
    head = f"{row['publisher']}, {row['year']}" if row["year"] else f"{row['publisher']}, year not stated"
    return f"{head}. {row['note']}" if row["note"] else f"{head}."
