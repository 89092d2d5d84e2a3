"""The form that starts an attempt."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms

FORM_USED_UP = "This form cannot be used any more. Choose the level again and start"
CHOOSE_LEVEL = "Choose the level you want to measure yourself against"


class StartForm(forms.Form):
    """Career and target level, with the id that the attempt will have, made when the form was drawn."""

    id = forms.UUIDField(error_messages={"required": FORM_USED_UP, "invalid": FORM_USED_UP})
    career = forms.ChoiceField(error_messages={"required": FORM_USED_UP, "invalid_choice": FORM_USED_UP})
    level = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": CHOOSE_LEVEL, "invalid_choice": CHOOSE_LEVEL}
    )

    def __init__(self, *args: Any, career: tuple[str, str], levels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["career"]).choices = [career]
        cast(forms.ChoiceField, self.fields["level"]).choices = list(levels.items())
