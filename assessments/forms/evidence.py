"""One entry of the evidence locker as its page sends it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.core.validators import URLValidator

from assessments.forms.files import FileRefused, clean_name, kind_of
from assessments.forms.profile.target import ISO_DAY
from assessments.models import Evidence
from assessments.models.evidence import LINK_MAX, MOST_SKILLS, TEXT_MAX, TITLE_MAX
from assessments.services.evidence import FILE_MAX, MEGABYTE, MOST_BYTES, MOST_ENTRIES, Entry, NewFile, Page

NO_TITLE = "Enter what it was, in a few words"
DAY_WRONG = "Enter the day as year, month and day, such as 2026-03-31"
DAY_AHEAD = "Enter a day that is not ahead of today: evidence is what you have done"
DAY_LONG_AGO = "Enter a day after 1950"
LINK_WRONG = "Enter a link that begins with https:// or http://, such as https://example.org/poster"
SKILLS_UNKNOWN = "Choose skills from the list"
SKILLS_MANY = f"Choose at most {MOST_SKILLS} skills, those that it shows best"
FILE_EMPTY = "The file is empty. Choose a PDF or a Word document (.docx) with something in it"
FILE_WRONG = "No file arrived. Choose it again"
FILE_LARGE = (
    f"The file must be {FILE_MAX // MEGABYTE} MB or smaller. Choose a version with smaller pictures, or link to it"
)
FILE_AGAIN = "Choose the file again: a browser does not keep it when a page comes back"
FILE_INFECTED = "The virus scanner found something in the file, so nothing was saved. Choose another file, or none"
NO_ROOM = f"Your files would take more than {MOST_BYTES // MEGABYTE} MB. Take another file away first, or link to it"
FULL = f"You have {MOST_ENTRIES} entries, which is as many as there can be. Delete one that you do not need first"
CHANGED = "This entry was changed on another page after you opened this one. Nothing was saved, and nothing is lost"


def _long(name: str, most: int) -> dict[str, str]:
    return {"max_length": f"{name} must be {most:,} characters or fewer"}


class _Text(forms.CharField):
    """A text whose line breaks count as one character, as they did in the browser that let them through."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return text.replace("\r\n", "\n") if isinstance(text, str) else text


def _text(label: str, hint: str, name: str) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4})
    messages = _long(name, TEXT_MAX)
    return _Text(
        label=label, help_text=hint, required=False, max_length=TEXT_MAX, widget=widget, error_messages=messages
    )


