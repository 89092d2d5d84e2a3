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


@dataclass(frozen=True, slots=True)
class Use:
    """A section that rests on a source."""

    slug: str
    title: str


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
    of_figure = {row["key"]: row["source"] for row in document["figures"]}
    found: dict[str, list[Use]] = {}
    for section in document["sections"]:
        use = Use(section["slug"], section["title"])
        named = [*_named(section), *(of_figure[key] for key in section["figures"])]
        for key in dict.fromkeys(named):
            found.setdefault(key, []).append(use)
    return found


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
