"""The few shapes that rows of a section take on paper."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from careers.presentation.figures import References
from careers.presentation.paper.text import Node, bullets, marks, plain, run, strong

Section = Mapping[str, Any]


def heading(text: str) -> Node:
    """A heading inside the section."""
    return {"is": "heading", "text": text}


def listed(title: str, texts: Sequence[str]) -> list[Node]:
    """Texts under a heading; nothing where there are none."""
    return [heading(title), bullets(texts)] if texts else []


def term(title: str, *texts: str, tag: str = "", marked: Iterable[Node] = ()) -> Node:
    """A title with its texts, the numbers of its sources, and a word about it."""
    tagged = [run(" "), {"is": "tag", "text": tag}] if tag else []
    return {"about": [strong(title), *marked, *tagged], "blocks": [plain(text) for text in texts if text]}


def terms(rows: Iterable[Node]) -> Node:
    """Titles with texts, one below the other."""
    return {"is": "terms", "rows": list(rows)}


def table(header: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[list[Node]]]) -> Node:
    """A table whose cells are blocks; widths are shares of the line."""
    return {"is": "table", "header": list(header), "widths": list(widths), "rows": [list(row) for row in rows]}


def own(row: Section, references: References) -> list[Node]:
    """The number of the row's own source."""
    return marks([references.mark(row["source"])]) if row.get("source") else []
