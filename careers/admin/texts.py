"""What all forms of the desk share: texts kept as typed and bounded, and rows that stay with their owner."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.http import HttpRequest

from careers.admin.writing import MarkdownInput
from careers.checks import prose
from careers.models.fields import LinesField

LONG = {"body", "document", "summary"}
"""Texts that are pages rather than sentences."""
LONGEST = 4_000
"""Characters of any other text and of a list: four times the longest that there is, so that a paste gone wrong ends."""
TOO_LONG = "“{}” has %(show_value)s characters and holds %(limit_value)s. Shorten it here: all else is as you typed it."

EMPTY = "“{}” cannot be empty."


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


def bound(field: forms.CharField, longest: int | None = None) -> None:
    """Let the field refuse what is too long in words; a text of several lines is never cut by the browser."""
    if longest is not None:
        field.validators.append(MaxLengthValidator(longest))
    field.error_messages["max_length"] = TOO_LONG.format(field.label)


def write_in_markdown(field: forms.Field) -> None:
    """Let the field be written in Markdown: with a preview and a short help, and without what no text may hold."""
    field.widget = MarkdownInput(str(field.label), attrs=field.widget.attrs)
    field.validators.append(_check_markdown)


def _check_markdown(text: str) -> None:
    # That a text is too long is told once.
    if len(text) <= prose.LONGEST and (faults := prose.faults(text)):
        raise ValidationError([f"It holds what readers cannot get: {fault}." for fault in faults])


class Texts:
    """Mixin of model admins and inlines: texts through TextFormField, no pop-ups beside choices of rows."""

    formfield_overrides: Any = {  # noqa: RUF012
        models.TextField: {"form_class": TextFormField, "widget": forms.Textarea(attrs={"rows": 4})},
        models.URLField: {"assume_scheme": "https"},
        # The browser's own way to choose a day works with keyboards, on phones, and without a script.
        models.DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
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
        if isinstance(field, forms.Field):
            field.error_messages["required"] = EMPTY.format(field.label)
        if isinstance(field, forms.CharField):
            _shape(field, db_field)
        return field


def _shape(field: forms.CharField, column: Any) -> None:
    is_long = column.name in LONG
    if is_long or isinstance(column, LinesField):
        field.widget.attrs["rows"] = 14 if is_long else 4
    several_lines = isinstance(column, LinesField | models.TextField)
    bound(field, (prose.LONGEST if is_long else LONGEST) if several_lines else None)
    if (column.model._meta.model_name, column.name) in prose.COLUMNS:
        write_in_markdown(field)
