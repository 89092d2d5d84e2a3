"""The forms of second ratings: the owner's that makes a link, and the mentor's on one skill."""

from typing import Any

from django import forms

from assessments.domain.instrument import LEVELS
from assessments.models import MentorRating
from assessments.models.second import NAME_MAX

CANNOT = "cannot"
CHOOSE_VIEW = "Choose the statement that fits best, or choose ‘I cannot say’"
FORM_UNREADABLE = "This form cannot be used any more. Open the page again"
NAME_MENTOR = "Enter your mentor’s name"
NAME_YOURSELF = "Enter your name, so that your mentor knows who asks"
FULL = "Five links are open, which is as many as there can be. Revoke one first"


def _name(label: str, hint: str, missing: str) -> forms.CharField:
    too_long = f"The name must be {NAME_MAX} characters or fewer"
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages={"required": missing, "max_length": too_long},
    )


class InviteForm(forms.Form):
    """Both names on the link, and the id that it will have, made when the page was drawn."""

    id = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": FORM_UNREADABLE, "invalid": FORM_UNREADABLE}
    )
    mentor = _name("Your mentor’s name", "Only for you two: it tells your links apart", NAME_MENTOR)
    asker = _name("Your name", "As your mentor knows you. It is all that the link tells about you", NAME_YOURSELF)


class MentorForm(forms.Form):
    """A mentor's answer on one skill; nothing is preselected."""

    level = forms.TypedChoiceField(
        coerce=lambda value: None if value == CANNOT else int(value),
        choices=[(value, value) for value in (*map(str, LEVELS), CANNOT)],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_VIEW, "invalid_choice": CHOOSE_VIEW},
    )

    @property
    def chosen(self) -> str:
        """The choice as the page marks it, empty where nothing is chosen."""
        value = self["level"].value()
        return "" if value is None else str(value)

    @property
    def says_nothing(self) -> bool:
        """Whether nothing was chosen."""
        return not self.data.get("level")


def initial(saved: MentorRating | None) -> dict[str, Any]:
    """The saved answer as its form takes it."""
    if saved is None:
        return {}
    return {"level": CANNOT if saved.level is None else saved.level}
