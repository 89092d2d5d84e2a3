"""The shape of a document as JSON Schema, worked out from the shape that reads it, so that the two cannot part."""

from typing import Any

from django.db import models

from careers import models as m
from careers.documents.column_schema import column
from careers.documents.columns import Column
from careers.documents.guides import Sections
from careers.documents.parts import Columns, Listed, Mapped, Nested, Part, Texts

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

VALUE_OR_RANGE: Schema = {"oneOf": [{"required": ["value"]}, {"required": ["low"]}]}
ACROSS_COLUMNS: dict[type[models.Model], Schema] = {m.Figure: VALUE_OR_RANGE}
"""What the database asks of several columns of a row together."""


def mapping(shape: Mapped, model: type[models.Model]) -> Schema:
    """A mapping that belongs to a row of the model: it has these entries and no others."""
    properties: Schema = {}
    required: list[str] = []
    for part in shape.parts:
        for key, schema, is_required in _entries(part, model):
            properties[key] = schema
            required += [key] if is_required else []
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _entries(part: Part, model: type[models.Model]) -> list[tuple[str, Schema, bool]]:
    match part:
        case Columns():
            return [(entry.key, column(entry, model), entry.empty != "left out") for entry in part.columns]
        case Nested():
            return [(part.key, _nested(part, model), part.empty != "left out")]
        case Texts():
            return [(name, _texts(part), name not in part.optional) for name in part.names]
        case Sections():
            return [(part.key, _list({"oneOf": [_section(part, kind) for kind in part.kinds]}), True)]
        case Listed():
            rows = mapping(part.inner, part.model) | ACROSS_COLUMNS.get(part.model, {})
            return [(part.key, _list(rows), True)]
    raise TypeError(f"{type(part).__name__} has no schema")


def _nested(part: Nested, model: type[models.Model]) -> Schema:
    inner = mapping(part.inner, model)
    if part.empty == "left out":
        return inner | {"minProperties": 1}
    return {"anyOf": [inner, {"type": "null"}]} if part.empty == "null" else inner


def _texts(part: Texts) -> Schema:
    text = column(Column.parse("text"), part.model)
    return _list(text) if part.many else text


def _section(part: Sections, kind: str) -> Schema:
    found = mapping(part.kinds[kind], part.model)
    return found | {"properties": found["properties"] | {"kind": {"const": kind}}}


def _list(entries: Schema) -> Schema:
    return {"type": "array", "items": entries}
