"""One form for each part of the profile; nothing in them is required."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms

from assessments.domain import weeks
from assessments.domain.persona.request import LONGEST_YEARS
from assessments.models import Ehr, GateState, Profession
from assessments.models.countries import COUNTRIES

CHOOSE_LISTED = "Choose one of the answers in the list"
HOURS_WRONG = "Enter hours a week between 0.5 and 80, such as 4 or 4.5"
BUDGET_WRONG = "Enter the budget in whole US dollars from 0 to 10,000,000, such as 5,000"
DATE_WRONG = "Enter the target date as year, month and day, such as 2029-12-31"
DATE_PAST = "Enter a target date that lies ahead"
DATE_FAR = f"Enter a target date within {LONGEST_YEARS} years from today"
MOST_WEEKS = 200
TOO_MANY_WEEKS = f"Block at most {MOST_WEEKS} weeks"
LONGEST_TEXT = 5000
TEXT_TOO_LONG = f"Write the weeks in {LONGEST_TEXT} characters or fewer. A range of days saves lines"
MOST_USD = 10_000_000
HOURS = re.compile(r"\d{1,2}(\.[05]0?)?", re.ASCII)
MONEY = re.compile(r"\$? ?(\d{1,8}|\d{1,3}(,\d{3}){1,2})", re.ASCII)
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

Choices = Iterable[tuple[str, str]]


class PartForm(forms.Form):
    """One part of the profile."""

    use_required_attribute = False

    @property
    def answers(self) -> dict[str, Any]:
        """The valid answers as the service takes them."""
        return self.cleaned_data


class WorkForm(PartForm):
    """Profession, country and the EHR in use."""

    profession = forms.ChoiceField(
        label="Your profession",
        help_text="The one you trained in. It sets which gates apply to you",
        choices=Profession.choices,
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
    country = forms.ChoiceField(
        label="Country you work in",
        choices=[("", "Not said"), *COUNTRIES.items()],
        widget=forms.Select(attrs={"class": "input", "autocomplete": "country"}),
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )
    ehr = forms.ChoiceField(
        label="Electronic health record in use where you work",
        choices=[("", "Not said"), *Ehr.choices],
        widget=forms.Select(attrs={"class": "input"}),
        required=False,
        error_messages={"invalid_choice": CHOOSE_LISTED},
    )


class GatesForm(PartForm):
    """How each gate stands; the gates come from the published catalogue."""

    def __init__(self, *args: Any, gates: Iterable[Mapping[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for gate in gates:
            self.fields[gate_field(gate["id"])] = forms.ChoiceField(
                label=gate["name"],
                help_text=gate["how_met"],
                choices=GateState.choices,
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": f"Choose how this stands for you: {gate['name']}"},
            )

    @property
    def answers(self) -> dict[str, Any]:
        """The state of every gate that was asked for, empty where there is no answer."""
        return {"states": {name.removeprefix(gate_field("")): state for name, state in self.cleaned_data.items()}}


class ConditionsForm(PartForm):
    """Conditions that the user holds, and conditions that cannot be arranged where they work."""

    held = forms.MultipleChoiceField(
        label="Which of these do you have today?",
        help_text="Leave the others unticked: a plan can work towards some of them",
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


def gate_field(gate: str) -> str:
    """The name of the field that asks how a gate stands."""
    return f"gate-{gate}"


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if ISO_DAY.fullmatch(text) else "")
    except ValueError as error:
        raise forms.ValidationError(DATE_WRONG) from error
