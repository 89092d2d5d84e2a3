"""What somebody says of one step of a plan: how it stands, hours, money, and where it lies."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from django import forms

from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED, SKIPPED, WITH_REASON
from assessments.forms.amounts import MONEY, MOST_USD
from assessments.forms.profile.target import ISO_DAY
from assessments.services.steps import MOST_HOURS_A_DAY

MOST_REASON = 300
STATES = (
    (NOT_STARTED, "Not started"),
    (DOING, "Under way"),
    (BLOCKED, "Blocked"),
    (DONE, "Done"),
    (SKIPPED, "Skipped: it is not planned again"),
)
SHARES = (
    ("0.25", "A quarter"),
    ("0.33", "A third"),
    ("0.5", "Half"),
    ("0.67", "Two thirds"),
    ("0.75", "Three quarters"),
)
STATE_WRONG = "Choose how far you are with this step"
REASON_MISSING = "Say in a few words what it waits for, or why you skip it"
REASON_LONG = f"The reason must be {MOST_REASON} characters or fewer"
DAY_WRONG = "Enter the day as year, month and day, such as 2027-03-31"
DAY_AHEAD = "Enter a day that is not ahead of today"
DAY_EARLY = "Enter a day that is not more than a year before you built the plan"
HOURS_WRONG = f"Enter hours from 0.25 to {MOST_HOURS_A_DAY}, such as 1.5"
SPENT_WRONG = "Enter what you spent in whole US dollars from 0 to 10,000,000, such as 450, or leave it empty"
MONDAY_WRONG = "Choose a week from the list"
SHARE_WRONG = "Choose how much of the step goes into its first part"
HOURS = re.compile(r"\d{1,2}(\.\d{1,2})?", re.ASCII)


class StateForm(forms.Form):
    """How a step stands; what is blocked or skipped says why."""

    prefix = "state"
    state = forms.ChoiceField(
        label="How far are you with it?",
        choices=STATES,
        widget=forms.RadioSelect,
        error_messages={"required": STATE_WRONG, "invalid_choice": STATE_WRONG},
    )
    reason = forms.CharField(
        label="Why, if it is blocked or skipped",
        help_text="What it waits for, or why you skip it. Leave out anything about patients",
        required=False,
        max_length=MOST_REASON,
        widget=forms.TextInput(attrs={"class": "input"}),
        error_messages={"max_length": REASON_LONG},
    )

    def clean(self) -> dict[str, Any]:
        """A reason where the state wants one; for other states it is dropped."""
        given = self.cleaned_data
        if given.get("state") in WITH_REASON and not given.get("reason") and "reason" not in self.errors:
            self.add_error("reason", REASON_MISSING)
        return given


class HoursForm(forms.Form):
    """Own hours of one day."""

    prefix = "hours"
    day = forms.CharField(
        label="Day",
        widget=forms.TextInput(attrs={"type": "date", "class": "input w10"}),
        error_messages={"required": DAY_WRONG},
    )
    hours = forms.CharField(
        label="Hours",
        widget=forms.TextInput(attrs={"class": "input w5", "inputmode": "decimal"}),
        error_messages={"required": HOURS_WRONG},
    )

    def __init__(self, *args: Any, first: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.first, self.today = first, today

    def clean_day(self) -> date:
        """A day that has begun somewhere on Earth, and no more than a year before the plan was built."""
        day = day_of(self.cleaned_data["day"])
        if day is None:
            raise forms.ValidationError(DAY_WRONG)
        if day > self.today + timedelta(days=1):
            raise forms.ValidationError(DAY_AHEAD)
        if day < self.first - timedelta(days=366):
            raise forms.ValidationError(DAY_EARLY)
        return day

    def clean_hours(self) -> float:
        """Hours from a quarter to twenty-four."""
        hours = hours_of(self.cleaned_data["hours"])
        if hours is None:
            raise forms.ValidationError(HOURS_WRONG)
        return hours


class SpentForm(forms.Form):
    """What was spent on a step; empty means that it is not told."""

    prefix = "spent"
    spent = forms.CharField(
        label="Money spent so far",
        help_text="Until you say it, the high estimate counts as spent once the step is under way",
        required=False,
        widget=forms.TextInput(attrs={"class": "input w5", "inputmode": "numeric"}),
    )

    def clean_spent(self) -> int | None:
        """Whole dollars; a dollar sign and commas between thousands may stand in it."""
        text = self.cleaned_data["spent"]
        if not text:
            return None
        found = MONEY.fullmatch(text)
        if not found or int(found[1].replace(",", "")) > MOST_USD:
            raise forms.ValidationError(SPENT_WRONG)
        return int(found[1].replace(",", ""))


class MoveForm(forms.Form):
    """The week in which a step starts; any open week counts, also one that a long list leaves out."""

    prefix = "move"
    start = forms.CharField(
        label="Start in the week of",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": MONDAY_WRONG},
    )

    def __init__(self, *args: Any, mondays: Sequence[date], choices: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mondays = frozenset(mondays)
        cast(forms.Select, self.fields["start"].widget).choices = choices

    def clean_start(self) -> date:
        """A Monday of an open week."""
        day = day_of(self.cleaned_data["start"])
        if day not in self.mondays or day is None:
            raise forms.ValidationError(MONDAY_WRONG)
        return day


class SplitForm(forms.Form):
    """How much of a step goes into the first of two parts."""

    prefix = "split"
    share = forms.ChoiceField(
        label="How much goes into the first part?",
        choices=SHARES,
        initial="0.5",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": SHARE_WRONG, "invalid_choice": SHARE_WRONG},
    )


def day_of(text: str) -> date | None:
    """The day that is written as 2027-03-31; None for anything else."""
    try:
        return date.fromisoformat(text) if ISO_DAY.fullmatch(text) else None
    except ValueError:
        return None


def hours_of(text: str) -> float | None:
    """Hours of a day from a quarter to twenty-four; None for anything else."""
    hours = float(text) if HOURS.fullmatch(text) else 0.0
    return hours if 0.25 <= hours <= MOST_HOURS_A_DAY else None
