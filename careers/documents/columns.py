"""Columns of a row as entries of a document: one strict conversion each way."""

import json
import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, cast

from django.core.exceptions import ValidationError
from django.db import models

from careers.problems import shortened

MISSING = object()
UNSTORABLE = "holds a character or a number that cannot be stored, such as NUL or NaN"

AnyField: TypeAlias = "models.Field[Any, Any]"

KINDS: tuple[tuple[type[AnyField], tuple[type, ...], str], ...] = (
    (models.BooleanField, (bool,), "yes or no (true or false)"),
    (models.IntegerField, (int,), "a whole number"),
    (models.DecimalField, (int, float), "a number"),
    (models.DateField, (str,), "a date such as 2026-11-23"),
    (models.CharField, (str,), "text"),
    (models.TextField, (str,), "text"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """An entry of a document and the column that holds it; `empty` says how an empty column is written."""

    key: str
    name: str
    empty: str

    @classmethod
    def parse(cls, text: str) -> "Column":
        """The column in `key`, `key:name`; with `?` an empty one is left out, with `~` it is written as null."""
        empty = {"?": "left out", "~": "null"}.get(text[-1], "as it is")
        key, _, name = text.rstrip("?~").partition(":")
        return cls(key, name or key, empty)

    def encode(self, row: models.Model) -> Any:
        """The column's value as plain data; MISSING where the entry is to be left out."""
        value = getattr(row, self.name)
        if value in (None, "", []) and self.empty != "as it is":
            return MISSING if self.empty == "left out" else None
        return plain(value)

    def decode(self, value: Any, model: type[models.Model]) -> Any:
        """The value as the column stores it; ValueError says what it should be."""
        field = cast(AnyField, model._meta.get_field(self.name))
        if value is MISSING or value is None:
            return self._empty(value, field)
        if value in ("", []) and self.empty != "as it is":
            raise ValueError(f"is empty; it wants to be {self.empty}")
        _check_type(value, field)
        try:
            return field.clean(Decimal(str(value)) if isinstance(field, models.DecimalField) else value, None)
        except ValidationError as error:
            raise ValueError(f"{shortened(value)} {' '.join(error.messages)}") from error

    def _empty(self, value: Any, field: AnyField) -> Any:
        if value is MISSING and self.empty != "left out":
            raise ValueError("is missing")
        if value is None and self.empty != "null":
            raise ValueError("is null; it wants a value")
        return field.get_default() if not field.null else None


def plain(value: Any) -> Any:
    """A stored value as plain data: whole numbers as int, dates as ISO text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value


def _check_type(value: Any, field: AnyField) -> None:
    for kind, types, wants in KINDS:
        if isinstance(field, kind):
            is_bool = isinstance(value, bool) and bool not in types
            if is_bool or not isinstance(value, types) or (isinstance(value, float) and not math.isfinite(value)):
                raise ValueError(f"{shortened(value)} is not {wants}")
            break
    if not is_storable(value):
        raise ValueError(UNSTORABLE)


def is_storable(value: Any) -> bool:
    """Whether every database takes it: PostgreSQL refuses NUL, NaN and halves of characters, also inside JSON."""
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        text.encode()
        return "\\u0000" not in text.replace("\\\\", "")
    except ValueError:
        return False
