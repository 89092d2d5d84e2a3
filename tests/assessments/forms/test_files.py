"""A file is what its bytes say; what is nothing of ours, or could do harm, is refused with a way out."""

import tracemalloc

import pytest

from assessments.forms import files
from assessments.forms.files import FileRefused, clean_name, kind_of
from assessments.models import EvidenceFile
from tests.assessments.documents import DOCX, PARTS, PDF, archive

Kind = EvidenceFile.Kind
EXE, HTML = b"MZ\x90\x00" + b"\0" * 60, b"<!doctype html><script>alert(1)</script>"
MEGABYTE = 1024 * 1024


def test_a_pdf_and_a_word_document_are_known_by_their_content() -> None:
    assert kind_of(PDF) is Kind.PDF
    assert kind_of(DOCX) is Kind.DOCX
    assert kind_of(PDF + HTML) is Kind.PDF


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", files.OTHER_KIND),
        (EXE, files.OTHER_KIND),
        (HTML, files.OTHER_KIND),
        (HTML + PDF, files.OTHER_KIND),
        (b"%PDF-", files.OTHER_KIND),
        (b"%PDF-<script>", files.OTHER_KIND),
        (b"<svg/>", files.OTHER_KIND),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, files.ENCRYPTED),
        (b"PK\x03\x04", files.DAMAGED),
        (DOCX[:-30], files.DAMAGED),
        (b"PK\x03\x04" + b"\xff" * 99 + DOCX[-22:], files.DAMAGED),
        (archive({"a.txt": b"x"}), files.OTHER_KIND),
        (archive({"xl/workbook.xml": b"x", "[Content_Types].xml": b"x"}), files.OTHER_KIND),
        (archive({**PARTS, "word/vbaProject.bin": b"x"}), files.MACROS),
        (archive({**PARTS, "word/VBADATA.xml": b"x"}), files.MACROS),
        (archive({**PARTS, "word/activeX/activeX1.bin": b"x"}), files.MACROS),
        (archive({**PARTS, **{f"word/{number}": b"" for number in range(999)}}), files.TOO_MUCH_INSIDE),
    ],
)
def test_anything_else_is_refused_with_what_would_work(content: bytes, message: str) -> None:
    with pytest.raises(FileRefused) as caught:
        kind_of(content)
    assert str(caught.value) == message


def test_a_bomb_is_refused_by_what_it_declares_and_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = archive({**PARTS, "word/1.xml": b"\0" * MEGABYTE, "word/2.xml": b"\0" * MEGABYTE})
    assert files.MOST_UNPACKED == 100 * MEGABYTE
    monkeypatch.setattr(files, "MOST_UNPACKED", 2 * MEGABYTE)
    tracemalloc.start()
    with pytest.raises(FileRefused) as caught:
        kind_of(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(caught.value) == files.TOO_MUCH_INSIDE
    assert peak < MEGABYTE / 2


def test_a_thousand_parts_are_still_read() -> None:
    assert kind_of(archive({**PARTS, **{f"word/{number}": b"" for number in range(998)}})) is Kind.DOCX


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("poster.pdf", "poster.pdf"),
        ("Poster 2026.PDF", "Poster 2026.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\me\\poster.pdf", "poster.pdf"),
        ("a\0b.pdf", "a b.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"),
        ("poster.pdf.exe", "poster.pdf.exe.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("Übersicht – Ärzte.docx", "Übersicht – Ärzte.pdf"),
        ('a"b;c.pdf', 'a"b;c.pdf'),
        ("\ud800.pdf", "evidence.pdf"),
        (" . ", "evidence.pdf"),
        ("", "evidence.pdf"),
        (".pdf", "evidence.pdf"),
    ],
)
def test_a_name_is_cleaned_and_ends_as_its_kind_does(given: str, kept: str) -> None:
    assert clean_name(given, Kind.PDF) == kept
    assert len(kept) <= 120
