"""Tables as CSV that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable

from careers.presentation.tables import Cell, Table

TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings that make a spreadsheet work a text out."""


def written(table: Table) -> str:
    """The table as RFC 4180 has it: a header, commas, CRLF, quotes where they are needed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.header)
    writer.writerows(_safe(row) for row in table.rows)
    return text.getvalue()


def _safe(row: Iterable[Cell]) -> list[Cell]:
    return [safe(cell) for cell in row]


def safe(cell: Cell) -> Cell:
    """The cell as it is written: numbers as they are, a text that could be a formula behind an apostrophe."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(TRIGGERS) else cell
