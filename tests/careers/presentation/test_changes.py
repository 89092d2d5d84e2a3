"""What readers are told about two editions: by place, with the words that went and came."""

from copy import deepcopy
from typing import Any

import pytest

from careers.presentation.changes import Group, count, told
from tests.careers.presentation import builders
from tests.content import CMIO, guide

BEFORE = builders.document(
    key_facts={
        "pay": "pay",
        "pay_range": None,
        "growth": None,
        "top_industries": ["Hospitals"],
        "typical_education": "",
    },
    figures=[builders.figure(), builders.figure("other", value=200_000, note="Old note.")],
    sections=[builders.section(), builders.section("salary", "market_commentary", title="Salary")],
)


def changed(*path: Any, value: Any) -> dict[str, Any]:
    document = deepcopy(BEFORE)
    inside: Any = document
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return document


def lines(groups: list[Group]) -> list[str]:
    """Every change as one line; removed words in square brackets, new ones in braces."""
    shapes = {"same": "{}", "removed": "[{}]", "added": "{{{}}}"}
    return [
        f"{group.title}#{group.anchor}: {row.what} {row.how} "
        + " ".join(shapes[piece.kind].format(piece.text) for piece in row.pieces)
        for group in groups
        for row in group.told
    ]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("tagline",), "Sails.", "At a glance#: Tagline changed [Flies.] {Sails.}"),
        (("review_by",), "2027-06-01", "At a glance#: Next review changed [2027-05-23] {2027-06-01}"),
        (("sections", 1, "body"), "New body.", "Salary#salary: Text changed [Body.] {New body.}"),
        (("sections", 1, "figures"), ["other"], "Salary#salary: Figures shown added {Label of other}"),
        (("key_facts", "pay"), None, "At a glance#: Pay removed [$300,000 (Label of pay)]"),
        (
            ("key_facts", "pay"),
            "other",
            "At a glance#: Pay changed [$300,000] {$200,000} (Label of [pay)] {other)}",
        ),
        (("sources", 0, "title"), "A poll", "Sources#sources: Sources “A poll”: title changed [The survey] {A poll}"),
        (
            ("figures", 0, "value"),
            310_000,
            "Figures#: Label of pay changed [$300,000] {$310,000} · United States, 2020, n 100 · Someone",
        ),
        (("figures", 1, "note"), "New note.", "Figures#: Label of other has another note [Old] {New} note."),
        (
            ("figures", 1, "conflicts_with"),
            ["pay"],
            "Figures#: Label of other its source or the figures against it changed ",
        ),
        (("sections",), BEFORE["sections"][:1], "At a glance#: Salary removed "),
        (("sections",), BEFORE["sections"][::-1], "At a glance#: Sections in another order "),
    ],
)
def test_a_change_is_told_where_it_stands(path: tuple[Any, ...], value: Any, expected: str) -> None:
    assert lines(told(BEFORE, changed(*path, value=value))) == [expected]


def test_a_figure_that_came_or_went_is_told_with_what_it_rests_on() -> None:
    less = changed("figures", value=BEFORE["figures"][:1])
    evidence = "$200,000 · United States, 2020, n 100 · Someone"
    assert lines(told(BEFORE, less)) == [f"Figures#: Label of other removed [{evidence}]"]
    assert lines(told(less, BEFORE)) == [f"Figures#: Label of other added {{{evidence}}}"]


def test_a_section_that_is_new_leads_to_nowhere_it_is_not() -> None:
    renamed = changed("sections", 1, "slug", value="pay")
    assert {group.anchor for group in told(BEFORE, renamed)} == {""}


def test_equal_documents_have_nothing_to_tell() -> None:
    assert told(guide(CMIO), deepcopy(guide(CMIO))) == []


def test_between_any_two_guides_everything_can_be_told() -> None:
    first, *others = [guide(slug) for slug in builders.slugs()]
    for other in others:
        groups = told(first, other)
        assert count(groups) == len(lines(groups)) > 50
