"""Fields of the builder: days, numbers and lists, each with what to enter where something else was typed."""

import re
from datetime import date

from django import forms

from assessments.forms.profile.target import ISO_DAY

UNKNOWN = "Choose only from the list"
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class _DayField(forms.DateField):
    """A day as browsers send it; other digits, and months or days of one digit, are no day here."""

    def strptime(self, value: str, format: str) -> date:
        if not ISO_DAY.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value)


def a_day(label: str, hint: str, message: str) -> forms.DateField:
    """A day of any year."""
    return _DayField(
        label=label,
        help_text=hint,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "class": "input"}, format="%Y-%m-%d"),
        error_messages={"required": message, "invalid": message},
    )


def a_number(label: str, hint: str, message: str, mode: str) -> forms.CharField:
    """Text that has to be a number; `message` where it is missing."""
    widget = forms.TextInput(attrs={"class": "input w5", "inputmode": mode, "autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=hint, widget=widget, required=bool(message), error_messages={"required": message}
    )


def several(label: str, hint: str) -> forms.MultipleChoiceField:
    """Any number of a list's entries."""
    messages = {"invalid_choice": UNKNOWN, "invalid_list": UNKNOWN}
    return forms.MultipleChoiceField(
        label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple, error_messages=messages
    )
