"""A text as a Word document: its styles carry the looks, and equal texts give equal bytes."""

import re
import zipfile
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from careers.presentation.downloads.blocks import Block, Heading, Items, Line, Run, Text

LANGUAGE = "en-US"
AUTHOR = "CMIO Coach"
SAMPLE = "Sample value"
LONGEST_TITLE = 255
"""Characters that a property of a document can hold."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DEEPEST = 4
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside the document: the first that the format can say."""


def word(text: Text, *, at: datetime) -> bytes:
    """The document's bytes; `at` is when it was made, for its properties."""
    document = Document()
    _style(document)
    _describe(document, _printable(text.title), at)
    styles = {style.name: style.style_id for style in document.styles}
    for block in (Heading(1, text.title), *text.body):
        _add(document, block, styles)
    return _packed(document)


def _style(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    for level in range(1, DEEPEST + 1):
        # The template's own blue is too pale on white paper.
        document.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x0B, 0x5A, 0x5F)
    sample = document.styles.add_style(SAMPLE, WD_STYLE_TYPE.CHARACTER)
    sample.font.italic, sample.font.color.rgb = True, RGBColor(0x0B, 0x5A, 0x5F)
    for entry in document.styles.element.iter(qn("w:lang")):
        entry.set(qn("w:val"), LANGUAGE)


def _describe(document: Any, title: str, at: datetime) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title[:LONGEST_TITLE], AUTHOR, LANGUAGE
    properties.last_modified_by, properties.comments = AUTHOR, ""
    properties.created = properties.modified = at.replace(microsecond=0)
    properties.revision = 1


def _add(document: Any, block: Block, styles: Mapping[str, str]) -> None:
    if isinstance(block, Heading):
        heading = _paragraph(document, styles[f"Heading {min(block.level, DEEPEST)}"])
        heading.add_run(_printable(block.text))
    elif isinstance(block, Items):
        _add_list(document, block, styles)
    else:
        paragraph = document.add_paragraph()
        for place, line in enumerate(block.lines):
            if place:
                paragraph.add_run().add_break()
            _write(paragraph, line, styles)


def _paragraph(document: Any, style: str) -> Any:
    # By its id: python-docx would look through all styles for its name, which takes seconds for a long text.
    paragraph = document.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _add_list(document: Any, block: Items, styles: Mapping[str, str]) -> None:
    number = _fresh_numbers(document) if block.numbered else None
    for row in block.rows:
        paragraph = _paragraph(document, styles["List Number" if block.numbered else "List Bullet"])
        if number is not None:
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
        _write(paragraph, row, styles)


def _fresh_numbers(document: Any) -> int:
    """A numbering of its own, so that each list begins with 1."""
    numbering = document.part.numbering_part.element
    styled = document.styles["List Number"].element.pPr.numPr.numId.val
    fresh = numbering.add_num(numbering.num_having_numId(styled).abstractNumId.val)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(fresh.numId)


def _write(paragraph: Any, line: Line, styles: Mapping[str, str]) -> None:
    for run in line:
        written = paragraph.add_run(_printable(run.text))
        if style := _style_of(run):
            written._r.style = styles[style]


def _style_of(run: Run) -> str | None:
    if run.sample:
        return SAMPLE
    return "Strong" if run.strong else "Emphasis" if run.emphasis else None


def _printable(text: str) -> str:
    """Without characters that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def _packed(document: Any) -> bytes:
    loose, packed = BytesIO(), BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(zipfile.ZipInfo(entry.filename, EARLIEST), source.read(entry), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
