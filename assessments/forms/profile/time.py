"""What the user can give."""

import re
from datetime import date
from decimal import Decimal

from django import forms

from assessments.domain import weeks
from assessments.forms.amounts import BUDGET_WRONG, LONGEST_TEXT, MONEY, MOST_USD, TEXT_TOO_LONG
from assessments.forms.profile.part import PartForm

HOURS_WRONG = "Enter hours a week between 0.5 and 80, such as 4 or 4.5"
MOST_WEEKS = 200
TOO_MANY_WEEKS = f"Block at most {MOST_WEEKS} weeks"
HOURS = re.compile(r"\d{1,2}(\.[05]0?)?", re.ASCII)


class TimeForm(PartForm):
    """Own hours a week, own money, and weeks in which nothing can be done."""

    hours_per_week = forms.CharField(
        label="Hours a week, outside paid work",
        help_text="In an ordinary week, not your best one. Between 0.5 and 80, in steps of half an hour",
        widget=forms.TextInput(attrs={"class": "input w5", "inputmode": "decimal", "autocomplete": "off"}),
        required=False,
    )
    budget_usd = forms.CharField(
        label="Money of your own, for the whole plan",
        help_text="Courses, exams and travel, in whole dollars. Leave out what an employer pays",
        widget=forms.TextInput(attrs={"class": "input w5", "inputmode": "numeric", "autocomplete": "off"}),
        required=False,
    )
    blocked_weeks = forms.CharField(
        label="Weeks in which you cannot work on this",
        help_text=(
            "Leave, night rotations, exams. One day or one range on each line, such as 2027-07-05 or "
            "2027-07-05 to 2027-07-18. Any day stands for its whole week, Monday to Sunday"
        ),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
        required=False,
        error_messages={"max_length": TEXT_TOO_LONG},
    )

    def clean_hours_per_week(self) -> Decimal | None:
        """Hours from a half to eighty in steps of a half, in plain digits."""
        text = self.cleaned_data["hours_per_week"]
        if not text:
            return None
        if not HOURS.fullmatch(text) or not Decimal("0.5") <= Decimal(text) <= 80:
            raise forms.ValidationError(HOURS_WRONG)
        return Decimal(text)

    def clean_budget_usd(self) -> int | None:
        """Whole dollars in plain digits; a dollar sign and commas between thousands may stand in it."""
        text = self.cleaned_data["budget_usd"]
        if not text:
            return None
        found = MONEY.fullmatch(text)
        if not found or int(found[1].replace(",", "")) > MOST_USD:
            raise forms.ValidationError(BUDGET_WRONG)
        return int(found[1].replace(",", ""))

    def clean_blocked_weeks(self) -> list[date]:
        """The Mondays of all weeks that are named."""
        try:
            mondays = weeks.parse(self.cleaned_data["blocked_weeks"])
        except weeks.WeeksError as error:
            raise forms.ValidationError(str(error)) from error
        if len(mondays) > MOST_WEEKS:
            raise forms.ValidationError(TOO_MANY_WEEKS)
        return mondays
