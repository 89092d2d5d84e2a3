"""What a plan may use and what it has to respect, as asked on one page."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms

from assessments.domain import weeks
from assessments.domain.persona.request import LONGEST_YEARS, PlanRequest
from assessments.domain.planning.calendar import Calendar
from assessments.forms.amounts import BUDGET_WRONG, LONGEST_TEXT, MONEY, MOST_USD, TEXT_TOO_LONG
from assessments.forms.profile.target import ISO_DAY

START_WRONG = "Enter the start as year, month and day, such as 2026-12-07"
TARGET_WRONG = "Enter the target date as year, month and day, such as 2029-12-31"
TARGET_EARLY = "The target date has to be after the start"
TARGET_SHORT = "Leave at least one whole week, Monday to Sunday, between the start and the target date"
TARGET_FAR = f"The target date has to be within {LONGEST_YEARS} years of the start"
HOURS_WRONG = "Enter hours a week from 0.5 to 80, such as 4"
ALL_BLOCKED = "Leave at least one week between the start and the target date in which you can work"
CONTRADICTION = "An action cannot be both in the plan and left out"
UNKNOWN = "Choose only from the list"
YES_OR_NO = "Choose yes or no"
HOURS = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)
LISTS = ("done", "pinned", "excluded")


class _DayField(forms.DateField):
    """A day as browsers send it; other digits, and months or days of one digit, are no day here."""

    def strptime(self, value: str, format: str) -> date:
        if not ISO_DAY.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value)


def _day(label: str, hint: str, message: str) -> forms.DateField:
    return _DayField(
        label=label,
        help_text=hint,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date", "class": "input"}, format="%Y-%m-%d"),
        error_messages={"required": message, "invalid": message},
    )


def _number(label: str, hint: str, message: str, mode: str) -> forms.CharField:
    widget = forms.TextInput(attrs={"class": "input w5", "inputmode": mode})
    return forms.CharField(label=label, help_text=hint, widget=widget, error_messages={"required": message})


def _several(label: str, hint: str) -> forms.MultipleChoiceField:
    messages = {"invalid_choice": UNKNOWN, "invalid_list": UNKNOWN}
    return forms.MultipleChoiceField(
        label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple, error_messages=messages
    )


class PlanForm(forms.Form):
    """One page of answers; its id was made when it was drawn, so that sending it twice builds one plan."""

    id = forms.Field(required=False, widget=forms.HiddenInput)
    start = _day("Start", "The plan begins on this day’s Monday, or on the next one", START_WRONG)
    target = _day("Target date", "The day by which you want to be ready", TARGET_WRONG)
    hours_per_week = _number(
        "Hours a week, outside paid work", "In an ordinary week, not your best one", HOURS_WRONG, "decimal"
    )
    budget_usd = _number(
        "Money of your own, for the whole plan",
        "Courses, exams and travel. Leave out what an employer pays",
        BUDGET_WRONG,
        "numeric",
    )
    blocked_weeks = forms.CharField(
        label="Weeks you cannot work on this",
        help_text="One date or range a line, such as 2027-07-05 or 2027-07-05 to 2027-07-18. Work goes on afterwards",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": TEXT_TOO_LONG},
    )
    unavailable = _several(
        "What cannot be arranged where you work", "A plan assumes the rest, and lists what you have to arrange"
    )
    done = _several("Actions you have already done", "What they taught you is in your ratings already")
    pinned = _several("Actions that have to be in the plan", "The rest is chosen around them")
    excluded = _several("Actions to leave out", "The plan does without them")

    def __init__(
        self,
        *args: Any,
        actions: Collection[str],
        moves: Collection[str],
        conditions: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = tuple(moves)
        for name in LISTS:
            cast(forms.MultipleChoiceField, self.fields[name]).choices = [(action, action) for action in actions]
        cast(forms.MultipleChoiceField, self.fields["unavailable"]).choices = conditions
        for move in moves:
            self.fields[_move(move)] = forms.ChoiceField(
                choices=[("no", "No"), ("yes", "Yes")],
                required=False,
                initial="no",
                error_messages={"invalid_choice": YES_OR_NO},
            )

    def clean_id(self) -> UUID:
        """The id that was made before; anything else gets a new one, because nobody could mend it."""
        try:
            return UUID(self.cleaned_data["id"] or "")
        except ValueError:
            return uuid4()

    def clean_start(self) -> date:
        """A day of this century."""
        return _of_this_century(self.cleaned_data["start"], START_WRONG)

    def clean_target(self) -> date:
        """A day of this century."""
        return _of_this_century(self.cleaned_data["target"], TARGET_WRONG)

    def clean_hours_per_week(self) -> float:
        """Hours from a half to eighty."""
        text = self.cleaned_data["hours_per_week"]
        if not HOURS.fullmatch(text) or not 0.5 <= float(text) <= 80:
            raise forms.ValidationError(HOURS_WRONG)
        return float(text)

    def clean_budget_usd(self) -> int:
        """Whole dollars; a dollar sign and commas between thousands may stand in it."""
        found = MONEY.fullmatch(self.cleaned_data["budget_usd"])
        if not found or int(found[1].replace(",", "")) > MOST_USD:
            raise forms.ValidationError(BUDGET_WRONG)
        return int(found[1].replace(",", ""))

    def clean_blocked_weeks(self) -> list[date]:
        """The Mondays of all weeks named."""
        try:
            return weeks.parse(self.cleaned_data["blocked_weeks"])
        except weeks.WeeksError as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """What only shows in the answers together."""
        given = self.cleaned_data
        if "start" in given and "target" in given:
            self._check_dates(given["start"], given["target"])
        if set(given.get("pinned", ())) & set(given.get("excluded", ())):
            self.add_error("pinned", CONTRADICTION)
        return given

    def _check_dates(self, start: date, target: date) -> None:
        if target <= start:
            self.add_error("target", TARGET_EARLY)
        elif (target - start).days > LONGEST_YEARS * 366:
            self.add_error("target", TARGET_FAR)
        elif not Calendar.between(start, target, ()):
            self.add_error("target", TARGET_SHORT)
        elif not Calendar.between(start, target, self.cleaned_data.get("blocked_weeks", ())):
            self.add_error("blocked_weeks", ALL_BLOCKED)

    @property
    def given(self) -> PlanRequest:
        """The valid answers as planning takes them."""
        data = self.cleaned_data
        return PlanRequest(
            start=data["start"],
            target=data["target"],
            hours_per_week=data["hours_per_week"],
            budget_usd=data["budget_usd"],
            blocked_weeks=frozenset(data["blocked_weeks"]),
            open_to=frozenset(move for move in self.offered if data[_move(move)] == "yes"),
            done=frozenset(data["done"]),
            pinned=frozenset(data["pinned"]),
            excluded=frozenset(data["excluded"]),
            running=(),
        )

    @property
    def picked(self) -> dict[str, set[str]]:
        """What is ticked in each list, valid or not, so that the page shows it again."""
        return {name: set(self[name].value() or ()) for name in LISTS}

    def move(self, action: str) -> forms.BoundField:
        """The question whether a big move is open."""
        return self[_move(action)]


def _move(action: str) -> str:
    return f"move-{action}"


def _of_this_century(day: date, message: str) -> date:
    if not 2000 <= day.year < 2100:
        raise forms.ValidationError(message)
    return day
