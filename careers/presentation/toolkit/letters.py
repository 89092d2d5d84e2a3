"""Cover letters, with sample values in the place of their merge fields."""

from collections.abc import Sequence
from typing import Any

from careers.presentation.downloads.blocks import Block, Heading, Text, items, labelled, line, plain, section
from careers.presentation.toolkit.filters import Filter
from careers.presentation.toolkit.merging import merged, paragraphs, samples, used
from careers.presentation.toolkit.names import Names
from careers.presentation.toolkit.tool import TO_REPLACE, Document, Query, Row, Tool, by_level, sample_text


def _filters(document: Document, names: Names, query: Query) -> list[Filter]:
    return [by_level((row["target_level"] for row in document["letters"]), names, query)]


def _entries(document: Document) -> Sequence[Row]:
    rows: list[Row] = document["letters"]
    return rows


def _shown(document: Document, row: Row, names: Names) -> dict[str, Any]:
    return {
        **row,
        "level": names.level(row["target_level"]),
        "letter": _letter(document, row),
        "notes": _notes(document, row),
        "fields": _fields(document, row),
    }


def _letter(document: Document, row: Row) -> Sequence[Block]:
    return paragraphs(row["template"], samples(document["fields"], row["sample_values"]))


def _notes(document: Document, row: Row) -> list[dict[str, Any]]:
    values = samples(document["fields"], row["sample_values"])
    return [note | {"opening": _opening(note["starts_with"], values)} for note in row["paragraphs"]]


def _opening(text: str, values: dict[str, str]) -> str:
    """The first words of a paragraph; one that opens with a long value is cut."""
    words = plain(merged(text, values)).split()
    return " ".join(words[:8])


def _fields(document: Document, row: Row) -> list[dict[str, Any]]:
    """The fields that the letter asks for, in the order of the letter."""
    by_id = {field["id"]: field for field in document["fields"]}
    return [by_id[name] for name in used(row["template"])]


def _text(document: Document, row: Row, names: Names) -> Text:
    notes = [labelled(f"“{note['opening']} …”", note["does"], " ", note["note"]) for note in _notes(document, row)]
    fields = [labelled(field["label"], field["help"]) for field in _fields(document, row)]
    blocks = [
        *_letter(document, row),
        Heading(2, "Notes to delete before you send it"),
        *section(3, "When to use it", items([line(row["use_when"]), labelled("Tone", row["tone"])])),
        *section(3, "Paragraph by paragraph", items(notes)),
        *section(3, "Fields to fill in", items(fields)),
        *section(3, "Before you send it", items(document["before_you_send"])),
    ]
    return sample_text(f"Cover letter example: {row['title']}", blocks, TO_REPLACE)


def _around(document: Document, names: Names, rows: Sequence[Row]) -> dict[str, Any]:
    return {
        "before_you_send": document["before_you_send"],
        "length": document["meta"]["length_note"],
        "honesty": document["meta"]["honesty_note"],
    }


TOOL = Tool(_filters, _entries, _shown, _text, _around)
