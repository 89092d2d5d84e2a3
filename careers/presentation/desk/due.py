"""References that nobody has opened yet, and how that is known."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ACCESS = {
    "seen": "Opened and read",
    "partly_seen": "Read in part",
    "seen_via_mirror": "Read in a copy",
    "seen_secondary": "Read in somebody else’s report",
}
"""How a source of the catalogue was read, as the catalogue notes it."""

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Due:
    """A reference to open: the row that cites it, by model and key, and why it is due."""

    model: str
    key: str
    title: str
    url: str
    why: str


def in_guide(document: Document, opened: Collection[str]) -> tuple[Due, ...]:
    """Sources of a guide whose address is not among those that a link check or a person has opened."""
    rows = (row for row in document["sources"] if row["url"] and row["url"] not in opened)
    return tuple(Due("source", row["key"], row["title"], row["url"], "never opened") for row in rows)


def in_catalogue(document: Document) -> tuple[Due, ...]:
    """Scenarios and sources of the catalogue whose reference was not read where it stands."""
    return (*of_scenarios(document), *_of_sources(document))


def of_scenarios(document: Document) -> Iterator[Due]:
    """Scenarios that are in no list of the reference check, or were written from knowledge."""
    check = document["actions"]["meta"].get("reference_check", {})
    seen = {*check.get("page_seen", ()), *check.get("fact_confirmed_elsewhere", ())}
    for row in document["actions"]["knowledge_items"]:
        known = row["id"] in check.get("from_knowledge", ())
        if known or row["id"] not in seen:
            reference = row["reference"]
            why = "written from knowledge" if known else "in no list of the check"
            yield Due("item", row["id"], reference["title"], reference["url"] or "", why)


def _of_sources(document: Document) -> Iterator[Due]:
    for row in document["competencies"]["sources"]:
        if row["access"] != "seen":
            why = ACCESS.get(row["access"], row["access"].replace("_", " "))
            yield Due("cataloguesource", row["id"], row["title"], row["url"] or "", why[:1].lower() + why[1:])
