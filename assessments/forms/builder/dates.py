"""Step 1 of the builder: when a plan runs."""

from datetime import date, timedelta
from typing import Any

from django import forms

from assessments.domain import weeks
from assessments.domain.persona.request import LONGEST_YEARS
from assessments.domain.planning.calendar import Calendar, first_monday, monday_of
from assessments.forms.amounts import LONGEST_TEXT, TEXT_TOO_LONG
from assessments.forms.builder.fields import a_day

START_WRONG = "Enter the start as year, month and day, such as 2026-12-07"
START_PAST = "Enter a start in this week or later, such as {}"
TARGET_WRONG = "Enter the target date as year, month and day, such as 2029-12-31"
TARGET_PAST = "Enter a target date that lies ahead, such as {}"
TARGET_EARLY = "Enter a target date after the start, such as {}"
TARGET_SHORT = (
    "Leave at least one whole week, Monday to Sunday, between the start and the target date: enter {} or later"
)
TARGET_FAR = f"Enter a target date within {LONGEST_YEARS} years of the start, at the latest {{}}"
ALL_BLOCKED = (
    "Leave at least one week between the start and the target date in which you can work; every one is blocked"
)
USUAL = timedelta(days=3 * 365)
LONGEST = timedelta(days=LONGEST_YEARS * 366)


class DatesForm(forms.Form):
    """Start, target date and blocked weeks; a plan that is changed starts today, so that it has no start to enter."""

    use_required_attribute = False

    start = a_day("Start", "The plan begins on this day’s Monday, or on the next one", START_WRONG)
    target = a_day("Target date", "The day by which you want to be ready", TARGET_WRONG)
    blocked_weeks = forms.CharField(
        label="Weeks you cannot work on this",
        help_text="One date or range a line, such as 2027-07-05 or 2027-07-05 to 2027-07-18. Work goes on afterwards",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TEXT_TOO_LONG},
    )

    def __init__(self, *args: Any, today: date, has_start: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if not has_start:
            del self.fields["start"]

    def clean_start(self) -> date:
        """A day of this century, not before this week."""
        day = _of_this_century(self.cleaned_data["start"], START_WRONG)
        if day < monday_of(self.today):
            raise forms.ValidationError(START_PAST.format(first_monday(self.today)))
        return day

    def clean_target(self) -> date:
        """A day of this century that lies ahead."""
        day = _of_this_century(self.cleaned_data["target"], TARGET_WRONG)
        if day <= self.today:
            raise forms.ValidationError(TARGET_PAST.format(self.today + USUAL))
        return day

    def clean_blocked_weeks(self) -> list[date]:
        """The Mondays of all weeks named."""
        try:
            return weeks.parse(self.cleaned_data["blocked_weeks"])
        except weeks.WeeksError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """What only shows in the answers together."""
        given = self.cleaned_data
        if "target" in given and ("start" in given or "start" not in self.fields):
            self._check(self.begins, given["target"])
        return given

    @property
    def begins(self) -> date:
        """The valid start; for a plan that is changed, the Monday from which it can be planned anew."""
        start: date = self.cleaned_data["start"] if "start" in self.fields else first_monday(self.today)
        return start

    def _check(self, start: date, target: date) -> None:
        if target <= start:
            self.add_error("target", TARGET_EARLY.format(start + USUAL))
        elif target - start > LONGEST:
            self.add_error("target", TARGET_FAR.format(start + LONGEST))
        elif not Calendar.between(start, target, ()):
            self.add_error("target", TARGET_SHORT.format(first_monday(start) + timedelta(days=6)))
        elif not Calendar.between(start, target, self.cleaned_data.get("blocked_weeks", ())):
            self.add_error("blocked_weeks", ALL_BLOCKED)


def _of_this_century(day: date, message: str) -> date:
    if not 2000 <= day.year < 2100:
        raise forms.ValidationError(message)
    return day
