"""Markdown reads back as exactly the text that it was written from, whatever its characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careers.presentation.downloads.blocks import (
    Heading,
    Items,
    Paragraph,
    Run,
    Text,
    items,
    labelled,
    line,
    paragraph,
    plain,
)
from careers.presentation.downloads.markdown import markdown

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)
SAMPLE = Run("[Name], MD", sample=True)


def read_back(source: str) -> list[str]:
    """The texts of a Markdown document's blocks, as a reader of Markdown sees them."""
    found = []
    for token in MarkdownIt("commonmark").parse(source):
        if token.type == "inline":
            found.append("".join(_seen(child.type, child.content) for child in token.children or ()))
        elif token.content:
            found.append(f"<{token.type}>")
    return found


def _seen(kind: str, content: str) -> str:
    if kind in {"text", "text_special"}:
        return content
    if kind in {"softbreak", "hardbreak"}:
        return "\n"
    return "" if kind.partition("_")[0] in {"em", "strong"} else f"<{kind}>"


def written(*blocks: Heading | Paragraph | Items) -> str:
    return markdown(Text("Title", blocks)).removeprefix("# Title\n\n").removesuffix("\n")


@given(LINES.filter(bool))
def test_any_text_reads_back_in_every_place(text: str) -> None:
    blocks = (
        paragraph(text),
        items([text, line(Run(text, strong=True)), line("a ", Run(text, sample=True), " b")]),
        items([text], numbered=True),
    )
    assert read_back(markdown(Text(text, blocks))) == [text, text, text, text, f"a {text} b", text]


RUNS = st.lists(st.builds(Run, LINES.filter(bool), st.booleans(), st.booleans(), st.booleans()), min_size=1)


@given(RUNS, st.booleans())
def test_marks_beside_marks_are_never_read_as_text(runs: list[Run], apart: bool) -> None:
    spaced = [part for run in runs for part in (run, " " * apart)]
    row = line("a ", *spaced)
    assert read_back(written(paragraph(*row))) == [plain(row).rstrip()]


@pytest.mark.parametrize(
    ("block", "source"),
    [
        (Heading(2, "A # b"), r"## A \# b"),
        (Heading(9, "Deep"), "###### Deep"),
        (paragraph("1. not a list"), r"1\. not a list"),
        (paragraph("- not a list"), r"\- not a list"),
        (paragraph("a <b> & *c*"), r"a \<b\> \& \*c\*"),
        (paragraph("one\ntwo"), "one two"),
        (paragraph(*labelled("Label", "text")), "**Label:** text"),
        (paragraph(Run(" padded ", emphasis=True), "x"), " *padded* x"),
        (paragraph("Dear ", SAMPLE, ":"), r"Dear *\[Name\], MD*:"),
        (paragraph("pre", Run("fix", strong=True)), "prefix"),
        (paragraph(Run("fix", strong=True), "ed"), "fixed"),
        (paragraph(Run("a", strong=True), Run("b", strong=True, sample=True)), "**ab**"),
        (paragraph(Run("a", strong=True), Run("b", emphasis=True), " c"), "ab c"),
        (paragraph(Run("a.", strong=True), Run("(b)", emphasis=True), " c"), "**a.**(b) c"),
        (Paragraph((line("one"), line("two"))), "one\\\ntwo"),
        (items(["a", "b"]), "- a\n- b"),
        (items(["a", "b"], numbered=True), "1. a\n2. b"),
    ],
)
def test_each_block_has_its_form(block: Heading | Paragraph | Items, source: str) -> None:
    assert written(block) == source


def test_notes_stand_under_the_title_before_everything_else() -> None:
    text = Text("Title", (paragraph("Body"),), ("Made up.",))
    assert markdown(text) == "# Title\n\n*Made up.*\n\nBody\n"
