"""The locker as its owner uses it: adding, changing, two tabs, files that go out as files and nothing else."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.fixtures import Settings

from assessments.forms import evidence as forms
from assessments.forms import files
from assessments.models import Evidence, EvidenceFile
from assessments.presentation import evidence as presentation
from assessments.services import evidence as services
from tests import journeys, markup
from tests.assessments import runs
from tests.assessments.documents import DOCX, PDF
from tests.assessments.scanner import EICAR, running
from tests.assessments.views.locker import NEW, added, drawn, page, pdf, summary

pytestmark = pytest.mark.django_db


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
