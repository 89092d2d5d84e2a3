"""Step 3 of the builder: what is done, what has to be in a plan, what stays out, and actions of one's own."""

import re
from collections.abc import Collection, Sequence
from typing import Any, cast

from django import forms

from assessments.forms.builder.fields import CONTROLS, UNKNOWN, a_number, several
from assessments.forms.builder.means import usd

CONTRADICTION = "An action cannot be both in the plan and left out: take it off one of the two lists"
LISTS = ("done", "pinned", "excluded")
OWN_FIELDS = ("own_name", "own_hours", "own_weeks", "own_cost", "own_skill")
HOURS = re.compile(r"\d{1,4}(\.\d{1,2})?", re.ASCII)
WEEKS = re.compile(r"\d{1,3}", re.ASCII)
LONGEST_NAME = 120
MOST_OWN = 20
NAME_WRONG = f"Enter what you want to do in {LONGEST_NAME} characters or fewer, such as Shadow our CMIO for a month"
NAME_PLAIN = "Write the name of your action in one line of plain text"
OWN_HOURS_WRONG = "Enter the hours that your action takes from 0.5 to 2,000, such as 12"
OWN_WEEKS_WRONG = "Enter the weeks over which you do it from 1 to 156, such as 4"
OWN_COST_WRONG = "Enter what your action costs in whole US dollars from 0 to 10,000,000, such as 200"
TOO_MANY = f"A plan holds at most {MOST_OWN} actions of your own: remove one before you add another"


class ActionsForm(forms.Form):
    """Lists of the catalogue's actions and what cannot be arranged; the fields `own_…` describe one more own action."""

    use_required_attribute = False

    done = several("Actions you have already done", "What they taught you is in your ratings already")
    pinned = several("Actions that have to be in the plan", "The rest is chosen around them")
    excluded = several("Actions to leave out", "The plan does without them")
    unavailable = several(
        "What cannot be arranged where you work", "A plan assumes the rest, and lists what you have to arrange"
    )
    own_name = forms.CharField(
        label="What you want to do",
        required=False,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
    )
    own_hours = a_number("Hours it takes", "All together", "", "decimal")
    own_weeks = a_number("Weeks", "From its first day to its last", "", "numeric")
    own_cost = a_number("What it costs you", "0 where it is free", "", "numeric")
    own_skill = forms.ChoiceField(
        label="Skill it lifts by one level",
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": UNKNOWN},
    )

    def __init__(
        self,
        *args: Any,
        actions: Collection[str],
        conditions: Sequence[tuple[str, str]],
        skills: Sequence[tuple[str, str]],
        own: int,
        has_done: bool = True,
        asks_own: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in LISTS:
            cast(forms.MultipleChoiceField, self.fields[name]).choices = [(action, action) for action in actions]
        cast(forms.MultipleChoiceField, self.fields["unavailable"]).choices = conditions
        cast(forms.ChoiceField, self.fields["own_skill"]).choices = [("", "None of them"), *skills]
        self.own, self.asks_own = own, asks_own
        if not has_done:
            del self.fields["done"]

    def clean(self) -> dict[str, Any]:
        """Checks what only shows in the answers together, and the own action where one is described."""
        given = self.cleaned_data
        if set(given.get("pinned", ())) & set(given.get("excluded", ())):
            self.add_error("pinned", CONTRADICTION)
        if self.asks_own or self.describes_own:
            self._check_own()
        return given

    @property
    def describes_own(self) -> bool:
        """Whether something was entered about one more own action."""
        return any(str(self.data.get(name) or "").strip() for name in OWN_FIELDS)

    @property
    def added(self) -> dict[str, Any] | None:
        """The valid own action that was described: name, hours, weeks, cost_usd and the skill, if any."""
        given = self.cleaned_data
        if not self.describes_own:
            return None
        values = {"name": given["own_name"], "hours": float(given["own_hours"]), "weeks": int(given["own_weeks"])}
        return {**values, "cost_usd": usd(given["own_cost"] or "0", OWN_COST_WRONG), "skill": given["own_skill"]}

    @property
    def picked(self) -> dict[str, set[str]]:
        """What is ticked in each list, valid or not, so that the page shows it again."""
        return {name: set(self[name].value() or ()) for name in LISTS if name in self.fields}

    def _check_own(self) -> None:
        if self.own >= MOST_OWN:
            self.add_error("own_name", TOO_MANY)
            return
        given = {name: self.cleaned_data.get(name, "") for name in OWN_FIELDS}
        self._refuse("own_name", NAME_WRONG, not 0 < len(given["own_name"]) <= LONGEST_NAME)
        self._refuse("own_name", NAME_PLAIN, bool(CONTROLS.search(given["own_name"])))
        self._refuse("own_hours", OWN_HOURS_WRONG, not _within(HOURS, given["own_hours"], 0.5, 2000))
        self._refuse("own_weeks", OWN_WEEKS_WRONG, not _within(WEEKS, given["own_weeks"], 1, 156))
        try:
            usd(given["own_cost"] or "0", OWN_COST_WRONG)
        except forms.ValidationError:
            self._refuse("own_cost", OWN_COST_WRONG, True)

    def _refuse(self, name: str, message: str, is_wrong: bool) -> None:
        if is_wrong and name not in self.errors:
            self.add_error(name, message)


def _within(pattern: re.Pattern[str], text: str, least: float, most: float) -> bool:
    return bool(pattern.fullmatch(text)) and least <= float(text) <= most
