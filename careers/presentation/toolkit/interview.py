"""Interview questions: what the panel listens for, an outline to build from, and a rubric in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from careers.presentation import words
from careers.presentation.downloads.blocks import Block, Text, items, labelled, paragraph, section
from careers.presentation.toolkit.filters import Filter, choice
from careers.presentation.toolkit.names import Names
from careers.presentation.toolkit.tool import Document, Query, Row, Tool, by_level, sample_text

OUTLINE = {"situation": "Situation", "task": "Task", "action": "Action", "result": "Result"}


def _filters(document: Document, names: Names, query: Query) -> list[Filter]:
    subjects = {row["id"]: row["name"] for row in document["categories"]}
    levels = (level for row in document["questions"] for level in row["levels"])
    return [choice("subject", "Subject", "All subjects", subjects, query), by_level(levels, names, query)]


def _entries(document: Document) -> Sequence[Row]:
    """The questions in the order of their subjects."""
    order = [row["id"] for row in document["categories"]]
    return sorted(document["questions"], key=lambda row: order.index(row["category"]))


def subject(document: Document, row: Row) -> Mapping[str, Any]:
    """The question's subject."""
    found: Mapping[str, Any] = next(one for one in document["categories"] if one["id"] == row["category"])
    return found


def _shown(document: Document, row: Row, names: Names) -> dict[str, Any]:
    return {
        **row,
        "title": row["question"],
        "subject": subject(document, row)["name"],
        "looks_for": subject(document, row)["looks_for"],
        "aim": _aim(row, names),
        "skill_names": [names.skill(key) for key in row["skills"]],
        "outline": [(word, row["answer_outline"][key]) for key, word in OUTLINE.items()],
        "marks": _marks(document, row),
    }


def _aim(row: Row, names: Names) -> str:
    minutes = words.counted(row["answer_minutes"], "minute")
    return f"Aim for {minutes}, aloud. {names.of_levels(row['levels'])} panels"


def _marks(document: Document, row: Row) -> list[tuple[str, str]]:
    """The rubric from the lowest level up, each with its name."""
    scale = document["meta"]["rubric_scale"]
    return [(scale[level]["name"], row["rubric"][level]) for level in sorted(scale)]


def _text(document: Document, row: Row, names: Names) -> Text:
    about = f"{subject(document, row)['name']}, {row['style']}. {_aim(row, names)}."
    blocks = [
        paragraph(about),
        paragraph(*labelled("Skills it tests", names.of_skills(row["skills"]))),
        *_answer(document, row),
    ]
    return sample_text(row["question"], blocks)


def _answer(document: Document, row: Row) -> list[Block]:
    outline = [labelled(word, step) for key, word in OUTLINE.items() for step in row["answer_outline"][key]]
    return [
        *section(2, "Why they ask", paragraph(row["why_asked"])),
        *section(2, "Outline to build from", items(outline)),
        *section(2, "What the panel listens for", items(row["listens_for"])),
        *section(2, "Red flags", items(row["red_flags"])),
        *section(2, "Rubric", items([labelled(name, meaning) for name, meaning in _marks(document, row)])),
        *section(2, "Follow-up", paragraph(row["follow_up"])),
    ]


def _around(document: Document, names: Names, rows: Sequence[Row]) -> dict[str, Any]:
    scale = document["meta"]["rubric_scale"]
    return {
        "practice": document["meta"]["how_to_practice"],
        "scoring": document["meta"]["how_to_score"],
        "scale": [(scale[level]["name"], scale[level]["meaning"]) for level in sorted(scale)],
    }


TOOL = Tool(_filters, _entries, _shown, _text, _around, bundle="Interview questions")
