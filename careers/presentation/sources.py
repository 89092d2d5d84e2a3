"""The numbered sources of a guide and where each is used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = {
    "base_guide": "The career guide this one started from",
    "editorial": "Our own judgment",
    "survey": "Survey",
    "dataset": "Data set",
    "government": "Government statistics",
    "organization": "Organization",
    "news": "News",
    "paper": "Paper",
}


MOST_NAMED = 2
"""Figures of one section that a source names; where it has more there, it names the section."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the page to go back to."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Use:
    """A section that rests on a source, and the figures or else the section as places to go back to."""

    slug: str
    number: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures and claims come from; its number is its place in the guide's list."""

    key: str
    number: int
    title: str
    publisher: str
    year: str
    url: str | None
    kind: str
    kind_name: str
    note: str | None
    uses: tuple[Use, ...]

    @property
    def about(self) -> str:
        """Publisher, year, kind and note in one line."""
        line = f"{self.publisher}, {self.year}. {self.kind_name}."
        return f"{line} {self.note}" if self.note else line


def anchor(key: str) -> str:
    """The id under which a section lists the figure of that key."""
    return f"figure-{key}"


def read(document: Mapping[str, Any]) -> dict[str, Source]:
    """The guide's sources by key, in the order of their numbers."""
    uses = _uses(document)
    return {
        row["key"]: _source(number, row, tuple(uses.get(row["key"], ())))
        for number, row in enumerate(document["sources"], start=1)
    }


def _source(number: int, row: Mapping[str, Any], uses: tuple[Use, ...]) -> Source:
    year = "year not stated" if row["year"] is None else str(row["year"])
    kind_name = KINDS.get(row["kind"], row["kind"].replace("_", " ").capitalize())
    return Source(
        row["key"], number, row["title"], row["publisher"], year, row["url"], row["kind"], kind_name, row["note"], uses
    )


def _uses(document: Mapping[str, Any]) -> dict[str, list[Use]]:
    figures = {row["key"]: row for row in document["figures"]}
    seen: set[str] = set()
    found: dict[str, list[Use]] = {}
    for number, section in enumerate(document["sections"], start=1):
        listed = [figures[key] for key in section["figures"]]
        new = [row for row in listed if row["key"] not in seen]
        seen |= {row["key"] for row in new}
        for key in dict.fromkeys([*_named(section), *(row["source"] for row in listed)]):
            places = _places(section, [row for row in new if row["source"] == key])
            found.setdefault(key, []).append(Use(section["slug"], number, places))
    return found


def _places(section: Mapping[str, Any], figures: list[Mapping[str, Any]]) -> tuple[Place, ...]:
    if 0 < len(figures) <= MOST_NAMED:
        return tuple(Place(anchor(row["key"]), row["label"]) for row in figures)
    return (Place(section["slug"], section["title"]),)


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, entry in value.items():
            if key == "source" and entry:
                yield entry
            elif key == "sources":
                yield from entry
            else:
                yield from _named(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _named(entry)
