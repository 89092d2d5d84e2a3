"""The locker between tabs, sign-outs and newer catalogues: nothing that was typed is lost."""

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.test import Client

from assessments.forms import evidence as forms
from assessments.models import Evidence, EvidenceFile, Rating
from assessments.presentation import evidence as presentation
from assessments.services import evidence as services
from careers.models import InstrumentVersion
from tests import markup
from tests.assessments.runs import NOW, started
from tests.assessments.views.locker import NEW, added, drawn, page, pdf, summary

pytestmark = pytest.mark.django_db


def test_two_tabs_lose_nothing(as_alice: Client) -> None:
    entry = added(as_alice, what="First", skills=["cds"])
    path = f"/evidence/{entry.pk}/"
    one, other = drawn(as_alice, path), drawn(as_alice, path)
    assert as_alice.post(path, one | {"title": "From one tab"}).status_code == 302
    answer = as_alice.post(path, other | {"title": "From the other", "what": "Second", "file": pdf()})
    assert answer.status_code == 409
    assert [line for line in (forms.CHANGED, forms.FILE_AGAIN) if line not in summary(answer)] == []
    whole = markup.read(answer)
    assert "From one tab" in whole.one("dl").text
    form = whole.one("form", enctype="multipart/form-data")
    again = markup.typed(whole, form)
    assert (again["title"], again["what"]) == (["From the other"], ["Second"])
    assert Evidence.objects.get().title == "From one tab"
    assert as_alice.post(form["action"], again).status_code == 302
    kept = Evidence.objects.get()
    assert (kept.title, kept.what, kept.revision) == ("From the other", "Second", 3)


