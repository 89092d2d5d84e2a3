"""The language of shapes: what does not fit is told with its place, and what fits is put in order."""

from typing import Any

import pytest

from careers.checks.toolkit.shapes import (
    Entries,
    Flag,
    Id,
    Keyed,
    Listed,
    Maybe,
    OneOf,
    Shape,
    Text,
    Whole,
    lists,
    meta,
    texts,
)
from tests.careers.checks.spoiling import said

BOX = Entries({"title": Text(), "rows": Listed(Entries({"n": Whole(1, 4)}))}, {"note": Text(blank=True)})


def told(shape: Shape, value: Any) -> list[tuple[str, str]]:
    return said(list(shape.problems(value, "at")))


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (Text(), "a"),
        (Text(blank=True), ""),
        (Id(), "iq01"),
        (Id(), "physician_to-deputy"),
        (Whole(1, 4), 4),
        (Flag(), False),
        (OneOf(("a", "b")), "b"),
        (Listed(Text()), ["a"]),
        (Listed(Text(), blank=True), []),
        (Keyed(Text()), {"any key": "a"}),
        (Maybe(Text()), None),
        (Maybe(Text()), "a"),
        (BOX, {"title": "a", "rows": [{"n": 1}]}),
        (BOX, {"title": "a", "rows": [{"n": 1}], "note": ""}),
    ],
)
def test_what_fits_is_left_alone(shape: Shape, value: Any) -> None:
    assert told(shape, value) == []


@pytest.mark.parametrize(
    ("shape", "value", "problem"),
    [
        (Text(), "", ("at", "'' is not a text")),
        (Text(), " ", ("at", "' ' is not a text")),
        (Text(blank=True), None, ("at", "None is not a text")),
        (Text(), 3, ("at", "3 is not a text")),
        (Id(), "Two Words", ("at", "'Two Words' cannot stand in an address")),
        (Id(), "../etc", ("at", "'../etc' cannot stand in an address")),
        (Id(), "all", ("at", "'all' cannot stand in an address")),
        (Id(), 1, ("at", "1 cannot stand in an address")),
        (Whole(1, 4), 5, ("at", "5 is not a whole number from 1 to 4")),
        (Whole(1, 4), True, ("at", "True is not a whole number from 1 to 4")),
        (Whole(1, 4), "2", ("at", "'2' is not a whole number from 1 to 4")),
        (Flag(), 1, ("at", "1 is not true or false")),
        (OneOf(("a", "b")), "c", ("at", "'c' is none of a, b")),
        (OneOf(("a", "b")), ["a"], ("at", "['a'] is none of a, b")),
        (Listed(Text()), "a", ("at", "'a' is not a list")),
        (Listed(Text()), [], ("at", "is empty")),
        (Listed(Text()), ["a", 2], ("at[1]", "2 is not a text")),
        (Keyed(Text()), [], ("at", "[] is not a mapping")),
        (Keyed(Text()), {"k": 2}, ("at.k", "2 is not a text")),
        (Maybe(Text()), 2, ("at", "2 is not a text")),
        (BOX, "a", ("at", "'a' is not a mapping")),
        (BOX, {"rows": [{"n": 1}]}, ("at.title", "is missing")),
        (BOX, {"title": "a", "rows": [{"n": 9}]}, ("at.rows[0].n", "9 is not a whole number from 1 to 4")),
        (
            BOX,
            {"title": "a", "rows": [{"n": 1}], "more": 1},
            ("at.more", "is not an entry that this place can have"),
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(shape: Shape, value: Any, problem: tuple[str, str]) -> None:
    assert told(shape, value) == [problem]


def test_all_problems_are_told_at_once() -> None:
    assert [path for path, _ in told(BOX, {"rows": [{}, {"n": 0}], "note": 1})] == [
        "at.title",
        "at.rows[0].n",
        "at.rows[1].n",
        "at.note",
    ]


def test_a_path_at_the_top_has_no_dot_before_it() -> None:
    assert said(list(BOX.problems({"title": "a"}, ""))) == [("rows", "is missing")]


def test_entries_come_in_the_order_of_the_shape_and_free_keys_by_their_alphabet() -> None:
    shape = Entries({"b": Keyed(Text()), "a": Listed(Entries(texts("z", "y")))}, {"c": Maybe(Entries(lists("l")))})
    found = shape.ordered({"c": {"l": ["2", "1"]}, "a": [{"y": "1", "z": "2"}], "b": {"q": "1", "p": "2"}})
    assert list(found) == ["b", "a", "c"]
    assert [*found["b"], *found["a"][0]] == ["p", "q", "z", "y"]
    assert found["c"] == {"l": ["2", "1"]}
    assert list(shape.ordered({"a": [], "b": {}})) == ["b", "a"]
    assert shape.ordered({"a": [], "b": {}, "c": None})["c"] is None


def test_every_head_has_its_version_and_its_notes() -> None:
    assert told(meta("note"), {"version": 1, "language": "en-US", "skills_file": "a", "note": "b"}) == []
    assert told(meta("note"), {"version": 0, "language": "en-US", "skills_file": "a"}) == [
        ("at.version", "0 is not a whole number from 1 to 1000"),
        ("at.note", "is missing"),
    ]
