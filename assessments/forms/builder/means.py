"""Step 2 of the builder: hours, money, and the big moves that are never assumed."""

import re
from collections.abc import Collection
from typing import Any

from django import forms

from assessments.forms.amounts import BUDGET_WRONG, MONEY, MOST_USD
from assessments.forms.builder.fields import a_number

HOURS_WRONG = "Enter hours a week from 0.5 to 80, such as 4"
YES_OR_NO = "Choose yes or no"
HOURS = re.compile(r"\d{1,3}(\.\d{1,2})?", re.ASCII)
MOVE = "move-"
"""How the names of the questions on big moves begin."""


class MeansForm(forms.Form):
    """Own hours a week, own money, and a yes or no for each big move that could help."""

    use_required_attribute = False

    hours_per_week = a_number(
        "Hours a week, outside paid work", "In an ordinary week, not your best one", HOURS_WRONG, "decimal"
    )
    budget_usd = a_number(
        "Money of your own, for the whole plan",
        "Courses, exams and travel. Leave out what an employer pays",
        BUDGET_WRONG,
        "numeric",
    )

    def __init__(self, *args: Any, moves: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = tuple(moves)
        for move in moves:
            self.fields[f"{MOVE}{move}"] = forms.ChoiceField(
                choices=[("no", "No"), ("yes", "Yes")],
                required=False,
                initial="no",
                error_messages={"invalid_choice": YES_OR_NO},
            )

    def clean_hours_per_week(self) -> float:
        """Hours from a half to eighty."""
        text = self.cleaned_data["hours_per_week"]
        if not HOURS.fullmatch(text) or not 0.5 <= float(text) <= 80:
            raise forms.ValidationError(HOURS_WRONG)
        return float(text)

    def clean_budget_usd(self) -> int:
        """Whole dollars; a dollar sign and commas between thousands may stand in it."""
        return usd(self.cleaned_data["budget_usd"], BUDGET_WRONG)

    @property
    def open_to(self) -> frozenset[str]:
        """The big moves that were answered with yes."""
        return frozenset(move for move in self.offered if self.cleaned_data.get(f"{MOVE}{move}") == "yes")

    def move(self, action: str) -> forms.BoundField:
        """The question whether a big move is open."""
        return self[f"{MOVE}{action}"]


def usd(text: str, message: str) -> int:
    """The dollars that somebody typed; an error with the message where they are none."""
    found = MONEY.fullmatch(text)
    if not found or int(found[1].replace(",", "")) > MOST_USD:
        raise forms.ValidationError(message)
    return int(found[1].replace(",", ""))
