"""Texts in Markdown: what in them runs, or shows, otherwise than it was meant is found, and plain signs are not."""

from typing import Any

import pytest

from careers.checks import guide_problems
from careers.checks.prose import COLUMNS, LONGEST, PASSAGES, faults, read, texts
from careers.models import Section, ToolkitItem
from careers.presentation import sections
from tests.careers.checks.spoiling import Fault, said, within
from tests.content import SLUGS, guide

HTML = "is HTML, which readers do not get: write it in Markdown"
LINK = "is no link of this site: links begin with https://, http://, mailto:, / or #"
SCRIPT = "<script>alert(1)</script>"
KINDS = [section["kind"] for section in guide()["sections"]]
TOOLKIT, MARKET = KINDS.index("toolkit"), KINDS.index("market_reality")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SCRIPT, f"'{SCRIPT}' {HTML}"),
        ("Words with <b>weight</b>.", f"'<b>' {HTML}"),
        ("<!-- hidden -->", f"'<!-- hidden -->' {HTML}"),
        ("Words <img src=x onerror=alert(1)> more", f"'<img src=x onerror=alert(1)>' {HTML}"),
        ("[a](javascript:alert(1))", f"'javascript:alert(1)' {LINK}"),
        ("[a](JaVaScRiPt:alert(1))", f"'JaVaScRiPt:alert(1)' {LINK}"),
        ("[a](java&#115;cript:alert(1))", f"'javascript:alert(1)' {LINK}"),
        ("<javascript:alert(1)>", f"'javascript:alert(1)' {LINK}"),
        ("[a]\n\n[a]: data:text/html,x", f"'data:text/html,x' {LINK}"),
        ("> - [a](vbscript:x)", f"'vbscript:x' {LINK}"),
    ],
)
def test_what_could_run_is_refused(text: str, told: str) -> None:
    assert faults(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Less than 5 < 6 > 4, AT&T and &lt;b&gt;.",
        "`<script>` in code, and\n\n    <b>in a block</b>",
        "[a](https://example.org) <mailto:a@example.org> <https://example.org/?q=javascript:x>",
        "[a](/careers/) [b](#salary)",
        "- *one*\n- **two**\n\n1. three",
    ],
)
def test_what_is_harmless_is_not(text: str) -> None:
    assert faults(text) == []


def test_a_text_has_an_end() -> None:
    assert faults("a" * LONGEST) == []
    assert faults("a" * (LONGEST + 1)) == ["has 20,001 characters; a text holds 20,000 at most"]


def test_headings_of_both_kinds_and_pictures_are_found() -> None:
    prose = read("# One\n\nTwo\n---\n\nWords ![a sign](sign.png) and ![](blank.png).\n\n```\n# no heading\n```")
    assert prose.headings == ("One", "Two")
    assert prose.images == (("a sign", "sign.png"), ("", "blank.png"))
    assert read("- a\n\n***\n\n#hash").headings == ()


def test_words_come_without_marks_in_sentences() -> None:
    assert (
        read("Some *words*\ngo [on](/x).\n\n- a point\n- `code`\n- and: ").words == "Some words go on. a point. . and:"
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_real_texts_are_clean(slug: str) -> None:
    found = dict(texts(guide(slug)))
    assert len(found) >= len(guide(slug)["sections"])
    assert not any(faults(text) for text in found.values())


FAULTS = [
    Fault("body", within("sections", 3, body=SCRIPT), [("sections[3].body", f"'{SCRIPT}' {HTML}")]),
    Fault(
        "passage",
        within("sections", MARKET, trends="[a](data:x)"),
        [(f"sections[{MARKET}].trends", f"'data:x' {LINK}")],
    ),
    Fault(
        "document",
        within("sections", TOOLKIT, "items", 1, document="<i>"),
        [(f"sections[{TOOLKIT}].items[1].document", f"'<i>' {HTML}")],
    ),
    Fault("plain text stays plain", within("sections", 3, lead=SCRIPT), []),
]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_guide_holds_none_of_it(fault: Fault) -> None:
    document: Any = guide()
    fault.put(document)
    assert said(guide_problems(document)) == fault.told


def test_what_is_called_markdown_is_what_pages_read_as_markdown() -> None:
    assert set(PASSAGES) == set(sections.PASSAGES)
    models = {model._meta.model_name: model for model in (Section, ToolkitItem)}
    assert all(models[model]._meta.get_field(name) for model, name in COLUMNS)
