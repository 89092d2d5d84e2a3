"""Laws that several kinds share: names lead somewhere, and the merge fields of a text are declared."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from careers.checks.references import Document, Target, dangling, entries
from careers.problems import Problem, shortened

FIELD = re.compile(r"\{\{ (\w+) \}\}")
"""A merge field inside a text."""

BRACES = re.compile(r"\{\{|\}\}")


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue names."""

    skills: Collection[str]
    levels: Collection[str]
    gates: Collection[str]


def catalogue_names(document: Any, path: str, known: Known) -> Iterator[Problem]:
    """Skills, levels and gates that the catalogue does not have."""
    skill: Target = ("a skill of the catalogue", known.skills)
    level: Target = ("a level of the catalogue", known.levels)
    targets = {"skill": skill, "skills": skill, "levels": level, "target_level": level}
    yield from dangling(document, path, targets | {"prerequisite": ("a gate of the catalogue", known.gates)})


def strangers(keys: Collection[str], path: str, target: Target) -> Iterator[Problem]:
    """Keys of a mapping that name nothing."""
    noun, known = target
    for key in keys:
        if key not in known:
            yield Problem(f"{path}.{key}", f"{shortened(key)} is not {noun}")


def undeclared(document: Any, path: str, fields: Collection[str]) -> Iterator[Problem]:
    """Merge fields inside the texts that are not among these, and braces that are none."""
    for here, text in _texts(document, path):
        for name in FIELD.findall(text):
            if name not in fields:
                yield Problem(here, f"{shortened(name)} is not a field of this document")
        if BRACES.search(FIELD.sub("", text)):
            yield Problem(here, "has braces that are no merge field")


def _texts(document: Any, path: str) -> Iterator[tuple[str, str]]:
    for here, _, value in entries(document, path):
        if isinstance(value, str):
            yield here, value
        elif isinstance(value, list):
            yield from ((f"{here}[{place}]", entry) for place, entry in enumerate(value) if isinstance(entry, str))


def ids(rows: Collection[Document]) -> set[str]:
    """The ids of rows."""
    return {row["id"] for row in rows}
