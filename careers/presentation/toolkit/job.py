"""The job description: a base text and its variants."""

from collections.abc import Sequence
from typing import Any

from careers.presentation import words
from careers.presentation.downloads.blocks import Block, Heading, Text, labelled, paragraph
from careers.presentation.toolkit.filters import Filter, choice
from careers.presentation.toolkit.job_notes import changes, notes
from careers.presentation.toolkit.names import Names
from careers.presentation.toolkit.posting import NOTHING, Posting
from careers.presentation.toolkit.tool import TO_REPLACE, Document, Query, Row, Tool, sample_text

BASE = {"id": "base", "title": "Base text", "use_when": "The text that both kinds of employer begin with."}


def _filters(document: Document, names: Names, query: Query) -> list[Filter]:
    everything = f"Base text and {words.counted(len(document['variants']), 'variant')}"
    return [choice("variant", "Variant", everything, {row["id"]: row["title"] for row in _entries(document)}, query)]


def _entries(document: Document) -> Sequence[Row]:
    """The base text, then the variants; what all of them share stays in the document."""
    return [BASE, *document["variants"]]


def _variant(row: Row) -> Row:
    return NOTHING if row is BASE else row


def _shown(document: Document, row: Row, names: Names) -> dict[str, Any]:
    posting = Posting(document, _variant(row), names, marked=True)
    return {
        **row,
        "is_base": row is BASE,
        "sections": posting.sections(),
        "changes": [] if row is BASE else changes(posting),
    }


def _text(document: Document, row: Row, names: Names) -> Text:
    posting = Posting(document, _variant(row), names)
    blocks: list[Block] = []
    for _, title, inner in posting.sections():
        blocks += [Heading(2, title), *inner]
    if row is not BASE:
        blocks += [Heading(2, "What this variant changes in the base text"), *changes(posting)]
    blocks += [Heading(2, "Notes to delete before you post it"), paragraph(*labelled("Use it for", row["use_when"]))]
    return sample_text(f"Job description example: {row['title']}", [*blocks, *notes(posting)], TO_REPLACE)


def _around(document: Document, names: Names, rows: Sequence[Row]) -> dict[str, Any]:
    return {"notes": notes(Posting(document, NOTHING, names)), "order": document["meta"]["apply_order"]}


TOOL = Tool(_filters, _entries, _shown, _text, _around)
