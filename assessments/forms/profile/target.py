"""What the user aims at."""

import re
from datetime import date
from typing import Any, cast

from django import forms

from assessments.domain.persona.request import LONGEST_YEARS
from assessments.forms.profile.part import CHOOSE_LISTED, Choices, PartForm

DATE_WRONG = "Enter the target date as year, month and day, such as 2029-12-31"
DATE_PAST = "Enter a target date that lies ahead"
DATE_FAR = f"Enter a target date within {LONGEST_YEARS} years from today"
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class TargetForm(PartForm):
    """The level aimed at, and by when."""

    target_level = forms.ChoiceField(
        label="Level you aim at",
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
    target_date = forms.CharField(
        label="Target date",
        help_text="A plan ends by this day, such as 2029-12-31",
        widget=forms.TextInput(attrs={"type": "date", "class": "input w10"}),
        required=False,
    )

    def __init__(self, *args: Any, levels: Choices, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["target_level"]).choices = list(levels)
        self.today = today

    def clean_target_date(self) -> date | None:
        """A day that lies ahead, at most as far as a plan can reach."""
        text = self.cleaned_data["target_date"]
        if not text:
            return None
        day = _day(text)
        if day <= self.today:
            raise forms.ValidationError(DATE_PAST)
        if (day - self.today).days > LONGEST_YEARS * 365:
            raise forms.ValidationError(DATE_FAR)
        return day


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if ISO_DAY.fullmatch(text) else "")
    except ValueError as error:
        raise forms.ValidationError(DATE_WRONG) from error
