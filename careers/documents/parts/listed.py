"""A list of mappings."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from careers.documents.columns import MISSING
from careers.documents.parts.mapped import Mapped, mapped
from careers.documents.parts.part import Part, Rows
from careers.documents.parts.reading import Reading, at


class Listed:
    """A list of mappings, each a row of its own with further parts below it."""

    def __init__(self, key: str, model: type[models.Model], link: str, *parts: Part | str) -> None:
        self.key, self.model, self.link = key, model, link
        self.inner = mapped(*parts)

    def keys(self) -> Iterable[str]:
        return (self.key,)

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return ((self.model, self.link), *self.inner.tables())

    def inner_of(self, data: Mapping[str, Any]) -> Mapped:
        """The parts of one entry."""
        return self.inner

    def inner_of_row(self, row: Any) -> Mapped:
        """The parts of one stored row."""
        return self.inner

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        for place, value in enumerate(reading.sequence(data.get(self.key, MISSING), at(path, self.key))):
            here = f"{at(path, self.key)}[{place}]"
            entry = reading.mapping(value, here)
            row = self.model(**{self.link: parent, "position": place})
            reading.rows.append(row)
            self.inner_of(entry).decode(entry, here, row, reading)

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        return {self.key: [self.inner_of_row(row).encode(row, rows) for row in rows.of(self.model, parent)]}
