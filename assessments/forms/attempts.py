"""The form that starts an attempt."""

from collections.abc import Mapping
from typing import Any

from django import forms

CHOOSE_LEVEL = "Choose the level you want to measure yourself against"


class StartForm(forms.Form):
    """Career and target level, with the id that the attempt will have, made when the form was drawn."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    career = forms.ChoiceField(widget=forms.HiddenInput)
    level = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": CHOOSE_LEVEL, "invalid_choice": CHOOSE_LEVEL}
    )

    def __init__(self, *args: Any, career: tuple[str, str], levels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["career"].choices = [career]
        self.fields["level"].choices = list(levels.items())
