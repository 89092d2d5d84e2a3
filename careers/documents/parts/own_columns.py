"""Columns of the row itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from careers.documents.columns import MISSING, Column
from careers.documents.parts.part import Rows
from careers.documents.parts.reading import Reading, at


class Columns:
    """Columns of the row itself."""

    def __init__(self, text: str) -> None:
        self.columns = tuple(Column.parse(word) for word in text.split())

    def keys(self) -> Iterable[str]:
        return (column.key for column in self.columns)

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return ()

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        for column in self.columns:
            try:
                setattr(parent, column.name, column.decode(data.get(column.key, MISSING), type(parent)))
            except ValueError as error:
                reading.refuse(at(path, column.key), str(error))

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        written = {column.key: column.encode(parent) for column in self.columns}
        return {key: value for key, value in written.items() if value is not MISSING}
