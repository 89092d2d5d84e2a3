"""The locker as its owner uses it: adding, changing, two tabs, files that go out as files and nothing else."""

from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.test import Client
from pytest_django.fixtures import Settings

from assessments.forms import evidence as forms
from assessments.forms import files
from assessments.models import Evidence, EvidenceFile, Rating
from assessments.presentation import evidence as presentation
from assessments.services import evidence as services
from careers.models import InstrumentVersion
from tests import journeys, markup
from tests.assessments import runs
from tests.assessments.documents import DOCX, PDF
from tests.assessments.runs import NOW, started
from tests.assessments.scanner import EICAR, running
from tests.markup import Element

pytestmark = pytest.mark.django_db
NEW = "/evidence/new/"


def page(client: Client, path: str, status: int = 200) -> Element:
    answer = client.get(path)
    assert answer.status_code == status
    return markup.read(answer)


def drawn(client: Client, path: str) -> dict[str, Any]:
    """What the form of a page would send if nobody touched it."""
    whole = page(client, path)
    return markup.typed(whole, whole.one("form", enctype="multipart/form-data"))


def pdf(name: str = "poster.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")


def added(client: Client, **changes: Any) -> Evidence:
    """Fill in the form of a new entry and send it."""
    answer = client.post(NEW, drawn(client, NEW) | {"title": "Cut overrides"} | changes)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/evidence/")
    return Evidence.objects.latest("created_at")


def summary(answer: Any) -> str:
    """What the summary of errors says, on a page that is marked as one that has them."""
    whole = markup.read(answer)
    assert markup.title(whole).startswith("Error: ")
    return whole.one("div", class_="error-summary").text


def test_an_empty_locker_says_what_it_is_for_and_offers_one_thing_to_do(as_alice: Client) -> None:
    main = page(as_alice, "/evidence/").one("main")
    assert main.one("h1").text == "No evidence yet"
    assert [link["href"] for link in main.all("a")] == [NEW]


def test_an_entry_is_added_once_however_often_its_form_is_sent(as_alice: Client, alice: User) -> None:
    sent = drawn(as_alice, f"{NEW}?skill=cds") | {"title": "Cut overrides", "done_on": "2026-03-31"}
    for _ in range(2):
        assert as_alice.post(NEW, sent | {"file": pdf()}).status_code == 302
    entry = Evidence.objects.get()
    assert (entry.user, entry.backs, entry.revision) == (alice, ["cds"], 1)
    main = page(as_alice, "/evidence/").one("main")
    assert main.one("h1").text == "Your evidence: one entry"
    assert "31 March 2026" in main.text
    assert "Will back clinical decision support design and management once you have rated it" in main.text
    assert main.all("a", href=f"/evidence/{entry.pk}/file/")


@pytest.mark.parametrize("asked", ["skill=nothing", "skill=%F0%9F", "skill=cds&skill=&example=1", "", "example=1"])
def test_a_skill_that_nobody_knows_is_not_ticked(as_alice: Client, asked: str) -> None:
    assert "skills" not in drawn(as_alice, f"{NEW}?{asked}")


def test_a_step_of_the_own_plan_begins_an_entry(as_alice: Client, as_charlie: Client, alice: User) -> None:
    plan = journeys.planned(journeys.submitted(journeys.physician(alice)))
    row = next(row for row in plan.current.actions if row["develops"])
    runs.tick(plan, row["id"])
    told = journeys.catalogue(plan.result.attempt).actions[row["id"]]["evidence"]
    path = presentation.step_url(plan.pk, row["id"])
    begun = drawn(as_alice, path)
    assert (begun["title"], begun["done_on"]) == ([told.rstrip(".")], ["2026-12-01"])
    assert sorted(begun["skills"]) == sorted({lift["skill"] for lift in row["develops"]})
    assert drawn(as_alice, f"{path}&skill=ethics")["skills"] == ["ethics"]
    for nothing in (f"{NEW}?plan={plan.pk}&action=none", f"{NEW}?plan=x&action={row['id']}", f"{NEW}?plan={uuid4()}"):
        assert drawn(as_alice, nothing)["title"] == [""]
    assert (drawn(as_charlie, path)["title"], "skills" in drawn(as_charlie, path)) == ([""], False)


