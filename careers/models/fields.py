"""Field types that the content model shares."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

MOST_LINES = 300
"""Entries of a list: ten times the longest that there is."""


class LinesFormField(forms.CharField):
    """A list of short texts, typed one to a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """The list as lines; what was typed stays as typed."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The lines as a list, without blank ones."""
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Check the lines as the text that they were typed as."""
        super().run_validators("\n".join(value))
        if len(value) > MOST_LINES:
            raise ValidationError(f"It has {len(value):,} lines and holds {MOST_LINES}. Leave some out.")

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the lists differ, whatever the white space around them."""
        return bool((initial or []) != self.to_python(data))


class LinesField(models.JSONField):
    """An ordered list of short texts or keys."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Default to the empty list, which is also what blank means."""
        options: dict[str, Any] = {"default": list, "blank": True}
        super().__init__(*args, **(options | kwargs))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse anything but a list of texts that are not empty."""
        super().validate(value, model_instance)
        if not isinstance(value, list) or not all(isinstance(entry, str) and entry.strip() for entry in value):
            raise ValidationError("is not a list of texts")

    def formfield(self, **kwargs: Any) -> Any:
        """A text area with one entry to a line."""
        options: dict[str, Any] = {"form_class": LinesFormField, "help_text": self.help_text or "One to a line."}
        return models.Field.formfield(self, **(options | kwargs))
