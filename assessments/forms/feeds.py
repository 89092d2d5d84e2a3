"""The form of the weekly hour in a plan's calendar."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms

from assessments.models import Feed

NONE, UTC = "", "UTC"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
CHOOSE_DAY = "Choose a day from the list, or ‘No fixed hour’"
CHOOSE_ZONE = "Choose a time zone from the list, such as America/New York"
ENTER_TIME = "Enter when the hour starts as hours and minutes, such as 18:30"


@cache
def zones() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """All places of the time zone database by area, as a list of choices takes them; UTC comes first."""
    known = sorted(available_timezones())
    places = {area: [key for key in known if key.startswith(f"{area}/")] for area in AREAS}
    named = ((area, tuple((key, _place(key)) for key in keys)) for area, keys in places.items())
    return (("Everywhere", ((UTC, UTC),)), *named)


def _choices() -> tuple[tuple[str, Any], ...]:
    return ((NONE, "Choose a time zone"), *zones())


class WeeklyHourForm(forms.Form):
    """A day, a time and a zone; without a day the other two are kept for the next time.

    No zone is preselected: whoever overlooked it would find every appointment at a wrong hour.
    """

    weekday = forms.TypedChoiceField(
        label="Day of the week",
        help_text="Each week with hours in your plan gets an appointment as long as those hours, at most 8",
        choices=[(NONE, "No fixed hour"), *((str(number), day) for number, day in enumerate(DAYS))],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": CHOOSE_DAY},
        widget=forms.Select(attrs={"class": "input"}),
    )
    time = forms.TimeField(
        label="From",
        help_text="On a 24-hour clock, such as 18:30",
        input_formats=["%H:%M"],
        error_messages={"required": ENTER_TIME, "invalid": ENTER_TIME},
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "input", "type": "time"}),
    )
    zone = forms.ChoiceField(
        label="Time zone",
        help_text="The clock that you live by: the hour stays the same when daylight saving starts or ends",
        choices=_choices,
        required=False,
        error_messages={"invalid_choice": CHOOSE_ZONE},
        widget=forms.Select(attrs={"class": "input"}),
    )

    def clean(self) -> dict[str, Any]:
        """A zone for every hour; without an hour any clock will do."""
        given = self.cleaned_data
        if "zone" in given and not given["zone"]:
            if given.get("weekday") is not None:
                self.add_error("zone", CHOOSE_ZONE)
            else:
                given["zone"] = UTC
        return given


def initial(feed: Feed | None) -> dict[str, Any]:
    """The kept hour as the form takes it."""
    shown = feed or Feed()
    weekday = NONE if shown.weekday is None else str(shown.weekday)
    zone = NONE if shown.weekday is None and shown.zone == UTC else shown.zone
    return {"weekday": weekday, "time": f"{shown.hour:02}:{shown.minute:02}", "zone": zone}


def _place(key: str) -> str:
    return key.partition("/")[2].replace("_", " ").replace("/", ", ")
