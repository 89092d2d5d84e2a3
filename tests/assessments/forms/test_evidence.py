"""Whatever is sent as an entry is answered at its field, and all that was typed is kept."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from assessments.forms import evidence as forms
from assessments.forms import files
from assessments.forms.evidence import EvidenceForm
from assessments.services.evidence import FILE_MAX, Entry, Page
from tests.assessments.documents import PDF

TODAY = date(2026, 12, 1)
ID = "6e6dc563-0b32-4cb5-95f7-2124b93ed0c9"
SKILLS = {f"skill-{number}": f"Skill {number}" for number in range(9)}
RIGHT: dict[str, Any] = {"id": ID, "key": ID, "revision": "3", "title": "Cut overrides", "skills": ["skill-1"]}


def sent(file: tuple[str, bytes] | None = None, **changes: Any) -> EvidenceForm:
    """What a browser sends: right values, with these in their place."""
    data = QueryDict(mutable=True)
    for name, value in (RIGHT | changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    chosen = MultiValueDict({"file": [SimpleUploadedFile(*file)]} if file else {})
    return EvidenceForm(data, chosen, skills=SKILLS, today=TODAY)


def test_a_title_is_enough() -> None:
    form = sent(skills=[])
    assert form.is_valid()
    assert form.entry == Entry("Cut overrides", skills=[])
    assert form.page == Page(UUID(ID), 3)


def test_everything_is_read_as_it_is_meant() -> None:
    text = "a\r\nb" * 500
    form = sent(("../x.PDF", PDF), done_on="2026-03-31", what=text, link=" https://example.org/ä?q=1 ", drop_file="on")
    assert form.errors == {}
    entry = form.entry
    assert (entry.done_on, entry.what, entry.drop_file) == (date(2026, 3, 31), "a\nb" * 500, True)
    assert (entry.link, entry.skills) == ("https://example.org/ä?q=1", ["skill-1"])
    assert entry.file
    assert (entry.file.name, entry.file.kind, entry.file.content) == ("x.pdf", "pdf", PDF)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("title", " ", forms.NO_TITLE),
        ("title", "x" * 121, "The title must be 120 characters or fewer"),
        ("title", "a\0b", "Null characters are not allowed."),
        ("what", "x" * 2001, "What you did must be 2,000 characters or fewer"),
        ("outcome", "x" * 2001, "What came of it must be 2,000 characters or fewer"),
        ("done_on", "31.3.2026", forms.DAY_WRONG),
        ("done_on", "2026-02-30", forms.DAY_WRONG),
        ("done_on", "٢٠٢٦-٠٣-٣١", forms.DAY_WRONG),
        ("done_on", (TODAY + timedelta(days=2)).isoformat(), forms.DAY_AHEAD),
        ("done_on", "9999-12-31", forms.DAY_AHEAD),
        ("done_on", "0001-01-01", forms.DAY_LONG_AGO),
        ("link", "example.org", forms.LINK_WRONG),
        ("link", "javascript:alert(1)", forms.LINK_WRONG),
        ("link", "ftp://example.org/x", forms.LINK_WRONG),
        ("link", "https://[::1", forms.LINK_WRONG),
        ("link", "https://example.org/" + "x" * 500, "The link must be 500 characters or fewer"),
        ("skills", ["skill-1", "nothing"], forms.SKILLS_UNKNOWN),
        ("skills", list(SKILLS), forms.SKILLS_MANY),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_kept(name: str, value: Any, message: str) -> None:
    form = sent(**{name: value})
    assert form.errors == {name: [message]}
    assert form[name].value() == value


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.pdf", b"", forms.FILE_EMPTY),
        ("a.pdf", PDF + b" " * (FILE_MAX + 1 - len(PDF)), forms.FILE_LARGE),
        ("a.pdf", b"MZ\x90\x00", files.OTHER_KIND),
        ("a.pdf", b"<html>", files.OTHER_KIND),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused(name: str, content: bytes, message: str) -> None:
    assert sent((name, content)).errors == {"file": [message]}


def test_a_file_of_five_megabytes_is_taken() -> None:
    assert sent(("a.pdf", PDF + b" " * (FILE_MAX - len(PDF)))).is_valid()


def test_whoever_has_something_else_to_put_right_is_asked_for_the_file_again() -> None:
    assert sent(("a.pdf", PDF), title="").errors == {"title": [forms.NO_TITLE], "file": [forms.FILE_AGAIN]}
    form = sent(("a.pdf", PDF))
    assert form.is_valid()
    form.refuse(None, forms.FULL)
    assert form.errors == {"__all__": [forms.FULL], "file": [forms.FILE_AGAIN]}


@pytest.mark.parametrize("text", ["", "x", "\0", "-1", "1" * 20, "٣"])
def test_what_nobody_typed_is_never_a_mistake_of_theirs(text: str) -> None:
    form = sent(id=text, key=text, revision=text)
    assert form.is_valid()
    assert form.page.revision == 0
    assert form.cleaned_data["id"].version == 4
