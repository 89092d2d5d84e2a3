"""Several parts side by side in one mapping."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db import models

from careers.documents.parts.own_columns import Columns
from careers.documents.parts.part import Part, Rows
from careers.documents.parts.reading import Reading, at


@dataclass(frozen=True)
class Mapped:
    """Several parts side by side in one mapping; keys that none of them knows are problems."""

    parts: tuple[Part, ...]

    def keys(self) -> Iterable[str]:
        return chain.from_iterable(part.keys() for part in self.parts)

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return (pair for part in self.parts for pair in part.tables())

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        known = set(self.keys())
        for key in data:
            if key not in known:
                reading.refuse(at(path, str(key)), "is not an entry that this place can have")
        for part in self.parts:
            part.decode(data, path, parent, reading)

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        written: dict[str, Any] = {}
        for part in self.parts:
            written |= part.encode(parent, rows)
        return written


def mapped(*parts: Part | str) -> Mapped:
    """Parts side by side; a text stands for columns."""
    return Mapped(tuple(Columns(part) if isinstance(part, str) else part for part in parts))
