"""What all forms of the desk share: texts kept as typed, and rows that stay with their owner."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from careers.models.fields import LinesField

LONG = {"body", "document", "summary"}
"""Texts that are pages rather than sentences."""


class TextFormField(forms.CharField):
    """A text of several lines; saving what was not touched changes nothing, line ends and last line included."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, **kwargs: Any) -> None:
        """Keep white space: documents end their texts with a line end."""
        super().__init__(**(kwargs | {"strip": False}))

    def to_python(self, value: Any) -> str:
        """The text with the line ends of documents; nothing but white space is nothing."""
        text = str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() else ""


class Texts:
    """Mixin of model admins and inlines: texts through TextFormField, no pop-ups beside choices of rows."""

    formfield_overrides: Any = {  # noqa: RUF012
        models.TextField: {"form_class": TextFormField, "widget": forms.Textarea(attrs={"rows": 4})},
        models.URLField: {"assume_scheme": "https"},
    }

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The columns in the order of the model, and the place in the list last."""
        if self.fields:  # type: ignore[attr-defined]
            return self.fields  # type: ignore[attr-defined]
        names = [field.name for field in self.opts.fields if field.editable and not field.primary_key]  # type: ignore[attr-defined]
        return sorted(names, key=lambda name: name == "position")

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The field without links that add or change the row chosen: its own page does that."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        for link in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
            if hasattr(getattr(field, "widget", None), link):
                setattr(field.widget, link, False)
        if db_field.name in LONG:
            field.widget.attrs["rows"] = 14
        elif isinstance(db_field, LinesField):
            field.widget.attrs["rows"] = 4
        return field
