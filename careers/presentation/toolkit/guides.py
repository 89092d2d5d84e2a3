"""Short guides with their checklists."""

from collections.abc import Sequence
from typing import Any

from careers.presentation.downloads import prose
from careers.presentation.downloads.blocks import Run, Text, items, paragraph, section
from careers.presentation.toolkit.filters import Filter
from careers.presentation.toolkit.names import Names
from careers.presentation.toolkit.tool import Document, Query, Row, Tool, by_level, sample_text


def _filters(document: Document, names: Names, query: Query) -> list[Filter]:
    return [by_level((level for row in document["guides"] for level in row["levels"]), names, query)]


def _entries(document: Document) -> Sequence[Row]:
    rows: list[Row] = document["guides"]
    return rows


def _shown(document: Document, row: Row, names: Names) -> dict[str, Any]:
    return {
        **row,
        "panels": names.of_levels(row["levels"]),
        "skill_names": names.of_skills(row["skills"]),
    }


def _text(document: Document, row: Row, names: Names) -> Text:
    blocks = [
        paragraph(Run(row["summary"], strong=True)),
        *prose.blocks(row["body"]),
        *section(2, "Checklist", items(row["checklist"])),
    ]
    return sample_text(row["title"], blocks, document["meta"]["limits_note"])


def _around(document: Document, names: Names, rows: Sequence[Row]) -> dict[str, Any]:
    return {"limits": document["meta"]["limits_note"]}


TOOL = Tool(_filters, _entries, _shown, _text, _around, bundle="Short guides for your application")
