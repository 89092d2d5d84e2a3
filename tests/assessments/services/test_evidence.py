"""An entry is kept once and whole, within its bounds, and no page overwrites what it has not seen."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from assessments.models import Evidence, EvidenceFile
from assessments.services import antivirus
from assessments.services import evidence as services
from assessments.services.evidence import Entry, NewFile, Page
from tests.assessments.documents import DOCX, PDF
from tests.assessments.runs import LATER, NOW, all_rows
from tests.assessments.scanner import EICAR, running

pytestmark = pytest.mark.django_db
Scan = EvidenceFile.Scan
FILE = NewFile("poster.pdf", EvidenceFile.Kind.PDF, PDF)
ENTRY = Entry("Cut overrides", date(2026, 3, 31), "Led it", "92 to 61 percent", "https://example.org/", ("cds",), FILE)


def kept(user: User, entry: Entry = ENTRY, **changes: Any) -> Evidence:
    """An entry that comes from a new page unless told otherwise, as the pages read it."""
    values: dict[str, Any] = {"id": uuid4(), "page": Page(uuid4(), 0), "at": NOW} | changes
    saved = services.save(user=user, entry=entry, **values)
    return Evidence.objects.for_user(user).get(pk=saved.pk)


def test_an_entry_is_kept_with_its_skills_and_its_file(alice: User) -> None:
    found = kept(alice, replace(ENTRY, skills=("ethics", "cds", "ethics")))
    assert (found.title, found.done_on, found.what) == ("Cut overrides", date(2026, 3, 31), "Led it")
    assert (found.outcome, found.link, found.backs) == ("92 to 61 percent", "https://example.org/", ["cds", "ethics"])
    assert (found.revision, found.created_at, found.updated_at) == (1, NOW, NOW)
    assert (found.file.name, found.file.kind, found.file.size, found.file.scan) == (
        *("poster.pdf", "pdf"),
        *(len(PDF), Scan.NOT_SCANNED),
    )
    assert bytes(found.file.content) == PDF


def test_the_same_page_sent_again_changes_nothing(alice: User) -> None:
    page, id = Page(uuid4(), 0), uuid4()
    kept(alice, page=page, id=id)
    before = all_rows()
    kept(alice, page=page, id=id, at=LATER)
    assert all_rows() == before
    changed = Page(uuid4(), 1)
    for _ in range(2):
        found = kept(alice, replace(ENTRY, title="Better"), page=changed, id=id, at=LATER)
        assert (found.title, found.revision, Evidence.objects.count()) == ("Better", 2, 1)


def test_a_page_that_shows_an_older_text_is_refused_and_told_the_newer(alice: User) -> None:
    first = kept(alice)
    kept(alice, replace(ENTRY, title="From one tab"), id=first.pk, page=Page(uuid4(), 1))
    before = all_rows()
    with pytest.raises(services.Stale) as caught:
        kept(alice, replace(ENTRY, title="From the other"), id=first.pk, page=Page(uuid4(), 1))
    assert caught.value.kept.title == "From one tab"
    assert all_rows() == before
    kept(alice, replace(ENTRY, title="From one tab"), id=first.pk, page=Page(uuid4(), 1))
    assert all_rows() == before
    again = kept(alice, replace(ENTRY, title="From the other"), id=first.pk, page=Page(uuid4(), 2), at=LATER)
    assert (again.title, again.revision, again.created_at, again.updated_at) == ("From the other", 3, NOW, LATER)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "x"},
        {"done_on": None},
        {"what": "x"},
        {"outcome": "x"},
        {"link": ""},
        {"skills": ("cds", "ethics")},
        {"skills": ()},
        {"file": replace(FILE, content=PDF + b" ")},
        {"file": replace(FILE, name="x.pdf")},
        {"file": None, "drop_file": True},
    ],
)
def test_every_part_of_an_entry_can_be_changed_and_stays_otherwise(alice: User, change: dict[str, Any]) -> None:
    first = kept(alice)
    found = kept(alice, replace(ENTRY, **change), id=first.pk, page=Page(uuid4(), 1))
    assert found.revision == 2
    file = found.kept_file
    told = (found.title, found.done_on, found.what, found.outcome, found.link, tuple(found.backs))
    wanted = replace(ENTRY, **change)
    assert told == (*(wanted.title, wanted.done_on, wanted.what, wanted.outcome, wanted.link), tuple(wanted.skills))
    assert (file and (file.name, bytes(file.content))) == (wanted.file and (wanted.file.name, wanted.file.content))


def test_a_file_stays_where_none_is_sent(alice: User) -> None:
    first = kept(alice)
    found = kept(alice, replace(ENTRY, title="x", file=None), id=first.pk, page=Page(uuid4(), 1))
    assert found.file.name == "poster.pdf"


def test_an_id_of_somebody_else_is_replaced_and_theirs_stays(alice: User, charlie: User) -> None:
    first = kept(alice)
    other = kept_under(charlie, first.pk)
    assert other.pk != first.pk
    assert Evidence.objects.get(pk=first.pk).title == "Cut overrides"


def kept_under(user: User, id: UUID) -> Evidence:
    """An entry whose page came with that id."""
    saved = services.save(user=user, id=id, page=Page(uuid4(), 0), entry=Entry("Mine"), at=NOW)
    return Evidence.objects.get(pk=saved.pk)


def test_there_is_room_for_fifty_entries_and_forty_megabytes_and_no_more(
    alice: User, charlie: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (services.MOST_ENTRIES, services.MOST_BYTES, services.FILE_MAX) == (50, 40 * 1024**2, 5 * 1024**2)
    monkeypatch.setattr(services, "MOST_ENTRIES", 2)
    monkeypatch.setattr(services, "MOST_BYTES", len(PDF) + 1)
    first, second = kept(alice), kept(alice, Entry("No file"))
    kept(charlie)
    before = all_rows()
    with pytest.raises(services.TooMany):
        kept(alice, Entry("Third"))
    with pytest.raises(services.TooLarge):
        kept(alice, Entry("No file", file=FILE), id=second.pk, page=Page(uuid4(), 1))
    assert all_rows() == before
    # What is replaced makes room for what replaces it.
    longer = replace(FILE, content=PDF + b" ")
    assert kept(alice, replace(ENTRY, file=longer), id=first.pk, page=Page(uuid4(), 1)).file.size == len(PDF) + 1


def test_what_the_scanner_finds_is_never_kept(alice: User, settings: Settings) -> None:
    with running() as scanner:
        settings.CLAMD = scanner.address
        with pytest.raises(services.Infected):
            kept(alice, replace(ENTRY, file=replace(FILE, content=PDF + EICAR)))
        assert not Evidence.objects.exists()
        assert kept(alice).file.scan == Scan.CLEAN


def test_files_that_wait_for_the_scanner_are_scanned_by_a_command(
    alice: User, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    never = kept(alice)
    with pytest.raises(CommandError, match="CLAMD is off"):
        call_command("scan_evidence")
    with running() as scanner:
        settings.CLAMD = scanner.address
    held, bad = kept(alice), kept(alice, replace(ENTRY, file=replace(FILE, content=PDF + EICAR)))
    call_command("scan_evidence")
    assert {found.file.scan for found in (held, bad)} == {Scan.HELD}
    with running() as scanner:
        settings.CLAMD = scanner.address
        call_command("scan_evidence")
        call_command("scan_evidence")
    assert len(scanner.seen) == 3
    told = ["0 clean, 0 removed, 3 without a verdict", "2 clean, 1 removed, 0 without a verdict"]
    assert capsys.readouterr().out.splitlines() == [*told, "0 clean, 0 removed, 0 without a verdict"]
    states = {pk: (scan, bytes(content), size) for pk, scan, content, size in rows_of_files()}
    assert states[never.pk] == states[held.pk] == (Scan.CLEAN, PDF, len(PDF))
    assert states[bad.pk] == (Scan.FOUND, b"", 0)


def rows_of_files() -> Any:
    return EvidenceFile.objects.values_list("evidence", "scan", "content", "size")


def test_a_verdict_is_not_kept_on_what_replaced_the_file_meanwhile(
    alice: User, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = kept(alice)
    word = NewFile("a.docx", EvidenceFile.Kind.DOCX, DOCX)

    def scan_slowly(content: bytes) -> EvidenceFile.Scan:
        monkeypatch.setattr(antivirus, "scan", lambda content: Scan.HELD)
        kept(alice, replace(ENTRY, file=word), id=first.pk, page=Page(uuid4(), 1))
        return Scan.CLEAN

    monkeypatch.setattr(antivirus, "scan", scan_slowly)
    list(services.scan_again())
    assert EvidenceFile.objects.get().scan == Scan.HELD


def test_everything_goes_with_its_entry_and_its_user(alice: User) -> None:
    kept(alice).delete()
    assert not EvidenceFile.objects.exists()
    kept(alice)
    alice.delete()
    rows = all_rows()
    assert [rows[name] for name in ("Evidence", "EvidenceSkill", "EvidenceFile")] == [[], [], []]
