"""What readers will notice is told by place and counted, whatever changed."""

from itertools import pairwise
from typing import Any

import pytest

from careers.presentation.summary import summary
from tests.careers.presentation.builders import document, figure, section, source
from tests.content import SLUGS, catalogue, guide


def told(before: Any, after: Any) -> dict[str, str]:
    return {line.place: line.words for line in summary(before, after)}


def of_section(**given: Any) -> dict[str, Any]:
    return document(sections=[section("salary", "salary", **given)])


def test_what_says_the_same_has_no_line() -> None:
    assert [summary(guide(slug), guide(slug)) for slug in SLUGS] == [[] for _ in SLUGS]
    assert summary(catalogue(), catalogue()) == []


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"lead": "One."}, {"lead": "Two."}, "opening line rewritten"),
        ({"title": "Pay"}, {"title": "Salary"}, "title rewritten"),
        ({"figures": ["a", "b"]}, {"figures": ["b", "c"]}, "one figure removed, one figure added"),
        ({"sources": ["a"]}, {"sources": ["b", "a", "c"]}, "two sources added"),
        ({"figures": ["a", "b"]}, {"figures": ["b", "a"]}, "figures in another order"),
        ({"body": "A.\n\nB."}, {"body": "A.\n\nC.\n\nD."}, "one paragraph rewritten, one paragraph added"),
        ({"body": "A.\n\nB.\n\nC."}, {"body": "A."}, "two paragraphs removed"),
        ({"body": "A."}, {"body": ""}, "one paragraph removed"),
        ({"strategies": ["Read."]}, {"strategies": ["Read.", "Ask."]}, "one strategy added"),
        ({"steps": [{"id": "a", "title": "A"}]}, {"steps": [{"id": "a", "title": "B"}]}, "one step changed"),
        (
            {"steps": [{"id": "a", "title": "A", "text": "x"}]},
            {"steps": [{"id": "a", "title": "B", "text": "y"}, {"id": "b"}, {"id": "c"}]},
            "one step changed, two steps added",
        ),
        (
            {"items": [{"title": "A"}, {"title": "B"}]},
            {"items": [{"title": "B"}, {"title": "A"}]},
            "entries in another order",
        ),
    ],
)
def test_a_section_tells_what_happened_to_its_parts(before: Any, after: Any, words: str) -> None:
    place = str(after.get("title", "Salary"))
    assert told(of_section(**before), of_section(**after)) == {place: words}


def test_sections_come_go_and_change_places() -> None:
    one, two, three = section("a"), section("b"), section("c")
    found = told(document(sections=[one, two, three]), document(sections=[three, one, section("d")]))
    assert found == {"D": "section added", "B": "section removed", "Sections": "in another order"}


def test_figures_and_sources_are_named_while_they_are_few() -> None:
    before = document(figures=[figure("a"), figure("b")])
    after = document(figures=[figure("a", year=2021), figure("c")], sources=[source(), source("x")])
    assert told(before, after) == {
        "Sources": "one added (The x)",
        "Figures": "one changed (Label of a), one added (Label of c), one removed (Label of b)",
    }
    many = document(figures=[figure(f"f{number}") for number in range(5)])
    assert told(document(), many) == {"Figures": "five added"}


def test_what_stands_on_top_is_told_together() -> None:
    found = told(document(), document(tagline="Else.", review_by="2028-01-01"))
    assert found == {"At a glance": "tagline changed, next review changed"}


def test_the_instrument_is_told_by_list() -> None:
    after = catalogue()
    skills = after["competencies"]["skills"]
    skills[0] |= {"name": "Renamed", "definition": "Else."}
    skills.append(skills[1] | {"id": "another", "name": "Another"})
    after["competencies"]["prerequisites"].reverse()
    after["competencies"]["professions"].append("pilot")
    gone = after["actions"]["actions"].pop()
    assert told(catalogue(), after) == {
        "Professions": "one added",
        "Skills": "one changed (Renamed), one added (Another)",
        "Gates": "in another order",
        "Actions": f"one removed ({gone['name']})",
    }


def test_between_any_two_guides_everything_can_be_told() -> None:
    documents = [guide(slug) for slug in SLUGS]
    lines = [line for before, after in pairwise(documents) for line in summary(before, after)]
    assert lines
    assert not [line for line in lines if not (line.place and line.words)]
