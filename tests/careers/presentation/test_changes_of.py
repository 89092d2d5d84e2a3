"""Both kinds of documents are told in words, and those of another shape by their keys."""

from typing import Any

from careers.models import Career, Catalogue
from careers.presentation.changes_of import told_of
from tests.careers.presentation.test_changes import lines
from tests.content import catalogue, guide


def test_a_guide_and_the_instrument_are_each_told_in_their_own_words() -> None:
    after = guide() | {"tagline": "Flies."}
    (line,) = lines(told_of(Career(), guide(), after))
    assert line.startswith("At a glance#: Tagline changed ")
    other = catalogue()
    other["competencies"]["meta"]["version"] = 9
    (line,) = lines(told_of(Catalogue(), catalogue(), other))
    assert line.startswith("About the instrument#: Version changed")


def test_a_document_of_another_shape_is_told_by_its_keys() -> None:
    odd: dict[str, Any] = {"title": "Old", "chapters": [1]}
    found = lines(told_of(Career(), odd, odd | {"title": "New"}))
    assert found == ["Document#: title changed from Old to New "]


def test_a_figure_without_its_source_can_be_told() -> None:
    before, after = guide(), guide()
    after["sources"] = [row for row in after["sources"] if row["key"] != after["figures"][0]["source"]]
    after["figures"][0]["value"] = 1
    found = lines(told_of(Career(), before, after))
    assert any("no" in line and "source" in line for line in found if line.startswith("Figures#: "))


def test_a_long_text_is_cut_unless_it_is_asked_for_whole() -> None:
    text = " ".join(f"word{place}" for place in range(60))
    before, after = guide() | {"tagline": text}, guide() | {"tagline": f"{text} end."}
    assert "word5 " not in lines(told_of(Career(), before, after))[0]
    assert lines(told_of(Career(), before, after, whole=True))[0].endswith(f"{text} {{end.}}")
