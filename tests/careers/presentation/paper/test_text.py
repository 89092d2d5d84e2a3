"""Texts become trees; nothing of them is left to be read as markup."""

from typing import Any

import pytest

from careers.presentation.paper.text import bullets, markdown, plain

HOSTILE = '#let x = 1; *not strong* <label> @ref $x^2$ `raw` \\ #import "x"'


def text(value: Any) -> str:
    """All texts of a tree in order."""
    if isinstance(value, dict):
        return str(value["text"]) if "text" in value else "".join(text(entry) for entry in value.values())
    return "".join(text(entry) for entry in value) if isinstance(value, list) else ""


def test_plain_text_stays_one_run() -> None:
    assert plain(HOSTILE) == {"is": "paragraph", "runs": [{"is": "text", "text": HOSTILE}]}


def test_paragraphs_and_emphasis() -> None:
    [first, second] = markdown("One **two *three***.\nFour.\n\nFive")
    assert [run["is"] for run in first["runs"]] == ["text", "strong", "text", "text", "text"]
    assert first["runs"][1]["runs"][1] == {"is": "emphasis", "runs": [{"is": "text", "text": "three"}]}
    assert text(first) == "One two three. Four."
    assert text(second) == "Five"


def test_lists_nest() -> None:
    [found] = markdown("3. one\n   - two\n4. three")
    assert (found["ordered"], found["start"]) == (True, 3)
    [first, second] = found["items"]
    assert [block["is"] for block in first] == ["paragraph", "list"]
    assert not first[1]["ordered"]
    assert text(second) == "three"


def test_quotes_code_rules_and_breaks() -> None:
    found = markdown("> quoted\n\n```\n#code\n```\n\n---\n\na `b`  \nc")
    assert [block["is"] for block in found] == ["quote", "code", "rule", "paragraph"]
    assert found[1] == {"is": "code", "text": "#code\n", "block": True}
    assert [run["is"] for run in found[3]["runs"]] == ["text", "code", "break", "text"]


@pytest.mark.parametrize("address", ["https://example.org/", "http://example.org/", "mailto:a@example.org"])
def test_links_keep_their_address(address: str) -> None:
    [found] = markdown(f"[name]({address})")
    assert found["runs"] == [{"is": "link", "address": address, "runs": [{"is": "text", "text": "name"}]}]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/relative", "#x"])
def test_other_links_are_only_their_text(address: str) -> None:
    [found] = markdown(f"[name]({address})")
    assert {run["is"] for run in found["runs"]} == {"text"}
    assert "name" in text(found)


@pytest.mark.parametrize("source", ["# heading", "<b>bold</b>", "![picture](https://example.org/x.png)", HOSTILE])
def test_what_is_no_part_of_the_content_stays_text(source: str) -> None:
    kinds = {run["is"] for block in markdown(source) for run in block["runs"]}
    assert kinds <= {"text", "emphasis", "code", "link"}


def test_a_list_of_texts() -> None:
    assert text(bullets(["*a*", "b"])) == "*a*b"
    assert len(bullets(["a", "b"])["items"]) == 2
