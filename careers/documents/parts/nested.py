"""A mapping inside a mapping."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from careers.documents.columns import MISSING
from careers.documents.parts.mapped import mapped
from careers.documents.parts.part import Part, Rows
from careers.documents.parts.reading import Reading, at


class Nested:
    """A mapping of its own that is stored with the row around it; with `?` or `~` it may be left out or null."""

    def __init__(self, key: str, *parts: Part | str) -> None:
        self.key, self.empty = key.rstrip("?~"), {"?": "left out", "~": "null"}.get(key[-1])
        self.inner = mapped(*parts)

    def keys(self) -> Iterable[str]:
        return (self.key,)

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return self.inner.tables()

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        value = data.get(self.key, MISSING)
        if (value is None and self.empty == "null") or (value is MISSING and self.empty == "left out"):
            return
        if self.empty and isinstance(value, Mapping) and not any(value.values()):
            reading.refuse(at(path, self.key), f"is empty; it wants to be {self.empty}")
        self.inner.decode(reading.mapping(value, at(path, self.key)), at(path, self.key), parent, reading)

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        written = self.inner.encode(parent, rows)
        if self.empty and not any(written.values()):
            return {} if self.empty == "left out" else {self.key: None}
        return {self.key: written}
