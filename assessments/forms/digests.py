"""The form of the digest by mail."""

from django import forms

from assessments.forms.feeds import CHOOSE_ZONE, zones
from assessments.models import Digest

CHOOSE_FREQUENCY = "Choose how often you want the email"


class DigestForm(forms.Form):
    """How often, and by which clock."""

    frequency = forms.ChoiceField(
        label="How often",
        choices=Digest.Frequency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_FREQUENCY, "invalid_choice": CHOOSE_FREQUENCY},
    )
    zone = forms.ChoiceField(
        label="Time zone",
        help_text="Mail leaves from 7 in the morning by this clock",
        choices=zones,
        error_messages={"required": CHOOSE_ZONE, "invalid_choice": CHOOSE_ZONE},
        widget=forms.Select(attrs={"class": "input"}),
    )
