"""The forms of a shared plan: the owner's that makes a link, and a note of either's."""

from typing import Any

from django import forms

from assessments.forms.second import FORM_UNREADABLE
from assessments.models import Share
from assessments.models.leaving import NOTE_MAX
from assessments.models.second import NAME_MAX

DAYS = (7, 30, 90)
USUAL_DAYS = 30
USUAL_PARTS = (Share.Part.WEEK, Share.Part.TIMELINE, Share.Part.MILESTONES, Share.Part.NOTES)
NAME_MENTOR = "Enter your mentor’s name"
NAME_YOURSELF = "Enter your name, so that your mentor knows whose plan it is"
CHOOSE_PARTS = "Choose at least one part of the plan"
CHOOSE_DAYS = "Choose how long the link opens"
FULL = "Five links are open, which is as many as there can be. Revoke one first"
NOTE_EMPTY = "Enter a note"
NOTE_LONG = f"The note must be {NOTE_MAX:,} characters or fewer"
NOTES_FULL = "There is no room for more notes on this plan. The note was not kept; copy it if you need it"
NOTES_FULL_OWN = "This plan has 200 notes, which is as many as there can be. Delete one first; your text is still here"
NOTES_FAST = "Ten notes within an hour are as many as there can be. Your text is still here: send it later"


def _id() -> forms.UUIDField:
    errors = {"required": FORM_UNREADABLE, "invalid": FORM_UNREADABLE}
    return forms.UUIDField(widget=forms.HiddenInput, error_messages=errors)


def _name(label: str, hint: str, missing: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=NAME_MAX,
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off"}),
        error_messages={"required": missing, "max_length": f"The name must be {NAME_MAX} characters or fewer"},
    )


class ShareForm(forms.Form):
    """Both names, what is shared and for how long, and the id that the link will have, made when the page was drawn."""

    id = _id()
    mentor = _name("Your mentor’s name", "Only for you two: it tells your links and their notes apart", NAME_MENTOR)
    sharer = _name("Your name", "As your mentor knows you. It appears on the page that they see", NAME_YOURSELF)
    parts = forms.MultipleChoiceField(
        label="What your mentor sees",
        help_text="With every link: the plan’s dates, its hours a week and its budget, and how much is done",
        choices=Share.Part.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": CHOOSE_PARTS, "invalid_choice": CHOOSE_PARTS},
    )
    days = forms.TypedChoiceField(
        label="How long the link works",
        choices=[(str(days), f"{days} days") for days in DAYS],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_DAYS, "invalid_choice": CHOOSE_DAYS},
    )


class NoteField(forms.CharField):
    """Plain text of a few lines; a line end counts once, however the browser writes it."""

    def to_python(self, value: Any) -> str:
        """The text with plain line ends."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class NoteForm(forms.Form):
    """A note, and the id that it will have, made when the page was drawn."""

    use_required_attribute = False
    id = _id()
    text = NoteField(
        label="Your note",
        help_text="Leave out anything about patients",
        max_length=NOTE_MAX,
        widget=forms.Textarea(attrs={"class": "input", "rows": 4}),
        error_messages={"required": NOTE_EMPTY, "max_length": NOTE_LONG},
    )

    def __init__(self, *args: Any, hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "note_%s", **kwargs})
        if hint:
            self.fields["text"].help_text = hint
