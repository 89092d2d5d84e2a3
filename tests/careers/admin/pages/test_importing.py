"""Importing on the desk: problems with their places, or what would change and a button that has it so."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from careers import files
from careers.admin.pages import importing
from careers.models import Career, Deed, Draft, Section
from careers.services import write
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.content import career, catalogue, guide, the_catalogue, tool
from tests.markup import Answer, read

pytestmark = pytest.mark.django_db
OTHER = "chief-medical-officer"
PAGE = "/admin/import/"


def changed(**changes: Any) -> Any:
    return guide(OTHER) | (changes or {"tagline": "From elsewhere."})


def upload(client: Client, document: Any, name: str = "cmo.yaml") -> Answer:
    text = document if isinstance(document, str) else files.written(document)
    return client.post(PAGE, {"file": SimpleUploadedFile(name, text.encode())})


def paste(client: Client, text: str) -> Answer:
    return client.post(PAGE, {"text": text})


def hidden(answer: Answer) -> dict[str, str]:
    """What the button sends."""
    inputs = read(answer).one("div", id="content-main").all("input", type="hidden")
    return {entry["name"]: entry["value"] for entry in inputs}


def agreed(client: Client, answer: Answer) -> Answer:
    return client.post(PAGE, hidden(answer), follow=True)


def test_it_shows_what_would_change_and_changes_it_when_told_to(as_edith: Client, edith: User) -> None:
    shown = upload(as_edith, changed())
    text = read(shown).text
    assert "1 change to Chief Medical Officer" in text
    assert "Tagline changed" in text
    assert "From elsewhere." in text
    assert write(career(OTHER)) == guide(OTHER)
    done = agreed(as_edith, shown)
    assert done.redirect_chain == [(address("change", career(OTHER)), 302)]  # type: ignore[attr-defined]
    assert "The draft says what cmo.yaml says; readers see no difference until it is published." in read(done).text
    assert write(career(OTHER)) == changed()
    assert Deed.objects.get(what=Deed.What.IMPORTED).by == edith


def test_a_pasted_text_and_json_are_taken_as_well(as_edith: Client) -> None:
    agreed(as_edith, paste(as_edith, json.dumps(changed(slug="new-guide"))))
    assert write(career("new-guide")) == changed(slug="new-guide")
    assert Draft.objects.of(career("new-guide")).get().name == "Imported: the pasted text"


def test_what_the_draft_said_is_told_where_it_is_kept(as_edith: Client) -> None:
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="A sentence of the draft.")
    done = agreed(as_edith, upload(as_edith, changed()))
    assert "What the draft said before is kept as number 2." in read(done).text


def test_the_instrument_and_the_toolkit_come_in_here_too(as_edith: Client) -> None:
    whole = catalogue()
    whole["competencies"]["skills"][0]["name"] = "Another name"
    agreed(as_edith, upload(as_edith, whole, "instrument.yaml"))
    assert write(the_catalogue()) == whole
    document = tool("guides")
    document["guides"][0]["title"] = "Another title"
    shown = upload(as_edith, document, "guidance.yaml")
    assert "readers would see it at once" in read(shown).text
    assert "Published: guidance.yaml. Readers see it now." in read(agreed(as_edith, shown)).text
    assert career().toolkit.filter(kind="guides").count() == 2


def test_problems_are_listed_with_their_places_and_what_was_pasted_stays(as_edith: Client) -> None:
    document = changed()
    document["figures"][0]["source"] = "nobody"
    document["sections"][1]["body"] = "Text <script>alert(1)</script>"
    text = json.dumps(document)
    answer = paste(as_edith, text)
    assert answer.status_code == 422
    page = read(answer)
    places = [code.text for code in page.one("ul", class_="problems").all("code")]
    assert {"figures[0].source", "sections[1].body"} <= set(places)
    assert page.one("textarea", id="id_text").text == " ".join(text.split())
    assert write(career(OTHER)) == guide(OTHER)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("slug: &a one\ntitle: *a\n", "line 2 aliases are not read"),
        ("slug: a\nslug: b\n", "'slug' stands twice"),
        ('{"slug": "a", "slug": "b"}', "'slug' stands twice"),
        ("just words", "is none of the documents that this site holds"),
        ("{" * 5000, "has 1 problem"),
        ("[" * 60 + "]" * 60, "is nested more than 50 levels deep"),
    ],
)
def test_what_is_no_document_is_said_to_be_none(as_edith: Client, text: str, words: str) -> None:
    answer = paste(as_edith, text)
    assert answer.status_code == 422
    assert words in read(answer).text


def test_nothing_and_both_and_too_much_are_refused(as_edith: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    file = SimpleUploadedFile("a.yaml", b"a: 1")
    for sent in ({}, {"text": "  "}, {"text": "a: 1", "file": file}):
        assert "one of both" in read(as_edith.post(PAGE, sent)).text
    monkeypatch.setattr(importing, "LARGEST", 10)
    for answer in (paste(as_edith, "a: 123456789"), upload(as_edith, "a: 123456789")):
        assert answer.status_code == 422
        assert "larger than 10 bytes" in read(answer).text


def test_who_looks_too_long_is_told_and_shown_again(as_edith: Client) -> None:
    shown = upload(as_edith, changed())
    Section.objects.filter(career__slug=OTHER, slug="salary").update(body="Meanwhile.")
    told = agreed(as_edith, shown)
    assert "somebody has edited the draft since you looked" in read(told).text
    assert "2 changes to Chief Medical Officer" in read(told).text
    assert write(career(OTHER))["tagline"] == guide(OTHER)["tagline"]
    agreed(as_edith, told)
    assert write(career(OTHER)) == changed()


def test_sending_twice_changes_once(as_edith: Client) -> None:
    shown = upload(as_edith, changed())
    agreed(as_edith, shown)
    assert "Nothing would change" in read(agreed(as_edith, shown)).text
    assert Deed.objects.filter(what=Deed.What.IMPORTED).count() == 1


@pytest.mark.parametrize("sent", [{"seen": ""}, {"seen": "x", "document": "a: ["}, {"seen": "x", "name": "y" * 5000}])
def test_a_button_that_nobody_drew_changes_nothing(as_edith: Client, sent: dict[str, str]) -> None:
    assert as_edith.post(PAGE, sent).status_code == 422
    assert not Deed.objects.filter(what=Deed.What.IMPORTED).exists()


def test_each_kind_asks_for_its_right(edith: User) -> None:
    author = at_the_desk(editor("anna", "author"))
    assert agreed(author, upload(author, changed())).status_code == 200
    document = tool("guides")
    document["guides"][0]["title"] = "Another title"
    assert upload(author, document).status_code == 403
    allowed = hidden(upload(at_the_desk(edith), document))
    assert author.post(PAGE, allowed).status_code == 403
    for role in ("reviewer", "publisher"):
        other = at_the_desk(editor(role, role))
        assert [other.get(PAGE).status_code, upload(other, changed()).status_code] == [403, 403]
    assert career().toolkit.filter(kind="guides").count() == 1


def test_a_script_in_a_name_or_a_document_is_text(as_edith: Client) -> None:
    answer = upload(as_edith, changed(title="<script>alert(1)</script>"), "<b>.yaml")
    assert b"<script>alert" not in answer.content
    assert reverse("admin:import") == PAGE
    assert not Career.objects.filter(title__contains="script").exists()


def test_a_name_that_no_database_keeps_is_kept_without_what_spoils_it(as_edith: Client) -> None:
    sent = hidden(paste(as_edith, json.dumps(changed()))) | {"name": "cmo\0.yaml"}
    assert as_edith.post(PAGE, sent).status_code == 302
    assert Draft.objects.of(career(OTHER)).get().name == "Imported: cmo.yaml"
