"""What changed between two documents: by key, in words, complete, and none where nothing did."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.differences import differences
from tests.content import catalogue, guide

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9) | st.text("ab", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "key", "title", "x"]), inner),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(st.sampled_from(["slug", "items", "x"]), VALUES)
BEFORE: dict[str, Any] = {
    "tagline": "Short.",
    "summary": "Long." * 20,
    "growth": None,
    "tags": ["a", "b"],
    "hours": 3,
    "big_move": False,
    "sections": [
        {"slug": "pay", "title": "Salary", "items": [{"title": "One", "detail": "x"}, {"title": "Two", "detail": "y"}]},
        {"slug": "path", "title": "Path", "items": []},
    ],
    "figures": [{"key": "median", "label": "Median pay", "value": 1}],
}
CHANGES: dict[str, tuple[tuple[Any, ...], Any, list[str]]] = {
    "a short text": (("tagline",), "Other.", ["Tagline changed from Short. to Other."]),
    "a long text": (("summary",), "Other.", ["Summary changed"]),
    "a number": (("hours",), 0, ["Hours changed from 3 to 0"]),
    "yes for no": (("big_move",), True, ["Big move changed from no to yes"]),
    "something for nothing": (("growth",), "fast", ["Growth added"]),
    "nothing for something": (("tagline",), "", ["Tagline removed"]),
    "a list of texts": (("tags",), ["b", "a"], ["Tags changed"]),
    "an emptied list": (("tags",), [], ["Tags removed"]),
    "an entry of a section": (("sections", 0, "title"), "Pay", ["Pay: title changed from Salary to Pay"]),
    "a row's text": (("sections", 0, "items", 1, "detail"), "z", ["Salary: items “Two”: detail changed from y to z"]),
    "a figure": (("figures", 0, "value"), 2.5, ["Figures “Median pay”: value changed from 1 to 2.5"]),
    "a key": (
        ("figures", 0, "key"),
        "mean",
        ["Figures “Median pay” added", "Figures “Median pay” removed"],
    ),
    "rows in another order": (
        ("sections", 0, "items"),
        [{"title": "Two", "detail": "y"}, {"title": "One", "detail": "x"}],
        ["Salary: items order changed"],
    ),
    "the first row of a list": (("sections", 1, "items"), [{"title": "One"}], ["Path: items “One” added"]),
    "the last row of a list": (("figures",), [], ["Figures “Median pay” removed"]),
    "sections in another order": (
        ("sections",),
        list(reversed(BEFORE["sections"])),
        ["Sections order changed"],
    ),
    "rows that nothing tells apart": (("figures",), [{"value": 1}, {"value": 1}], ["Figures changed"]),
    "another sort of value": (("tags",), {"a": 1}, ["Tags changed"]),
}


def changed(path: tuple[Any, ...], value: Any) -> Any:
    document = deepcopy(BEFORE)
    inside: Any = document
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return document


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_told_in_words(name: str) -> None:
    path, value, lines = CHANGES[name]
    assert differences(BEFORE, changed(path, value)) == lines


def test_several_changes_are_told_in_the_order_of_the_document() -> None:
    after = changed(("tagline",), "Other.")
    after["figures"].append({"key": "mean", "label": "Mean pay"})
    after["sections"].pop(1)
    after["hours"] = 4
    assert differences(BEFORE, after) == [
        "Tagline changed from Short. to Other.",
        "Hours changed from 3 to 4",
        "Path removed",
        "Figures “Mean pay” added",
    ]


def test_an_entry_that_came_or_went_is_told() -> None:
    assert differences({"a": 1}, {"a": 1, "b": 2}) == ["B added"]
    assert differences({"a": 1, "b": 2}, {"a": 1}) == ["B removed"]


@pytest.mark.parametrize("nothing", [None, "", []])
def test_an_empty_entry_is_not_the_same_as_none_at_all(nothing: Any) -> None:
    assert differences({"a": nothing}, {}) == differences({}, {"a": nothing}) == ["A changed"]


def test_documents_that_are_equal_have_no_differences() -> None:
    assert differences(guide(), guide()) == []
    assert differences(catalogue(), catalogue()) == []


def test_two_guides_differ_in_every_row() -> None:
    before, after = guide(), guide("chief-medical-officer")
    lines = differences(before, after)
    gone = {row["key"] for row in before["sources"]} - {row["key"] for row in after["sources"]}
    assert len([line for line in lines if line.startswith("Sources “") and line.endswith(" removed")]) == len(gone) > 0


@given(DOCUMENTS)
def test_nothing_differs_from_itself(value: Any) -> None:
    assert differences(value, deepcopy(value)) == []


@given(DOCUMENTS, DOCUMENTS)
def test_whatever_differs_is_told(before: Any, after: Any) -> None:
    assert (differences(before, after) == []) == (before == after)


@given(DOCUMENTS, DOCUMENTS)
def test_every_difference_is_one_line_that_says_something(before: Any, after: Any) -> None:
    for line in differences(before, after):
        assert line.strip() == line != ""
        assert line.lower().endswith(("added", "removed", "changed")) or "changed from " in line.lower()
