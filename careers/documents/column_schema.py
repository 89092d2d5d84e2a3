"""One column of a row as JSON Schema."""

import re
from typing import Any, cast

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator, URLValidator
from django.db import models

from careers.documents.columns import AnyField, Column
from careers.models.fields import LinesField

KINDS: tuple[tuple[type[AnyField], dict[str, Any]], ...] = (
    (LinesField, {"type": "array", "items": {"type": "string", "pattern": r"\S"}}),
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.DecimalField, {"type": "number"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.URLField, {"type": "string", "format": "uri"}),
    (models.CharField, {"type": "string"}),
    (models.TextField, {"type": "string"}),
)
LIMITS = ((MinValueValidator, "minimum"), (MaxValueValidator, "maximum"))


def column(entry: Column, model: type[models.Model]) -> dict[str, Any]:
    """What the column takes: its type, its limits, whether it may be empty, and its name in words."""
    field = cast(AnyField, model._meta.get_field(entry.name))
    found = next(dict(schema) for kind, schema in KINDS if isinstance(field, kind)) | _limits(field)
    if field.choices:
        found["enum"] = [key for key, _ in field.flatchoices]
    if entry.empty != "as it is" or not field.blank:
        found |= {"string": {"minLength": 1}, "array": {"minItems": 1}}.get(found["type"], {})
    if entry.empty == "null":
        found = {"anyOf": [found, {"type": "null"}]}
    return {"title": _title(field)} | found


def _title(field: AnyField) -> str:
    name = str(field.verbose_name)
    return f"{name[:1].upper()}{name[1:]}"


def _limits(field: Any) -> dict[str, Any]:
    # What the database can store is left out: it differs between databases, and the schema does not.
    found: dict[str, Any] = {"maxLength": field.max_length} if field.max_length else {}
    if isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField):
        found["minimum"] = 0
    for validator in (*field.default_validators, *field._validators):
        if isinstance(validator, RegexValidator) and not isinstance(validator, URLValidator):
            found["pattern"] = re.compile(validator.regex).pattern.replace(r"\Z", "$")
        found |= {key: validator.limit_value for kind, key in LIMITS if isinstance(validator, kind)}
    return found