class EvidenceForm(forms.Form):
    """One entry; its id and its key were made when it was drawn, so that sending it twice makes one."""

    id = forms.Field(required=False, widget=forms.HiddenInput)
    key = forms.Field(required=False, widget=forms.HiddenInput)
    revision = forms.Field(required=False, widget=forms.HiddenInput)
    title = forms.CharField(
        label="What it was, in a few words",
        help_text="Such as: Cut the overrides of sepsis alerts by a third",
        max_length=TITLE_MAX,
        widget=forms.TextInput(attrs={"class": "input"}),
        error_messages={"required": NO_TITLE, **_long("The title", TITLE_MAX)},
    )
    done_on = forms.CharField(
        label="When it was done",
        help_text="The day it was finished, or any day of that month",
        required=False,
        widget=forms.TextInput(attrs={"type": "date", "class": "input w10"}),
    )
    what = _text("What you did", "Your own part in it, in two or three sentences", "What you did")
    outcome = _text(
        "What came of it, as measured",
        "A number with its place and time, such as: from 92 to 61 percent on four wards in six months",
        "What came of it",
    )
    link = forms.CharField(
        label="Link",
        help_text="A paper, a poster or a page about it. This site never opens it",
        required=False,
        max_length=LINK_MAX,
        widget=forms.TextInput(attrs={"class": "input", "inputmode": "url"}),
        error_messages=_long("The link", LINK_MAX),
    )
    file = forms.FileField(
        label="File",
        help_text=f"A PDF or a Word document (.docx) of at most {FILE_MAX // MEGABYTE} MB. Only you can open it",
        required=False,
        widget=forms.FileInput(attrs={"class": "input", "accept": ".pdf,.docx"}),
        error_messages={"empty": FILE_EMPTY, "invalid": FILE_WRONG, "missing": FILE_WRONG},
    )
    drop_file = forms.BooleanField(label="Remove the file", required=False)
    skills = forms.MultipleChoiceField(
        label="Skills it backs",
        help_text=f"At most {MOST_SKILLS}. Your rating of each then counts for more",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": SKILLS_UNKNOWN, "invalid_list": SKILLS_UNKNOWN},
    )

    def __init__(self, *args: Any, skills: Mapping[str, str], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["skills"]).choices = list(skills.items())
        self.today = today

    def clean_id(self) -> UUID:
        """The id that was made before."""
        return _uuid(self.cleaned_data["id"])

    def clean_key(self) -> UUID:
        """The key of the page that was sent."""
        return _uuid(self.cleaned_data["key"])

    def clean_revision(self) -> int:
        """The revision that the page showed; anything that is no number of ours showed none."""
        text = str(self.cleaned_data["revision"])
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

    def clean_done_on(self) -> date | None:
        """A day that has begun somewhere on Earth."""
        text = self.cleaned_data["done_on"]
        if not text:
            return None
        try:
            day = date.fromisoformat(text if ISO_DAY.fullmatch(text) else "")
        except ValueError as error:
            raise forms.ValidationError(DAY_WRONG) from error
        if day > self.today + timedelta(days=1):
            raise forms.ValidationError(DAY_AHEAD)
        if day.year < 1950:
            raise forms.ValidationError(DAY_LONG_AGO)
        return day

    def clean_link(self) -> str:
        """An address of the web, or nothing."""
        link: str = self.cleaned_data["link"]
        if link:
            URLValidator(schemes=["http", "https"], message=LINK_WRONG)(link)
        return link

    def clean_skills(self) -> list[str]:
        """Not more than an entry can show."""
        skills: list[str] = self.cleaned_data["skills"]
        if len(skills) > MOST_SKILLS:
            raise forms.ValidationError(SKILLS_MANY)
        return skills

    def clean_file(self) -> NewFile | None:
        """The file by its content, or nothing."""
        sent = self.cleaned_data["file"]
        if sent is None:
            return None
        if sent.size > FILE_MAX:
            raise forms.ValidationError(FILE_LARGE)
        content = sent.read()
        try:
            kind = kind_of(content)
        except FileRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return NewFile(clean_name(sent.name, kind), kind, content)

    def clean(self) -> dict[str, Any]:
        """Whoever has to put something else right has to choose their file again."""
        if self.errors:
            self._ask_for_file()
        return self.cleaned_data

    def refuse(self, field: str | None, message: str) -> None:
        """Say what only saving could tell."""
        self.add_error(field, message)
        self._ask_for_file()

    def draw_again(self, kept: Evidence) -> None:
        """Let the same answers be sent once more, on top of what is kept."""
        data = cast(Any, self.data).copy()
        data["key"], data["revision"] = str(uuid4()), str(kept.revision)
        self.data = data
        self._ask_for_file()

    def _ask_for_file(self) -> None:
        if self.files.get("file") and not self.has_error("file"):
            self.add_error("file", FILE_AGAIN)

    @property
    def chosen(self) -> list[str]:
        """The skills that are ticked, valid or not."""
        return [str(skill) for skill in self["skills"].value() or ()]

    @property
    def page(self) -> Page:
        """Which page was sent."""
        return Page(self.cleaned_data["key"], self.cleaned_data["revision"])

    @property
    def entry(self) -> Entry:
        """The valid answers as they are saved."""
        told = ("title", "done_on", "what", "outcome", "link", "skills", "file", "drop_file")
        return Entry(**{name: self.cleaned_data[name] for name in told})


def initial(kept: Evidence) -> dict[str, Any]:
    """What the form of a kept entry shows, with a key of its own."""
    return {
        "id": kept.pk,
        "key": uuid4(),
        "revision": kept.revision,
        "title": kept.title,
        "done_on": kept.done_on.isoformat() if kept.done_on else "",
        "what": kept.what,
        "outcome": kept.outcome,
        "link": kept.link,
        "skills": kept.backs,
    }


def _uuid(text: Any) -> UUID:
    """What was made before; anything else gets a new one, because nobody could mend it."""
    try:
        return UUID(str(text or ""))
    except ValueError:
        return uuid4()
