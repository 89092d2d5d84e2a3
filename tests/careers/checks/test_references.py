"""Keys are followed wherever they stand in a document, and pairs and repeats are told with their place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.checks.references import Target, dangling, entries, out_of_order, repeated
from tests.careers.checks.spoiling import said

KNOWN: Target = ("a source", {"one", "two"})
DOCUMENTS = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "source"]), inner),
    max_leaves=20,
)


def follow(document: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        document = document[step]
    return document


def test_every_entry_is_found_with_its_path() -> None:
    document = {"a": {"b": 1}, "c": [{"d": 2}, [{"e": 3}], 4]}
    assert list(entries(document)) == [
        ("a", "a", {"b": 1}),
        ("a.b", "b", 1),
        ("c", "c", [{"d": 2}, [{"e": 3}], 4]),
        ("c[0].d", "d", 2),
        ("c[1][0].e", "e", 3),
    ]


@given(DOCUMENTS)
def test_no_path_stands_for_two_entries(document: Any) -> None:
    paths = [path for path, _, _ in entries(document)]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("one", []),
        (["one", "two"], []),
        (None, []),
        ([], []),
        ("three", [("at.source", "'three' is not a source")]),
        (["one", "three", "four"], [("at.source", "'three' is not a source"), ("at.source", "'four' is not a source")]),
        ("", [("at.source", "'' is not a source")]),
        (3, []),
        ("x" * 99, [("at.source", f"'{'x' * 58}… is not a source")]),
    ],
)
def test_keys_that_name_nothing_are_told(value: Any, told: list[tuple[str, str]]) -> None:
    assert said(list(dangling({"source": value, "other": "three"}, "at", {"source": KNOWN}))) == told


def test_keys_are_followed_at_any_depth() -> None:
    document = [{"rows": [{"source": "one"}, {"deep": {"source": "three"}}]}]
    assert said(list(dangling(document, "list", {"source": KNOWN}))) == [
        ("list[0].rows[1].deep.source", "'three' is not a source")
    ]


@given(DOCUMENTS)
def test_as_many_keys_are_told_as_lead_nowhere(document: Any) -> None:
    wrong = 0
    for _, key, value in entries(document):
        keys = value if isinstance(value, list) else [value]
        wrong += sum(key == "source" and isinstance(name, str) and name not in KNOWN[1] for name in keys)
    assert len(list(dangling(document, "", {"source": KNOWN}))) == wrong


def test_a_key_that_stands_twice_is_told_in_both_places() -> None:
    rows = [{"key": "a"}, {"key": "b"}, {"key": "a"}]
    reason = "'a' stands more than once"
    assert said(list(repeated(rows, "key", "rows"))) == [("rows[0].key", reason), ("rows[2].key", reason)]
    assert list(repeated(rows[:2], "key", "rows")) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"low": 1, "high": 2}, []),
        ({"low": 2, "high": 2}, []),
        ({"low": 3, "high": 2}, [("row.high", "2 is below low, 3")]),
        ({"low": 3, "high": None}, []),
        ({"low": None, "high": 2}, []),
        ({"high": 2}, []),
        ({"low": 1, "high": 0}, [("row.high", "0 is below low, 1")]),
    ],
)
def test_a_pair_whose_first_is_above_its_second_is_told(row: Any, told: list[tuple[str, str]]) -> None:
    assert said(list(out_of_order(row, [("low", "high")], "row"))) == told
