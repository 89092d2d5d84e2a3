"""The owner's notes on a plan: added, read with those of mentors, and deleted after a question."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.forms import sharing as forms
from assessments.models import Note, Plan
from assessments.presentation.notes import SHOWN
from assessments.services import notes as services
from assessments.services import sharing
from tests import journeys, markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    journeys.stop_clock(monkeypatch)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def by_mentor(plan: Plan, text: str) -> Note:
    names = {"mentor": "Dr. <Lee>", "sharer": "Asha Rao"}
    link = sharing.share(plan=plan, id=uuid4(), parts=["week"], days=7, at=journeys.NOW, **names)
    return services.leave(share=link, id=uuid4(), text=text, at=journeys.NOW)


def section(client: Client, plan: Plan) -> markup.Element:
    return markup.read(client.get(plan.get_absolute_url())).one("section", aria_labelledby="notes")


def lines(part: markup.Element) -> list[str]:
    return [note.text for note in part.all("li")]


def test_a_note_is_added_once_from_the_page_of_the_plan(as_alice: Client, plan: Plan) -> None:
    form = section(as_alice, plan).one("form")
    sent = markup.typed(form) | {"text": "  Sponsor agreed.\r\nData access is next. "}
    for _ in range(2):
        assert as_alice.post(form["action"], sent)["Location"] == f"{plan.get_absolute_url()}#notes"
    assert Note.objects.get().text == "Sponsor agreed.\nData access is next."
    part = section(as_alice, plan)
    assert len(part.one("p", class_="said").all("br")) == 1
    assert "You, 1 December 2026" in part.text


def test_a_note_that_was_sent_after_the_session_had_ended_comes_back_to_whoever_wrote_it(
    as_alice: Client, plan: Plan, alice: User, charlie: User
) -> None:
    form = section(as_alice, plan).one("form")
    sent = markup.typed(form) | {"text": "Sponsor agreed."}
    as_alice.logout()
    assert as_alice.post(form["action"], sent)["Location"].startswith("/accounts/login/?next=")
    as_alice.force_login(alice)
    page = markup.read(as_alice.get(form["action"]))
    assert "You were signed out before this was saved." in page.one("div", role="status").text
    again = page.one("form", action=form["action"])
    assert again.one("textarea").text == "Sponsor agreed."
    as_alice.post(form["action"], markup.typed(again))
    assert Note.objects.get().text == "Sponsor agreed."
    assert markup.read(as_alice.get(form["action"])).one("textarea").text == ""
    as_alice.logout()
    as_alice.post(form["action"], sent)
    as_alice.force_login(charlie)
    assert as_alice.get(form["action"]).status_code == 404


def test_what_a_mentor_wrote_is_plain_text(as_alice: Client, plan: Plan) -> None:
    by_mentor(plan, "<script>alert(1)</script> https://example.org/ & so on")
    part = section(as_alice, plan)
    assert "<script>alert(1)</script> https://example.org/ & so on Dr. <Lee>, 1 December 2026" in lines(part)[0]
    assert part.all("script") == []
    assert {link["href"].split("/")[1] for link in part.all("a")} == {"plans"}


def test_the_plan_shows_the_newest_and_the_page_of_notes_all(as_alice: Client, plan: Plan) -> None:
    for number in range(SHOWN + 1):
        at = journeys.NOW + timedelta(minutes=number)
        services.write(plan=plan, id=uuid4(), text=f"Note {number}.", at=at)
    part = section(as_alice, plan)
    assert [line.split(".")[0] for line in lines(part)] == [f"Note {number}" for number in range(SHOWN, 0, -1)]
    (link,) = (link["href"] for link in part.all("a") if link.text == "See all notes")
    assert len(lines(markup.read(as_alice.get(link)).one("ol", class_="notes"))) == SHOWN + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [("", forms.NOTE_EMPTY), (" \r\n ", forms.NOTE_EMPTY), ("x" * 2001, forms.NOTE_LONG), ("a\0", "Null characters")],
)
def test_an_empty_or_endless_note_is_refused_and_kept_on_the_page(
    as_alice: Client, plan: Plan, text: str, words: str
) -> None:
    place = f"{plan.get_absolute_url()}notes/"
    answer = as_alice.post(place, {"id": str(uuid4()), "text": text})
    whole = markup.read(answer)
    assert (answer.status_code, Note.objects.count()) == (422, 0)
    assert words in whole.one("div", class_="error-summary").text
    assert whole.one("div", class_="error-summary").one("a")["href"] == "#note_text"
    assert markup.typed(whole)["text"] == [text]


def test_two_thousand_characters_fit_however_lines_end(as_alice: Client, plan: Plan) -> None:
    text = "\r\n".join(["x" * 9] * 200) + "y"
    answer = as_alice.post(f"{plan.get_absolute_url()}notes/", {"id": str(uuid4()), "text": text})
    assert (answer.status_code, len(Note.objects.get().text)) == (302, 2000)


def test_a_full_plan_says_so_and_keeps_what_was_typed(as_alice: Client, plan: Plan) -> None:
    Note.objects.bulk_create(Note(plan=plan, text="x", created_at=journeys.NOW) for _ in range(services.MOST_OF_PLAN))
    answer = as_alice.post(f"{plan.get_absolute_url()}notes/", {"id": str(uuid4()), "text": "One more"})
    whole = markup.read(answer)
    assert answer.status_code == 422
    assert forms.NOTES_FULL_OWN in whole.text
    assert markup.typed(whole)["text"] == ["One more"]


def test_a_note_is_deleted_after_a_question(as_alice: Client, as_charlie: Client, plan: Plan) -> None:
    note = by_mentor(plan, "Ask for the report")
    (link,) = (link for link in section(as_alice, plan).all("a") if link.text.startswith("Delete"))
    assert link.text == "Delete the note by Dr. <Lee> of 1 December 2026"
    asked = markup.read(as_alice.get(link["href"])).one("main")
    assert "Ask for the report" in asked.text
    assert as_charlie.post(link["href"]).status_code == 404
    assert Note.objects.get() == note
    assert as_alice.post(asked.one("form")["action"])["Location"] == f"{plan.get_absolute_url()}notes/"
    assert not Note.objects.exists()
    assert as_alice.post(link["href"]).status_code == 404


def test_a_note_changes_no_revision(as_alice: Client, plan: Plan) -> None:
    before = plan.current.number
    as_alice.post(f"{plan.get_absolute_url()}notes/", {"id": str(uuid4()), "text": "Mine"})
    assert Plan.objects.whole().get().current.number == before
