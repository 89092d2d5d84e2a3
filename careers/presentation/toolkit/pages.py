"""The page of a kind, and the texts that it offers to take away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.presentation import words
from careers.presentation.downloads.blocks import Heading, Text, deeper
from careers.presentation.toolkit import guides, interview, job, letters, resumes
from careers.presentation.toolkit.filters import Filter, narrowed
from careers.presentation.toolkit.names import Names
from careers.presentation.toolkit.tool import MADE_UP, Document, Query, Row, Tool, left

ALL = "all"
"""Names the text of all entries together, where an address has the id of one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind with its words; `keys` says which entry of a row each of its filters is about."""

    tool: Tool
    title: str
    noun: str
    lede: str
    keys: Mapping[str, str]


KINDS = {
    "resumes": Kind(
        resumes.TOOL,
        "Resumes",
        "resume example",
        "Whole resumes, with the reason for each part and the skill and level that each line would support.",
        {"level": "target_level"},
    ),
    "cover-letters": Kind(
        letters.TOOL,
        "Cover letters",
        "cover letter",
        "Letters with fields to fill in, shown with sample values. The notes say what each paragraph is for.",
        {"level": "target_level"},
    ),
    "job-description": Kind(
        job.TOOL,
        "Job description",
        "version",
        "For recruiters, and for a hospital that has never had a CMIO: a text to edit, with notes.",
        {"variant": "id"},
    ),
    "interview": Kind(
        interview.TOOL,
        "Interview questions",
        "interview question",
        "Answer aloud first. Then open what the panel listens for and score what you said, not how you said it.",
        {"subject": "category", "level": "levels"},
    ),
    "guides": Kind(
        guides.TOOL,
        "Short guides",
        "short guide",
        "One page each, with a checklist to go through before you act.",
        {"level": "levels"},
    ),
}


def page(kind: str, document: Document, names: Names, query: Query) -> dict[str, Any]:
    """What the page of a kind shows: its choices and the entries that they leave."""
    found = KINDS[kind]
    filters, rows = _chosen(found, document, names, query)
    everything = found.tool.entries(document)
    return {
        "kind": kind,
        "title": found.title,
        "lede": found.lede,
        "count": _count(found, len(rows)),
        "total": len(everything),
        "total_said": words.counted(len(everything), found.noun),
        "filters": filters,
        "is_unknown": any(one.is_unknown for one in filters),
        "is_narrowed": any(one.chosen for one in filters),
        "query": narrowed(filters),
        "bundle": ALL if found.tool.bundle and rows else "",
        "made_up": MADE_UP,
        "entries": [found.tool.shown(document, row, names) for row in rows],
        **found.tool.around(document, names, rows),
    }


def _count(kind: Kind, count: int) -> str:
    """Seven short guides: the heading of the entries shown."""
    noun = kind.noun if count == 1 else f"{kind.noun}s"
    return f"{words.counting(count)} {noun}"


def _chosen(kind: Kind, document: Document, names: Names, query: Query) -> tuple[list[Filter], list[Row]]:
    filters = kind.tool.filters(document, names, query)
    return filters, left(kind.tool.entries(document), filters, kind.keys)


def text(kind: str, document: Document, names: Names, entry: str, query: Query) -> Text | None:
    """The text of one entry, or of all that the choices leave; nothing where there is no such entry."""
    tool = KINDS[kind].tool
    if entry == ALL and tool.bundle:
        filters, rows = _chosen(KINDS[kind], document, names, query)
        return _bundle(kind, document, names, filters, rows) if rows else None
    row = next((row for row in tool.entries(document) if row["id"] == entry), None)
    return tool.text(document, row, names) if row else None


def _bundle(kind: str, document: Document, names: Names, filters: Sequence[Filter], rows: Sequence[Row]) -> Text:
    tool = KINDS[kind].tool
    said = ", ".join(one.said for one in filters if one.chosen)
    texts = [tool.text(document, row, names) for row in rows]
    blocks = [block for one in texts for block in (Heading(2, one.title), *deeper(one.blocks))]
    notes = dict.fromkeys(note for one in texts for note in one.notes)
    return Text(f"{tool.bundle}: {said}" if said else tool.bundle, tuple(blocks), tuple(notes))
