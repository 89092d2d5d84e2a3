"""Guides set in type: sound PDFs with all their sections, the same bytes each time, whatever editors write."""

import json
import re
import struct
from datetime import UTC, datetime
from typing import Any

import pytest
import typst

from careers import typeset
from careers.presentation.paper.guide import cover, paper
from tests.careers.presentation import builders
from tests.corpus import TEXTS

SITE = "https://coach.example.org"
AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
KNOWN: dict[str, Any] = {"number": 2, "live_from": AT, "site": SITE}


def pdf(document: dict[str, Any]) -> bytes:
    return typeset.pdf(paper(document, **KNOWN), AT)


def headings(document: dict[str, Any]) -> list[str]:
    """The main headings of the printed guide."""
    inputs = {"data": json.dumps(paper(document, **KNOWN))}
    root = str(typeset.HERE)
    compiler = typst.Compiler(f"{root}/guide.typ", root=root, ignore_system_fonts=True, sys_inputs=inputs)
    found = json.loads(compiler.query("heading.where(level: 1)"))
    return [heading["body"]["text"] for heading in found]


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_guide_is_a_tagged_pdf_of_several_pages(slug: str) -> None:
    found = pdf(builders.published(slug))
    assert found.startswith(b"%PDF-1.7")
    assert found.rstrip().endswith(b"%%EOF")
    assert b"/MarkInfo" in found
    assert b"pdfuaid:part" in found
    assert len(re.findall(rb"/Type\s*/Page\b", found)) > 8


def test_it_has_every_section_and_the_sources() -> None:
    document = builders.published(builders.CMIO)
    assert headings(document) == ["Contents", *(row["title"] for row in document["sections"]), "Sources"]


def test_it_names_itself_its_language_and_its_day() -> None:
    found = pdf(builders.document())
    assert b"Pilot of Records: career guide, edition 2" in found
    assert b"/Lang (en-US)" in found or b"<dc:language>" in found
    assert b"D:20261123" in found


def test_equal_editions_are_equal_bytes() -> None:
    document = builders.published("chief-medical-officer")
    assert pdf(document) == pdf(document)
    assert pdf(document) != pdf(document | {"tagline": "Another."})


@pytest.mark.parametrize("sent", TEXTS)
def test_no_text_breaks_it(sent: bytes) -> None:
    text = sent.decode(errors="replace").replace("\0", "")[:2000] or "x"
    section = builders.section(title=text[:120], lead=text, body=text)
    document = builders.document(title=text[:120], tagline=text[:300], summary=text, sections=[section])
    assert pdf(document).startswith(b"%PDF-")
    assert typeset.png(cover(document, **KNOWN)).startswith(b"\x89PNG")


@pytest.mark.parametrize("text", ["#panic()", "#sys.inputs", "<a> @b", "= Heading", "*", "$", "\\", "//", '"'])
def test_markup_of_the_typesetter_is_text(text: str) -> None:
    assert headings(builders.document(sections=[builders.section(title=text, body=text)])) == [
        "Contents",
        text,
        "Sources",
    ]


@pytest.mark.parametrize("slug", builders.slugs())
def test_the_picture_has_the_size_that_other_sites_want(slug: str) -> None:
    found = typeset.png(cover(builders.published(slug), **KNOWN))
    assert found.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", found[16:24]) == (1200, 630)
    assert len(found) < 300_000


def test_a_ladder_of_many_rungs_and_long_names_still_fits_in_one_picture() -> None:
    rungs = [{"title": "A very long title of a rung " * 4, "step": 1, "years": "1 to 2 years"}] * 12
    data = cover(builders.document(title="x " * 60, tagline="y " * 150), **KNOWN) | {"stairs": rungs}
    assert struct.unpack(">II", typeset.png(data)[16:24]) == (1200, 630)
