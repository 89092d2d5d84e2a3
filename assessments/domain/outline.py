"""What a published guide names that its readers can hold their own facts against."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outline:
    """Keys of the levels, the lowest first, titles of the steps by number, and keys of the skills by section."""

    levels: tuple[str, ...]
    steps: Mapping[int, str]
    skills: Mapping[str, frozenset[str]]


def read(guide: Mapping[str, Any]) -> Outline:
    """The outline of a guide's document."""
    sections = guide["sections"]
    return Outline(
        levels=tuple(row["id"] for row in _all(sections, "levels")),
        steps={row["number"]: row["title"] for row in _all(sections, "steps")},
        skills={section["slug"]: keys for section in sections if (keys := _skills(section))},
    )


def _all(sections: list[Mapping[str, Any]], name: str) -> list[Mapping[str, Any]]:
    return [row for section in sections for row in section.get(name, ())]


def _skills(section: Mapping[str, Any]) -> frozenset[str]:
    rows = [row for row in section.get("items", ()) if row.get("skill")]
    return frozenset(key for row in rows for key in (row["skill"], *row.get("also", ())))
