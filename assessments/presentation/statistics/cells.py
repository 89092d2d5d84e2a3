"""Figures as they stand in a table on the page and in a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from assessments.domain.statistics import FEWEST, Hidden
from careers.presentation import tables

Cell = str | int | float | Hidden | None
FEW = f"fewer than {FEWEST}"
WORDS = {Hidden.FEW: FEW, Hidden.ROW: f"{FEW} in a cell"}
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell of the page: its words, whether they are a number, and over how many columns it reaches."""

    text: str
    is_number: bool
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header and rows of as many cells; the first cell of a row names it."""

    name: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def heads(self) -> list[Shown]:
        """The header of the page, each name with whether a number stands anywhere below it."""
        below = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.header)
        return [
            Shown(name, any(isinstance(cell, int | float) for cell in cells))
            for name, cells in zip(self.header, below, strict=True)
        ]

    @property
    def shown(self) -> list[list[Shown]]:
        """The rows of the page; what is hidden for the same reason side by side is one cell."""
        return [list(_shown(row)) for row in self.rows]

    @property
    def file(self) -> tables.Table:
        """The rows of the download: the same figures, hidden alike."""
        return tables.Table(self.name, self.header, tuple(tuple(_plain(row)) for row in self.rows))


def _shown(row: Iterable[Cell]) -> Iterator[Shown]:
    for reason, group in groupby(row, _reason):
        cells = list(group)
        if reason:
            yield Shown(WORDS[reason], False, len(cells))
        else:
            yield from map(_figure, cells)


def _reason(cell: Cell) -> Hidden | None:
    return cell if isinstance(cell, Hidden) else None


def _figure(cell: Cell) -> Shown:
    if cell is None:
        return Shown(NOTHING, True)
    return Shown(f"{cell:.2f}" if isinstance(cell, float) else str(cell), not isinstance(cell, str))


def _plain(row: Iterable[Cell]) -> Iterable[tables.Cell]:
    for cell in row:
        if isinstance(cell, Hidden):
            yield WORDS[cell]
        else:
            yield round(cell, 2) if isinstance(cell, float) else cell
