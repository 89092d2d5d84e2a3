"""Resume examples: the resume, why each part works, and what each line would support."""

from collections.abc import Mapping, Sequence
from typing import Any

from careers.checks.toolkit.resumes import line as line_at
from careers.presentation.downloads.blocks import Block, Heading, Text, items, labelled, section
from careers.presentation.toolkit.filters import Filter
from careers.presentation.toolkit.names import Names, listed
from careers.presentation.toolkit.resume_parts import PARTS, contact, part
from careers.presentation.toolkit.tool import Document, Query, Row, Tool, by_level, sample_text

PRIORITIES = {"lead": "Lead with it", "support": "Supports", "optional": "Optional"}


def _filters(document: Document, names: Names, query: Query) -> list[Filter]:
    return [by_level((row["target_level"] for row in document["resumes"]), names, query)]


def _entries(document: Document) -> Sequence[Row]:
    rows: list[Row] = document["resumes"]
    return rows


def _shown(document: Document, row: Row, names: Names) -> dict[str, Any]:
    return {
        **row,
        "level": names.level(row["target_level"]),
        "titles": listed(row["target_titles"]),
        "contact": [contact(row["resume"]["basics"])],
        "parts": [_part(row, name, names) for name in _parts(row)],
        "keywords": _keywords(document, row),
        "extras": _extras(row),
    }


def _parts(row: Row) -> list[str]:
    return [name for name in PARTS if row["resume"].get(name)]


def _part(row: Row, name: str, names: Names) -> dict[str, Any]:
    return {
        "title": PARTS[name],
        "blocks": part(row["resume"], name),
        "why": row["why_it_works"].get(name, ""),
        "proofs": _proofs(row, name, names),
    }


def _proofs(row: Row, name: str, names: Names) -> list[Mapping[str, str]]:
    """The lines of a part that would support a skill, with its level, were they true."""
    return [
        {
            "line": line_at(row["resume"], proof["where"]),
            "skill": names.skill(proof["skill"]),
            "level": names.proficiency(proof["level"]),
        }
        for proof in row["evidence_map"]
        if proof["where"].split(".")[0].split("[")[0] == name
    ]


def _keywords(document: Document, row: Row) -> list[str]:
    terms = {keyword["id"]: keyword["term"] for keyword in document["keywords"]}
    return [terms[key] for key in row["keywords_shown"]]


def _extras(row: Row) -> list[tuple[str, list[str]]]:
    route = [row["route_note"]] if "route_note" in row else []
    lists = (
        ("Your route", route),
        ("If you lead in IT", row.get("adaptation_for_it_leaders", [])),
        ("Edit first", row["edit_first"]),
    )
    return [(title, texts) for title, texts in lists if texts]


def _text(document: Document, row: Row, names: Names) -> Text:
    resume = [block for name in _parts(row) for block in section(2, PARTS[name], *part(row["resume"], name))]
    blocks = [contact(row["resume"]["basics"]), *resume, *_notes(document, row, names)]
    return sample_text(f"Resume example: {row['title']}", blocks)


def _notes(document: Document, row: Row, names: Names) -> list[Block]:
    why = [labelled(PARTS[name], row["why_it_works"][name]) for name in PARTS if name in row["why_it_works"]]
    proofs = [
        labelled(f"{proof['skill']}, {proof['level']}", proof["line"])
        for name in PARTS
        for proof in _proofs(row, name, names)
    ]
    extras = [block for title, texts in _extras(row) for block in section(3, title, items(texts))]
    target = [labelled("Written for", row["persona"]), labelled("Aims at", listed(row["target_titles"]))]
    return [
        Heading(2, "Notes to delete before you send it"),
        items(target),
        *extras,
        *section(3, "Why it works", items(why)),
        *section(3, "What each line would support, if it were true of you", items(proofs)),
        *section(3, "Keywords it shows", items(_keywords(document, row))),
    ]


def _around(document: Document, names: Names, rows: Sequence[Row]) -> dict[str, Any]:
    keywords = [
        row | {"ranks": [(names.level(key), PRIORITIES[row["priority"][key]]) for key in _ranked(row, names)]}
        for row in document["keywords"]
    ]
    return {
        "keywords": keywords,
        "keywords_note": document["keywords_note"],
        "length": document["meta"]["length_note"],
        "placeholders": document["meta"]["placeholder_rule"],
    }


def _ranked(row: Row, names: Names) -> list[str]:
    known = [key for key in names.levels if key in row["priority"]]
    return [*known, *sorted(set(row["priority"]) - set(known))]


TOOL = Tool(_filters, _entries, _shown, _text, _around)
