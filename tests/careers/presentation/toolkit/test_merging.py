"""Merge fields are filled and marked, and an empty one leaves no gap."""

import pytest

from careers.presentation.downloads.blocks import Line, Run, plain
from careers.presentation.toolkit.merging import merged, paragraphs, samples, used
from tests.content import tool

VALUES = {"name": "Ada", "gap": "", "tail": "and more"}
ADA = Run("Ada", sample=True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dear {{ name }}:", (Run("Dear "), ADA, Run(":"))),
        ("{{ name }}", (ADA,)),
        ("{{ gap }}", ()),
        ("a {{ gap }} b", (Run("a "), Run("b"))),
        ("{{ gap }} b", (Run("b"),)),
        ("a {{ gap }}", (Run("a"),)),
        ("a  b\tc", (Run("a b c"),)),
        ("**{{ name }}, MD** x", (Run("Ada", strong=True, sample=True), Run(", MD", strong=True), Run(" x"))),
        ("{{name}} {{ other }}", (Run("{{name}}"),)),
        ("", ()),
    ],
)
def test_a_line_is_merged(text: str, line: Line) -> None:
    assert merged(text, VALUES) == line


def test_empty_lines_and_paragraphs_are_left_out() -> None:
    found = paragraphs("{{ name }}\n{{ gap }}\nhere\n\n{{ gap }}\n\nend\n", VALUES)
    assert [[plain(line) for line in paragraph.lines] for paragraph in found] == [["Ada", "here"], ["end"]]


def test_a_sample_value_goes_before_the_example() -> None:
    fields = [{"id": "a", "example": "x"}, {"id": "b", "example": "y"}]
    assert samples(fields, {"b": "z"}) == {"a": "x", "b": "z"}


def test_the_fields_of_a_text_come_once_each_in_order() -> None:
    assert used("{{ b }} {{ a }} **{{ b }}**") == ["b", "a"]


@pytest.mark.parametrize("place", range(3))
def test_a_real_letter_is_merged_without_a_gap_or_a_brace(place: int) -> None:
    document = tool("cover-letters")
    letter = document["letters"][place]
    found = paragraphs(letter["template"], samples(document["fields"], letter["sample_values"]))
    lines = [plain(line) for paragraph in found for line in paragraph.lines]
    assert len(found) > 8
    assert not [line for line in lines if "{{" in line or "**" in line or "  " in line or line != line.strip()]
    given = [text for text in letter["sample_values"].values() if text]
    assert [text for text in given if text not in "\n".join(lines)] == []
