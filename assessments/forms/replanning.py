"""Limits that a plan is to be worked out with again; what is not sent stays as the plan has it."""

import re
from datetime import date
from typing import Any

from django import forms

from assessments.domain import weeks
from assessments.domain.persona.request import LONGEST_YEARS
from assessments.domain.planning.calendar import Calendar, first_monday
from assessments.forms.amounts import BUDGET_WRONG, LONGEST_TEXT, MONEY, MOST_USD, TEXT_TOO_LONG

HOURS_WRONG = "Enter hours a week from 0.5 to 80, such as 4"
TARGET_WRONG = "Enter the target date as year, month and day, such as 2029-12-31"
TARGET_EARLY = "Choose a target date that leaves at least one whole week, Monday to Sunday, from today"
TARGET_FAR = f"The target date has to be within {LONGEST_YEARS} years from today"
ALL_BLOCKED = "Leave at least one week until the target date in which you can work"
HOURS = re.compile(r"\d{1,2}(\.\d{1,2})?", re.ASCII)
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class LimitsForm(forms.Form):
    """Hours a week, budget for the whole plan, target date and blocked weeks; each may be missing."""

    hours_per_week = forms.CharField(required=False, max_length=10, error_messages={"max_length": HOURS_WRONG})
    budget_usd = forms.CharField(required=False, max_length=20, error_messages={"max_length": BUDGET_WRONG})
    target = forms.CharField(required=False, max_length=20, error_messages={"max_length": TARGET_WRONG})
    blocked_weeks = forms.CharField(
        required=False, max_length=LONGEST_TEXT, error_messages={"max_length": TEXT_TOO_LONG}
    )

    def __init__(self, *args: Any, target: date, blocked: list[date], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.present, self.today = (target, blocked), today

    def clean_hours_per_week(self) -> float | None:
        """Hours from a half to eighty."""
        text = self.cleaned_data["hours_per_week"]
        if text and not (HOURS.fullmatch(text) and 0.5 <= float(text) <= 80):
            raise forms.ValidationError(HOURS_WRONG)
        return float(text) if text else None

    def clean_budget_usd(self) -> int | None:
        """Whole dollars; a dollar sign and commas between thousands may stand in it."""
        text = self.cleaned_data["budget_usd"]
        if not text:
            return None
        found = MONEY.fullmatch(text)
        if not found or int(found[1].replace(",", "")) > MOST_USD:
            raise forms.ValidationError(BUDGET_WRONG)
        return int(found[1].replace(",", ""))

    def clean_target(self) -> date | None:
        """A day of this century."""
        text = self.cleaned_data["target"]
        if not text:
            return None
        try:
            found = date.fromisoformat(text) if ISO_DAY.fullmatch(text) else None
        except ValueError:
            found = None
        if found is None or not 2000 <= found.year < 2100:
            raise forms.ValidationError(TARGET_WRONG)
        return found

    def clean_blocked_weeks(self) -> list[date] | None:
        """The Mondays of all weeks named; an empty text that was sent blocks none."""
        if "blocked_weeks" not in self.data:
            return None
        try:
            return weeks.parse(self.cleaned_data["blocked_weeks"])
        except weeks.WeeksError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """Whether weeks are left between today and the target date, once all is as it was sent."""
        given = self.cleaned_data
        if self.errors:
            return given
        present_target, present_blocked = self.present
        target = given["target"] or present_target
        blocked = present_blocked if given["blocked_weeks"] is None else given["blocked_weeks"]
        start = first_monday(self.today)
        if (target - start).days > LONGEST_YEARS * 366:
            self.add_error("target", TARGET_FAR)
        elif not Calendar.between(start, target, ()):
            self.add_error("target", TARGET_EARLY)
        elif not Calendar.between(start, target, blocked):
            self.add_error("blocked_weeks", ALL_BLOCKED)
        return given

    @property
    def wishes(self) -> dict[str, Any]:
        """What was sent, as JSON by the names of the limits."""
        return {name: _plain(value) for name, value in self.cleaned_data.items() if value is not None}

    @property
    def problems(self) -> list[str]:
        """Every error once, in plain words."""
        return list(dict.fromkeys(str(error) for errors in self.errors.values() for error in errors))


def _plain(value: float | date | list[date]) -> Any:
    if isinstance(value, list):
        return [day.isoformat() for day in value]
    return value.isoformat() if isinstance(value, date) else value
