"""The form that starts an attempt."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from django import forms
from django.core import signing
from django.utils.crypto import constant_time_compare

from assessments.models import Attempt

FORM_USED_UP = "This form cannot be used any more. Choose the level again and start"
CHOOSE_LEVEL = "Choose the level you want to measure yourself against"


def proof_of(attempt_id: UUID) -> str:
    """What only the page that was drawn with this id holds: an id alone lets nobody into an attempt."""
    return signing.Signer(salt="start").signature(str(attempt_id))


class StartForm(forms.Form):
    """Career, target level and form of the attempt, with the id that it will have, made when the page was drawn."""

    id = forms.UUIDField(widget=forms.HiddenInput, error_messages={"required": FORM_USED_UP, "invalid": FORM_USED_UP})
    career = forms.ChoiceField(
        widget=forms.HiddenInput, error_messages={"required": FORM_USED_UP, "invalid_choice": FORM_USED_UP}
    )
    level = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": CHOOSE_LEVEL, "invalid_choice": CHOOSE_LEVEL}
    )
    form = forms.ChoiceField(
        choices=Attempt.Form,
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": FORM_USED_UP},
    )
    proof = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, *args: Any, career: tuple[str, str], levels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["career"]).choices = [career]
        cast(forms.ChoiceField, self.fields["level"]).choices = list(levels.items())

    @property
    def kind(self) -> str:
        """The form of the attempt; who chose none gets everything."""
        return str(self.cleaned_data["form"] or Attempt.Form.FULL)

    @property
    def is_proven(self) -> bool:
        """Whether it was sent from the page that was drawn with its id."""
        return constant_time_compare(self.cleaned_data["proof"], proof_of(self.cleaned_data["id"]))
