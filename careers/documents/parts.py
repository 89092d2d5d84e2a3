"""The few shapes that a document is made of; each turns rows into plain data and plain data into rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, Protocol

from django.db import models

from careers.documents.columns import MISSING, Column
from careers.problems import Problem, shortened


class Reading:
    """Rows and problems gathered while a document is read, parents before children."""

    def __init__(self) -> None:
        self.rows: list[models.Model] = []
        self.problems: list[Problem] = []

    def refuse(self, path: str, reason: str) -> None:
        """Note a problem; the reading goes on, so that one run names them all."""
        self.problems.append(Problem(path, reason))

    def mapping(self, value: Any, path: str) -> Mapping[str, Any]:
        """The value as a mapping, or an empty one with a problem noted."""
        if isinstance(value, Mapping):
            return value
        self.refuse(path, "is missing" if value is MISSING else f"{shortened(value)} is not a mapping")
        return {}

    def sequence(self, value: Any, path: str) -> Sequence[Any]:
        """The value as a list, or an empty one with a problem noted."""
        if isinstance(value, list):
            return value
        self.refuse(path, "is missing" if value is MISSING else f"{shortened(value)} is not a list")
        return []


class Rows:
    """Stored rows by model and parent, so that a whole document is written from one query for each model."""

    def __init__(self, rows: Iterable[models.Model], parents: Mapping[type[models.Model], str]) -> None:
        self._children: defaultdict[tuple[type[models.Model], int], list[Any]] = defaultdict(list)
        for row in rows:
            self._children[type(row), getattr(row, parents[type(row)])].append(row)

    def of(self, model: type[models.Model], parent: models.Model) -> list[Any]:
        """The parent's rows of that model, in order."""
        return self._children[model, parent.pk]


class Part(Protocol):
    """A piece of a document under one or more keys of a mapping that belongs to a row."""

    def keys(self) -> Iterable[str]:
        """The keys that the piece reads and writes."""

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        """The models that the piece stores, each with the name of its link to its parent, parents first."""

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        """Read the piece into columns of the parent and new rows below it."""

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        """The piece as plain data."""


def at(path: str, key: str) -> str:
    """The path of a key inside a mapping."""
    return f"{path}.{key}" if path else key


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


@dataclass(frozen=True)
class Texts:
    """Texts of one parent in rows told apart by a name: lists of lines, or single passages."""

    model: type[models.Model]
    link: str
    column: str
    names: tuple[str, ...]
    many: bool
    optional: tuple[str, ...] = field(default=())

    def keys(self) -> Iterable[str]:
        return self.names

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        return ((self.model, self.link),)

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        text = Column.parse("text")
        for name in self.names:
            value, here = data.get(name, MISSING), at(path, name)
            if value is MISSING and name in self.optional:
                continue
            for place, entry in enumerate(reading.sequence(value, here) if self.many else [value]):
                try:
                    given = text.decode(entry, self.model)
                except ValueError as error:
                    reading.refuse(f"{here}[{place}]" if self.many else here, str(error))
                else:
                    row = {self.link: parent, self.column: name, "position": place, "text": given}
                    reading.rows.append(self.model(**row))

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        found: dict[str, list[str]] = {}
        for row in rows.of(self.model, parent):
            found.setdefault(getattr(row, self.column), []).append(row.text)
        written = {name: found.get(name, []) for name in self.names if name in found or name not in self.optional}
        return written if self.many else {name: texts[0] for name, texts in written.items() if texts}


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
