"""Where on the desk a place of a document is edited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.urls import reverse

from careers.checks.laws import SHAPES
from careers.checks.references import Document
from careers.documents.columns import Column
from careers.documents.parts import Columns, Grid, Listed, Mapped, Nested, Part, Texts
from careers.models import Career
from careers.models.desk.roots import Root, key_of

STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a form on the desk: the row by model and key, the field's name in the form, and its address."""

    title: str
    model: str
    key: str
    field: str
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """A row below another: which one, counted from 0, of those with these values; None where the list is meant."""

    model: type[Model]
    link: str
    count: int | None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trail:
    """The rows that a path leads through, below the root, and the column that it ends in; empty for a whole row."""

    rows: tuple[Step, ...] = ()
    column: str = ""


def place(root: Root, document: Document, path: str) -> Place:
    """The field in which that path of the document is edited."""
    return Places(root, document).of(path)


class Places:
    """Where the paths of one document are edited; rows are read once."""

    def __init__(self, root: Root, document: Document) -> None:
        self._root, self._document = root, document
        self._rows: dict[tuple[type[Model], int], list[Any]] = {}

    def of(self, path: str) -> Place:
        """The field in which that path is edited: as near as there are rows for it."""
        steps = [int(number) if number else name for number, name in STEP.findall(path)]
        trail = _trail(SHAPES[type(self._root)], self._document, steps)
        column = trail.column or (path if not trail.rows and path and hasattr(self._root, path) else "")
        if not trail.rows:
            return _at(self._root, key_of(self._root), column, column and f"id_{column}", [_label(self._root, column)])
        top = trail.rows[0]
        row = self._row(top, self._root)
        if row is None:
            return _of_list(top.model)
        if len(trail.rows) == 1:
            return _at(row, key_of(row), column, column and f"id_{column}", [_label(row, column)])
        return self._inside(row, trail.rows[1], column)

    def _inside(self, row: Model, step: Step, column: str) -> Place:
        # A row that is edited on the page of the row above it.
        prefix = step.model._meta.get_field(step.link).remote_field.get_accessor_name()  # type: ignore[union-attr]
        inner = self._row(step, row)
        if inner is None:
            return _at(row, key_of(row), "", f"{prefix}-group", [str(step.model._meta.verbose_name_plural)])
        number = self._below(step, row).index(inner)
        name = f"{prefix}-{number}-{column}" if column else f"{prefix}-{number}"
        labels = [f"{step.model._meta.verbose_name} {number + 1}", _label(inner, column)]
        return _at(row, key_of(row), name, f"id_{name}" if column else name, labels)

    def _row(self, step: Step, above: Model) -> Any:
        found = [
            row
            for row in self._below(step, above)
            if all(str(getattr(row, name)) == value for name, value in step.values.items())
        ]
        return found[step.count] if step.count is not None and step.count < len(found) else None

    def _below(self, step: Step, above: Model) -> list[Any]:
        if (step.model, above.pk) not in self._rows:
            rows = step.model._default_manager.filter(**{step.link: above}).order_by("position", "pk")
            self._rows[step.model, above.pk] = list(rows)
        return self._rows[step.model, above.pk]


def _trail(shape: Mapped, data: Any, steps: list[str | int]) -> Trail:
    name, rest = (str(steps[0]), steps[1:]) if steps else ("", [])
    part = next((part for part in shape.parts if name in part.keys()), None)  # noqa: SIM118 - a method of its own
    match part:
        case Columns():
            return Trail(column=next(column.name for column in part.columns if column.key == name))
        case Nested():
            return _trail(part.inner, data.get(name) if isinstance(data, Mapping) else None, rest)
        case Listed():
            return _in_list(part, data, rest)
        case None:
            return Trail()
    return _in_texts(part, name, rest)


def _in_list(part: Listed, data: Any, steps: list[str | int]) -> Trail:
    count = steps[0] if steps and isinstance(steps[0], int) else None
    step = Step(part.model, part.link, count)
    entries = data.get(part.key) if isinstance(data, Mapping) else None
    if count is None or not isinstance(entries, list) or count >= len(entries):
        return Trail((step,))
    entry = entries[count]
    below = _trail(part.inner_of(entry if isinstance(entry, Mapping) else {}), entry, steps[1:])
    return Trail((step, *below.rows), below.column)


def _in_texts(part: Part, name: str, steps: list[str | int]) -> Trail:
    if isinstance(part, Texts):
        count = steps[0] if steps and isinstance(steps[0], int) else None if part.many else 0
        return Trail((Step(part.model, part.link, count, {part.column: name}),), "text")
    if isinstance(part, Grid):
        column = next(column.name for column in map(Column.parse, part.columns.split()) if column.key == name)
        level = {part.level: str(steps[0])} if steps else {}
        return Trail((Step(part.model, part.link, 0 if steps else None, level),), column)
    return Trail()


def _at(row: Model, key: str, field: str, anchor: str, labels: list[str]) -> Place:
    name = row._meta.model_name or ""
    kind = "guide" if isinstance(row, Career) else str(row._meta.verbose_name)
    called = f"{kind} “{str(row)[:LONGEST_NAME]}”" if key else {"catalogue": "instrument"}.get(kind, kind)
    title = ", ".join(label for label in (called, *labels) if label)
    address = reverse(f"admin:{row._meta.app_label}_{name}_change", args=[row.pk])
    return Place(title[:1].upper() + title[1:], name, key, field, f"{address}#{anchor}" if anchor else address)


def _of_list(model: type[Model]) -> Place:
    title = str(model._meta.verbose_name_plural)
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return Place(title[:1].upper() + title[1:], model._meta.model_name or "", "", "", address)


def _label(row: Model, column: str) -> str:
    return str(getattr(row._meta.get_field(column), "verbose_name", column)) if column else ""
