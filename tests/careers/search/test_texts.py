"""Texts as readers see them: no markup, no keys, and nothing glued together."""

from itertools import permutations

import pytest

from careers.search.texts import of_section, plain
from tests.careers.presentation import builders


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One **two** _three_.", "One two three."),
        ("One.\n\n- two\n- three", "One. two three"),
        ("A [link](https://example.org) here", "A link here"),
        ("<b>5 < 6</b> & more", "<b>5 < 6</b> & more"),
        ("", ""),
    ],
)
def test_markdown_loses_its_marks_and_keeps_its_words(markdown: str, text: str) -> None:
    assert plain(markdown) == text


def test_a_section_is_its_lead_its_body_and_its_entries() -> None:
    items = [{"title": "First", "detail": "Detail.", "source": "survey"}, {"title": "Second", "detail": "More"}]
    row = builders.section("duties", "responsibilities", items=items, sources=["survey"], figures=["pay"])
    assert of_section(row) == "Lead. Body. First · Detail. Second · More"


def test_keys_are_not_read() -> None:
    row = builders.section(
        "skills", "technical_skills", items=[{"skill": "cds", "also": ["ethics"], "title": "Alerts"}]
    )
    assert of_section(row) == "Lead. Body. Alerts"


def test_the_order_of_keys_does_not_matter() -> None:
    given = {"title": "First", "detail": "Detail.", "aside": "Aside."}
    rows = [
        builders.section("duties", "responsibilities", items=[dict(order)]) for order in permutations(given.items())
    ]
    assert {of_section(row) for row in rows} == {"Lead. Body. First · Aside. Detail."}


def test_questions_are_left_to_themselves() -> None:
    row = builders.section("faq", "faq", items=[{"question": "Why?", "answer": "Because."}])
    assert of_section(row) == "Lead. Body."


def test_groups_and_lists_are_read_to_their_ends() -> None:
    groups = [{"name": "Records", "items": ["Epic", "Meditech"], "note": "Old."}]
    assert of_section(builders.section("tools", "tools", groups=groups)).endswith("Records · Epic · Meditech · Old.")
