"""Which rows of a guide or of the instrument cite an address, and where readers meet them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.checks.references import entries

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Citation:
    """A row that cites an address, by the model and key of its form; `places` are titles of sections."""

    model: str
    key: str
    title: str
    url: str
    places: tuple[str, ...] = ()


def of_guide(document: Document) -> Iterator[Citation]:
    """The sources of a guide, each with the sections that rest on it, and the organizations that it names."""
    figures = {row["key"]: row["source"] for row in document["figures"]}
    sections = [(row["title"], _rests_on(row, figures)) for row in document["sections"]]
    for row in document["sources"]:
        places = tuple(title for title, sources in sections if row["key"] in sources)
        yield Citation("source", row["key"], row["title"], row["url"] or "", places)
    for section in document["sections"]:
        for row in section.get("resources", ()):
            yield Citation("section", section["slug"], row["name"], row["url"] or "", (section["title"],))


def of_catalogue(document: Document) -> Iterator[Citation]:
    """The sources of the catalogue, and what its actions and scenarios refer to."""
    for row in document["competencies"]["sources"]:
        yield Citation("cataloguesource", row["id"], row["title"], row["url"] or "")
    for row in document["actions"]["actions"]:
        if row["source"]:
            yield Citation("action", row["id"], row["source"]["title"], row["source"]["url"] or "")
    for row in document["actions"]["knowledge_items"]:
        yield Citation("item", row["id"], row["reference"]["title"], row["reference"]["url"] or "")


def _rests_on(section: Document, figures: Mapping[str, str]) -> set[str]:
    """The keys of the section's sources: its own, those of its rows and those of its figures."""
    own = {value for _, key, value in entries(section) if key == "source" and isinstance(value, str)}
    return own | set(section["sources"]) | {figures[key] for key in section["figures"] if key in figures}