def test_a_reminder_stands_on_every_form_and_skills_are_folded_by_domain(as_alice: Client) -> None:
    entry = added(as_alice, skills=["cds", "ethics"])
    for path, opened in ((NEW, 0), (f"/evidence/{entry.pk}/", 2)):
        main = page(as_alice, path).one("main")
        assert "Never enter patient data" in main.text
        folds = main.all("details")
        assert (len(folds), len([fold for fold in folds if "open" in fold])) == (9, opened)
        assert len(main.all("input", name="skills")) == 31


def test_what_is_wrong_is_said_and_everything_typed_is_kept_but_the_file(as_alice: Client) -> None:
    typed = {
        "title": "x" * 121,
        "done_on": "soon",
        "what": "<b>Led</b>\nit",
        "outcome": "92 %",
        "link": "x",
        "skills": "cds",
    }
    answer = as_alice.post(NEW, drawn(as_alice, NEW) | typed | {"file": pdf()})
    assert answer.status_code == 422
    assert [line for line in (forms.DAY_WRONG, forms.LINK_WRONG, forms.FILE_AGAIN) if line not in summary(answer)] == []
    whole = markup.read(answer)
    again = markup.typed(whole, whole.one("form", enctype="multipart/form-data"))
    assert {name: "".join(again[name]).strip() for name in typed} == typed
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", forms.FILE_EMPTY),
        (b"MZ\x90", files.OTHER_KIND),
        (b"%PDF-1.7" + b" " * services.FILE_MAX, forms.FILE_LARGE),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_with_what_would_work(
    as_alice: Client, content: bytes, message: str
) -> None:
    answer = as_alice.post(NEW, drawn(as_alice, NEW) | {"title": "x", "file": pdf(content=content)})
    assert (answer.status_code, message in summary(answer)) == (422, True)
    assert not Evidence.objects.exists()


def test_a_request_too_large_to_be_read_changes_nothing(as_alice: Client) -> None:
    answer = as_alice.generic("POST", NEW, b"x", "multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**9))
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("name", "content", "kind", "disposition"),
    [
        ("../../poster.html", PDF, "application/pdf", 'attachment; filename="poster.html.pdf"'),
        (
            "Übersicht\u202e.docx",
            DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "attachment; filename*=utf-8''%C3%9Cbersicht.docx",
        ),
        ("a'b;c.pdf", PDF, "application/pdf", 'attachment; filename="a\'b;c.pdf"'),
    ],
)
def test_a_file_goes_out_as_a_file_and_nothing_else(
    as_alice: Client, name: str, content: bytes, kind: str, disposition: str
) -> None:
    entry = added(as_alice, file=pdf(name, content))
    answer = as_alice.get(f"/evidence/{entry.pk}/file/")
    assert (answer.status_code, answer.content) == (200, content)
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in answer.headers["Cache-Control"]


def test_nobody_else_gets_it_and_an_entry_without_a_file_has_none(as_alice: Client, as_charlie: Client) -> None:
    entry, bare = added(as_alice, file=pdf()), added(as_alice)
    missing = as_charlie.get(f"/evidence/{uuid4()}/file/")
    theirs = as_charlie.get(f"/evidence/{entry.pk}/file/")
    assert (theirs.status_code, theirs.content) == (404, missing.content)
    assert as_alice.get(f"/evidence/{bare.pk}/file/").status_code == 404


def test_what_the_scanner_finds_is_refused_and_what_it_cannot_see_is_held_back(
    as_alice: Client, settings: Settings
) -> None:
    with running() as scanner:
        settings.CLAMD = scanner.address
        answer = as_alice.post(NEW, drawn(as_alice, NEW) | {"title": "x", "file": pdf(content=PDF + EICAR)})
    assert (answer.status_code, forms.FILE_INFECTED in summary(answer)) == (422, True)
    assert not Evidence.objects.exists()
    entry = added(as_alice, file=pdf())
    address = f"/evidence/{entry.pk}/file/"
    for path in ("/evidence/", f"/evidence/{entry.pk}/"):
        main = page(as_alice, path).one("main")
        assert "Held back until the virus scanner has looked at it" in main.text
        assert not main.all("a", href=address)
    told = as_alice.get(address, follow=True)
    assert (told.redirect_chain, PDF in told.content) == ([(f"/evidence/{entry.pk}/", 302)], False)
    assert "waits for the virus scanner" in markup.read(told).text
    EvidenceFile.objects.update(scan=EvidenceFile.Scan.CLEAN)
    assert as_alice.get(address).content == PDF


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
