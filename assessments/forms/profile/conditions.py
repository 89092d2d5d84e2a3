"""What is held, and what cannot be arranged."""

from typing import Any, cast

from django import forms

from assessments.forms.profile.part import CHOOSE_LISTED, Choices, PartForm


class ConditionsForm(PartForm):
    """Conditions that the user holds, and conditions that cannot be arranged where they work."""

    held = forms.MultipleChoiceField(
        label="Which of these do you have today?",
        help_text="Leave the others unticked: a plan can work toward some of them",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
    ruled_out = forms.MultipleChoiceField(
        label="Which of these cannot be arranged where you work?",
        help_text="Tick only what is out of the question. Actions that need it are then left out of every plan",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )

    def __init__(self, *args: Any, held: Choices, ruled_out: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["held"]).choices = list(held)
        cast(forms.ChoiceField, self.fields["ruled_out"]).choices = list(ruled_out)
