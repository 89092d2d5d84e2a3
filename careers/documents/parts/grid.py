"""Mappings from a level to a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from careers.documents.columns import MISSING, Column
from careers.documents.parts.part import Rows
from careers.documents.parts.reading import Reading, at


@dataclass(frozen=True)
class Grid:
    """Mappings from a level to a value that together make one row a level; a `~` mapping is null where all are."""

    model: type[models.Model]
    link: str
    level: str
    columns: str

    def _columns(self) -> list[Column]:
        return [Column.parse(word) for word in self.columns.split()]

    def keys(self) -> Iterable[str]:
        return (column.key for column in self._columns())

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return ((self.model, self.link),)

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        found: dict[str, models.Model] = {}
        for column in self._columns():
            here, value = at(path, column.key), data.get(column.key, MISSING)
            if value is None and column.empty == "null":
                continue
            for level, entry in reading.mapping(value, here).items():
                row = found.get(level) or self._row(level, parent, len(found), here, reading)
                found[level] = row
                try:
                    setattr(row, column.name, column.decode(entry, self.model))
                except ValueError as error:
                    reading.refuse(at(here, level), str(error))
        for level, row in found.items():
            self._refuse_holes(level, row, path, reading)
        reading.rows.extend(found.values())

    def _refuse_holes(self, level: str, row: models.Model, path: str, reading: Reading) -> None:
        for column in self._columns():
            if getattr(row, column.name) in (None, "") and column.empty != "null":
                reading.refuse(at(at(path, column.key), level), "is missing")

    def _row(self, level: str, parent: models.Model, place: int, path: str, reading: Reading) -> models.Model:
        row = self.model(**{self.link: parent, "position": place})
        target = self.model._meta.get_field(self.level)
        try:
            setattr(row, self.level, Column.parse(self.level).decode(_number(level, target), self.model))
        except ValueError as error:
            reading.refuse(at(path, level), str(error))
        return row

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        children = rows.of(self.model, parent)
        written: dict[str, Any] = {}
        for column in self._columns():
            values = {str(getattr(row, self.level)): column.encode(row) for row in children}
            is_null = column.empty == "null" and not any(value is not None for value in values.values())
            written[column.key] = None if is_null else values
        return written


def _number(level: str, target: Any) -> Any:
    is_number = level.isascii() and level.isdecimal() and len(level) < 4 and str(int(level)) == level
    return int(level) if is_number and isinstance(target, models.IntegerField) else level
