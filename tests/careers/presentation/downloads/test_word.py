"""Word documents have real headings and lists, say their language and title, and are equal for equal texts."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from careers.presentation.downloads.blocks import Heading, Items, Paragraph, Run, Text, items, line, paragraph
from careers.presentation.downloads.word import LANGUAGE, SAMPLE, word

AT = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
TEXT = Text(
    "A title",
    (
        Heading(2, "Part"),
        paragraph("plain ", Run("strong", strong=True), " ", Run("soft", emphasis=True), " ", Run("x", sample=True)),
        items(["a", "b"]),
        Heading(9, "Deep"),
        Paragraph((line("one"), line("two"))),
    ),
    ("Made up.",),
)


def opened(text: Text = TEXT) -> Any:
    return Document(BytesIO(word(text, at=AT)))


def test_blocks_become_paragraphs_with_the_styles_that_mean_them() -> None:
    assert [(paragraph.style.name, paragraph.text) for paragraph in opened().paragraphs] == [
        ("Heading 1", "A title"),
        ("Normal", "Made up."),
        ("Heading 2", "Part"),
        ("Normal", "plain strong soft x"),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("Heading 4", "Deep"),
        ("Normal", "one\ntwo"),
    ]


def test_runs_are_marked_by_styles_and_by_nothing_else() -> None:
    runs = opened().paragraphs[3].runs
    assert [(run.text, run.style.name) for run in runs if run.text.strip()] == [
        ("plain ", "Default Paragraph Font"),
        ("strong", "Strong"),
        ("soft", "Emphasis"),
        ("x", SAMPLE),
    ]
    assert {(run.bold, run.italic, run.font.color.rgb) for run in runs} == {(None, None, None)}


def test_the_document_says_what_it_is_and_in_which_language() -> None:
    document = opened()
    properties = document.core_properties
    assert (properties.title, properties.author, properties.language) == ("A title", "CMIO Coach", LANGUAGE)
    assert properties.created == properties.modified == AT.replace(tzinfo=properties.created.tzinfo)
    assert f'w:lang w:val="{LANGUAGE}"' in document.styles.element.xml


def test_equal_texts_give_equal_bytes_and_others_do_not() -> None:
    assert word(TEXT, at=AT) == word(TEXT, at=AT)
    assert word(TEXT, at=AT) != word(Text("Another", TEXT.blocks), at=AT)
    entries = zipfile.ZipFile(BytesIO(word(TEXT, at=AT))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_each_numbered_list_begins_with_one() -> None:
    rows = opened(Text("T", (items(["a"], numbered=True), items(["b"], numbered=True)))).paragraphs[1:]
    assert [row.style.name for row in rows] == ["List Number", "List Number"]
    assert rows[0]._p.pPr.numPr.numId.val != rows[1]._p.pPr.numPr.numId.val


@pytest.mark.parametrize("text", ["\x00\x07bell", "\ufffe", "x" * 400, "]]>&<w:p/>", "\ud800", "  ", "é 漢 \u202e"])
def test_no_text_breaks_a_document(text: str) -> None:
    document = opened(Text(text, (paragraph(text), Items((line(text),)), Heading(2, text))))
    assert len(document.paragraphs) == 4
    assert len(document.core_properties.title) <= 255
