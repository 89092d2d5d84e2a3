"""What a file is by its content, and the name under which it is kept; nothing here unpacks or opens it."""

import re
import unicodedata
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from assessments.models import EvidenceFile
from assessments.models.evidence import NAME_MAX

MOST_PARTS = 1000
MOST_UNPACKED = 100 * 1024 * 1024
"""Bytes that all parts of a Word document declare together."""

OTHER_KIND = "The file must be a PDF or a Word document (.docx). Save it as one of them in the program that made it"
ENCRYPTED = "The Word document is protected by a password or has an older format. Save it as .docx without a password"
DAMAGED = "The Word document is damaged or not complete. Open it, save it again as .docx and choose it again"
MACROS = "The Word document holds macros or controls. Save it as .docx without them, or as a PDF"
TOO_MUCH_INSIDE = "The Word document holds more than can be checked. Save it as a PDF and choose that"
PDF = re.compile(rb"%PDF-\d\.\d")
ZIP, OLE, ZIP_ENTRY = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PK\x01\x02"
NEEDED = {"[Content_Types].xml", "word/document.xml"}
ACTIVE = re.compile(r"vba|activex|macro", re.IGNORECASE)
BARE = "evidence"


class FileRefused(Exception):
    """The file cannot be kept; the message says what would work."""


def kind_of(content: bytes) -> EvidenceFile.Kind:
    """PDF or Word document, by what the bytes are; FileRefused for all else, and for documents that could do harm."""
    if PDF.match(content):
        return EvidenceFile.Kind.PDF
    if content.startswith(OLE):
        raise FileRefused(ENCRYPTED)
    if not content.startswith(ZIP):
        raise FileRefused(OTHER_KIND)
    _check_parts(content)
    return EvidenceFile.Kind.DOCX


def clean_name(given: str, kind: EvidenceFile.Kind) -> str:
    """The last part of the name without anything invisible, with the ending of its kind, of at most 120 characters."""
    last = re.split(r"[/\\]", given)[-1]
    # Line ends, NUL and marks that turn the direction of writing are of category C.
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in last)
    stem = re.sub(r"\.(?:pdf|docx)$", "", visible.strip(), flags=re.IGNORECASE)
    ending = f".{kind.value}"
    return (" ".join(stem.split())[: NAME_MAX - len(ending)].strip(". ") or BARE) + ending


def _check_parts(content: bytes) -> None:
    # Counted before the list of parts is read, so that a list without end costs nothing.
    if content.count(ZIP_ENTRY) > MOST_PARTS:
        raise FileRefused(TOO_MUCH_INSIDE)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (BadZipFile, ValueError, OverflowError, NotImplementedError, UnicodeError) as error:
        raise FileRefused(DAMAGED) from error
    names = {part.filename for part in parts}
    if not names >= NEEDED:
        raise FileRefused(OTHER_KIND)
    if any(ACTIVE.search(name) for name in names):
        raise FileRefused(MACROS)
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise FileRefused(TOO_MUCH_INSIDE)
