"""The sources of a comparison under numbers of its own, in the order in which they are cited."""

from collections.abc import Iterable
from dataclasses import replace

from careers.presentation.compare.answers import Answer
from careers.presentation.compare.guides import Guide
from careers.presentation.compare.rows import Cell, Group, Row
from careers.presentation.sources import Source


class Numbering:
    """Gives each source a number the first time it is cited; guides that cite the same one share the number."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str | None], Source] = {}
        self._citing: dict[int, dict[str, Guide]] = {}

    def marks(self, cited: Iterable[Source], guide: Guide) -> tuple[Source, ...]:
        """The sources that the guide cites under their numbers on this page, each once."""
        return tuple(dict.fromkeys(self._mark(source, guide) for source in cited))

    def _mark(self, source: Source, guide: Guide) -> Source:
        same = (source.title, source.about, source.url)
        found = self._known.setdefault(same, replace(source, number=len(self._known) + 1, uses=()))
        self._citing.setdefault(found.number, {})[guide.slug] = guide
        return found

    def cited(self) -> tuple[tuple[Source, tuple[Guide, ...]], ...]:
        """All sources so far in the order of their numbers, each with the guides that cite it."""
        return tuple((source, tuple(self._citing[source.number].values())) for source in self._known.values())

    def groups(self, found: Iterable[Group]) -> tuple[Group, ...]:
        """The rows with every source under its number on this page."""
        return tuple(replace(group, rows=tuple(self._row(row) for row in group.rows)) for group in found)

    def _row(self, row: Row) -> Row:
        return replace(row, cells=tuple(replace(cell, answer=self._answer(cell)) for cell in row.cells))

    def _answer(self, cell: Cell) -> Answer:
        marks = self.marks(cell.answer.marks, cell.guide)
        lines = tuple(replace(line, marks=self.marks(line.marks, cell.guide)) for line in cell.answer.lines)
        return replace(cell.answer, marks=marks, lines=lines)
