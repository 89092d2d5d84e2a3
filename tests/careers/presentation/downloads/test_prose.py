"""What editors write in Markdown becomes paragraphs and lists with the same words."""

import pytest

from careers.presentation.downloads.blocks import Block, Items, Paragraph, Run, items, line, paragraph, plain
from careers.presentation.downloads.prose import blocks
from tests.content import tool


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("", []),
        ("one\ntwo\n\nthree", [paragraph("one", " ", "two"), paragraph("three")]),
        ("a **b** *c*", [paragraph("a ", Run("b", strong=True), " ", Run("c", emphasis=True))]),
        ("***b***", [paragraph(Run("b", strong=True, emphasis=True))]),
        ("- a\n- b", [items(["a", "b"])]),
        ("1. a\n2. b", [items(["a", "b"], numbered=True)]),
        ("- a\n  1. b\n- c", [items(["a", "b", "c"])]),
        ("[a](https://example.org)", [paragraph("a", " (https://example.org)")]),
        ("`code`", [paragraph("code")]),
        ("```\nx\n\ny\n```", [Paragraph((line("x"), line("y")))]),
        ("> quoted", [paragraph("quoted")]),
        ("# no heading", [paragraph("# no heading")]),
        ("<b>raw</b>", [paragraph("<b>raw</b>")]),
        ("a\n\n---\n\nb", [paragraph("a"), paragraph("b")]),
    ],
)
def test_markdown_becomes_blocks(source: str, found: list[Block]) -> None:
    assert blocks(source) == found


def test_no_word_of_a_guide_is_lost() -> None:
    for guide in tool("guides")["guides"]:
        lines = [row for block in blocks(guide["body"]) if isinstance(block, Paragraph) for row in block.lines]
        said = " ".join(plain(row) for row in lines)
        assert said.split() == guide["body"].replace("*", "").split()
        assert not any(isinstance(block, Items) for block in blocks(guide["body"]))