def test_a_full_locker_says_so_before_and_after(as_alice: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MOST_ENTRIES", 1)
    added(as_alice)
    assert forms.FULL in page(as_alice, "/evidence/").text
    answer = as_alice.post(NEW, drawn(as_alice, NEW) | {"title": "Second"})
    assert (answer.status_code, forms.FULL in summary(answer)) == (422, True)
    assert "Second" in markup.read(answer).one("input", name="title")["value"]


def test_a_file_can_be_taken_away_and_an_entry_deleted_after_a_question(as_alice: Client) -> None:
    entry = added(as_alice, file=pdf())
    path = f"/evidence/{entry.pk}/"
    assert as_alice.post(path, drawn(as_alice, path) | {"drop_file": "on"}).status_code == 302
    assert not EvidenceFile.objects.exists()
    asked = page(as_alice, f"{path}delete/")
    assert "Cut overrides" in asked.one("dl").text
    assert Evidence.objects.exists()
    assert as_alice.post(f"{path}delete/").headers["Location"] == "/evidence/"
    assert not Evidence.objects.exists()
    assert as_alice.get(path).status_code == 404


def test_the_examples_of_the_last_assessment_become_entries_without_typing(as_alice: Client, alice: User) -> None:
    attempt = started(alice)
    for skill, text in (("cds", "Led the sepsis alert"), ("ethics", "")):
        Rating.objects.create(attempt=attempt, skill=skill, level=3, evidence=text, saved_at=NOW)
    main = page(as_alice, "/evidence/").one("main")
    assert "Led the sepsis alert" in main.text
    link = next(link["href"] for link in main.all("a") if link.text.startswith("Make an entry of it"))
    begun = drawn(as_alice, link)
    assert (begun["title"], begun["skills"]) == (["Led the sepsis alert"], ["cds"])
    as_alice.post(NEW, begun)
    main = page(as_alice, "/evidence/").one("main")
    assert "Make an entry of it" not in main.text
    assert "Backs your rating of clinical decision support design and management." in main.text


def test_a_skill_that_the_instrument_lost_stays_and_without_an_instrument_all_do(as_alice: Client) -> None:
    entry = added(as_alice, skills=["cds"])
    entry.skills.create(skill="gone")
    path = f"/evidence/{entry.pk}/"
    as_alice.post(path, drawn(as_alice, path) | {"title": "x"})
    assert Evidence.objects.get().backs == ["cds", "gone"]
    InstrumentVersion.objects.all().delete()
    as_alice.post(path, drawn(as_alice, path) | {"title": "y"})
    assert Evidence.objects.get().backs == ["cds", "gone"]
    assert "skills" not in drawn(as_alice, NEW)


def test_a_question_can_show_what_backs_its_skill_and_nothing_to_those_without_an_account(
    as_alice: Client, alice: User
) -> None:
    entry = added(as_alice, skills=["cds"], done_on="2026-03-31")
    added(as_alice, title="Another")
    backing = presentation.for_skill(services.backing_skill(alice, "cds"), "cds")
    shown = markup.read(render_to_string("assessments/includes/evidence_for.html", {"backing": backing}))
    links = {link["href"]: link.text for link in shown.all("a")}
    assert links == {
        f"/evidence/{entry.pk}/": "Cut overrides (31 March 2026)",
        f"{NEW}?skill=cds": "Add evidence for this skill",
    }
    assert not markup.read(render_to_string("assessments/includes/evidence_for.html", {"backing": None})).all()


@pytest.mark.parametrize("path", ["/", "/profile/"])
def test_the_way_there_stands_where_people_look(as_alice: Client, path: str) -> None:
    assert page(as_alice, path).one("main").all("a", href="/evidence/")


TYPED = {
    "title": "Cut overrides",
    "what": "Led it.\nWith pharmacy.",
    "outcome": "92 to 61",
    "skills": ["cds", "ethics"],
}


def test_an_entry_sent_after_the_session_ended_is_back_after_signing_in(as_alice: Client, alice: User) -> None:
    sent = drawn(as_alice, NEW) | TYPED
    as_alice.logout()
    answer = as_alice.post(NEW, sent | {"file": pdf()})
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/evidence/new/")
    assert not Evidence.objects.exists()
    as_alice.force_login(alice)
    main = page(as_alice, NEW).one("main")
    assert "It is back on this page" in main.text
    again = drawn(as_alice, NEW)
    assert {name: again[name] for name in ("title", "outcome", "skills")} == {
        "title": [TYPED["title"]],
        "outcome": [TYPED["outcome"]],
        "skills": TYPED["skills"],
    }
    assert as_alice.post(NEW, again).status_code == 302
    assert (Evidence.objects.get().title, Evidence.objects.get().backs) == ("Cut overrides", ["cds", "ethics"])
    assert "It is back on this page" not in page(as_alice, NEW).text


def test_what_was_typed_is_kept_for_its_owner_alone_and_within_bounds(
    as_alice: Client, alice: User, charlie: User
) -> None:
    sent = drawn(as_alice, NEW) | TYPED
    as_alice.logout()
    for refused in (sent | {"owner": "x"}, sent | {"owner": [""]}, sent | {"what": "x" * 9000}, TYPED):
        as_alice.post(NEW, refused)
        assert "typed" not in as_alice.session
    as_alice.post(NEW, sent)
    as_alice.force_login(charlie)
    assert "Cut overrides" not in as_alice.get(NEW).content.decode()


def test_a_change_of_an_entry_is_held_too_and_does_not_overwrite_a_newer_one(as_alice: Client, alice: User) -> None:
    entry = added(as_alice)
    path = f"/evidence/{entry.pk}/"
    sent = drawn(as_alice, path) | {"title": "Typed late"}
    assert as_alice.post(path, drawn(as_alice, path) | {"title": "From another tab"}).status_code == 302
    as_alice.logout()
    as_alice.post(path, sent)
    as_alice.force_login(alice)
    again = drawn(as_alice, path)
    assert again["title"] == ["Typed late"]
    assert as_alice.post(path, again).status_code == 409
    assert Evidence.objects.get().title == "From another tab"
