"""What can be found in a published document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.models import SearchEntry
from careers.presentation import words
from careers.presentation.cards import Card, card
from careers.search import texts

Document = Mapping[str, Any]
Kind = SearchEntry.Kind
LISTING = {"technical_skills", "soft_skills", "readiness"}
"""Kinds of sections to which skills and actions lead."""

CALLED = {"salary": "salary pay compensation"}
"""Words for a kind of section that readers look for, whatever its title is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found, with its texts as they are shown."""

    kind: str
    title: str
    text: str
    context: str = ""
    part: str = ""
    anchor: str = ""
    key: str = ""
    also: str = ""
    card: Card | dict[str, Any] | None = None


def of_guide(document: Document) -> Iterator[Entry]:
    """The guide, its sections, and the questions that it answers."""
    title = document["title"]
    text = f"{document['tagline']} {document['summary']}"
    also = document["abbreviation"] or ""
    yield Entry(Kind.GUIDE, title, texts.one_line(text), also=also, card=card(document))
    for section in document["sections"]:
        yield _section(section, title)
    for section in document["sections"]:
        if section["kind"] == "faq":
            for row in section["items"]:
                yield Entry(Kind.QUESTION, row["question"], texts.one_line(row["answer"]), title, "", section["slug"])


def _section(section: Mapping[str, Any], guide: str) -> Entry:
    kind = section["kind"]
    listed = {"skills": sorted(_listed(section))} if kind in LISTING else None
    text = texts.of_section(section)
    return Entry(
        Kind.SECTION, section["title"], text, guide, kind, section["slug"], also=CALLED.get(kind, ""), card=listed
    )


def _listed(section: Mapping[str, Any]) -> set[str]:
    rows = section.get("items", ())
    return {key for row in rows for key in (row.get("skill"), *row.get("also", ())) if key}


def of_catalogue(document: Document) -> Iterator[Entry]:
    """The skills with what can be seen at each of their levels, and the steps that develop them."""
    competencies, actions = document["competencies"], document["actions"]
    domains = {domain["id"]: domain["name"] for domain in competencies["domains"]}
    for skill in competencies["skills"]:
        text = " ".join((skill["definition"], *(anchor for _, anchor in sorted(skill["levels"].items()))))
        domain = f"Skill · {domains.get(skill['domain'], '')}"
        yield Entry(Kind.SKILL, skill["name"], texts.one_line(text), domain, key=skill["id"])
    for action in actions["actions"]:
        text = f"{action['summary']} {action['evidence']}"
        context = f"{words.plain(action['kind'])} · {action['provider']}"
        yield Entry(Kind.ACTION, action["name"], texts.one_line(text), context, key=action["id"])
