"""What stood in a form of the desk when it was opened: a mark for each of its fields, and for each row below it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest

if TYPE_CHECKING:
    from careers.admin.typed import ModelAdmin

Marks = Mapping[str, str]
"""A mark for each place: `body` is a field of the row, `benefit_set/12` is a row below it."""

LENGTH = 12


def marks_of(admin: "ModelAdmin", request: HttpRequest, row: models.Model) -> Marks:
    """The marks of what the database holds now, whatever the row in hand says."""
    stored = type(row)._default_manager.filter(pk=row.pk)
    names = _columns(type(row), admin.get_form(request, row, change=True))
    found = {name: _mark(value) for values in stored.values(*names) for name, value in values.items()}
    return found | dict(_rows_below(admin, request, row))


def written(marks: Marks) -> str:
    """The marks as the form sends them along."""
    return " ".join(f"{place}:{mark}" for place, mark in marks.items())


def read(text: str) -> Marks:
    """The marks that a form sent; from a text that is none, marks that agree with nothing."""
    return {place: mark for place, _, mark in (part.rpartition(":") for part in text.split())}


def agree(seen: Marks, now: Marks) -> bool:
    """Whether nothing has changed since; a field that may not be edited any more cannot be saved over either."""
    return all(place in now for place in seen if "/" in place) and all(seen.get(place) == now[place] for place in now)


def keys_below(marks: Marks, prefix: str) -> set[str]:
    """The primary keys of the rows below the row, of one kind."""
    return {key for kind, _, key in (place.rpartition("/") for place in marks) if kind == prefix}


def _rows_below(admin: "ModelAdmin", request: HttpRequest, row: models.Model) -> Iterator[tuple[str, str]]:
    for formset, inline in admin.get_formsets_with_inlines(request, row):
        names = _columns(formset.model, formset.form)
        rows = inline.get_queryset(request).filter(**{formset.fk.name: row})
        for values in rows.values("pk", *names):
            yield f"{formset.get_default_prefix()}/{values.pop('pk')}", _mark(values)


def _columns(model: type[models.Model], form: Any) -> list[str]:
    known = {field.name for field in model._meta.concrete_fields if not field.primary_key}
    return [name for name in form.base_fields if name in known]


def _mark(value: Any) -> str:
    # Databases hand back the keys of JSON in an order of their own.
    text = json.dumps(value, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]
