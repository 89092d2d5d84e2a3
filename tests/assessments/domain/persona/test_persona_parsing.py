"""Persona files are strict JSON: what is not is refused on one line, with its field where there is one."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.persona import LARGEST, PersonaError, parse

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=15,
)


def refused(raw: bytes) -> PersonaError:
    with pytest.raises(PersonaError) as caught:
        parse(raw)
    return caught.value


def test_an_object_comes_back_as_it_is() -> None:
    data = {"career": "é — ü", "n": [1, -2.5, True, None], "deep": {"er": {}}}
    assert parse(json.dumps(data).encode()) == data
    assert parse(json.dumps(data, ensure_ascii=False).encode()) == data


@pytest.mark.parametrize(
    ("raw", "field", "word"),
    [
        (b"", "persona", "not JSON"),
        (b"{", "persona", "line 1, column 2"),
        (b'{"a": 1,\n}', "persona", "line 2, column 1"),
        (b'{"a": 1} {}', "persona", "Extra data"),
        (b"{'a': 1}", "persona", "not JSON"),
        (b"[]", "persona", "object"),
        (b"null", "persona", "object"),
        (b"\x00", "persona", "not JSON"),
        (b'{"a": "\xff"}', "persona", "UTF-8"),
        (b"\xff\xfe{\x00}\x00", "persona", "UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "persona", "UTF-8"),
        (b'{"a": 1, "b": 2, "a": 3}', "persona", "'a' twice"),
        (b'{"ratings": {"cds": {"level": 1, "level": 2}}}', "persona", "'level' twice"),
        (b'{"plan": {"hours_per_week": NaN}}', "plan.hours_per_week", "not a number"),
        (b'{"plan": {"hours_per_week": Infinity}}', "plan.hours_per_week", "not a number"),
        (b'{"plan": {"hours_per_week": -Infinity}}', "plan.hours_per_week", "not a number"),
        (b'{"plan": {"budget_usd": 1e400}}', "plan.budget_usd", "too large"),
        (b'{"plan": {"budget_usd": -1e400}}', "plan.budget_usd", "too large"),
        (b'{"plan": {"budget_usd": ' + b"9" * 5000 + b"}}", "plan.budget_usd", "too large"),
        (b'{"plan": {"budget_usd": ' + b"9" * 19 + b"}}", "plan.budget_usd", "too large"),
        (b'{"plan": {"done": ["x", {"y": NaN}]}}', "plan.done[1].y", "not a number"),
        (b'{"career": "a\x00b"}', "career", "cannot be used"),
        (b'{"career": "a\\u0000b"}', "career", "cannot be used"),
        (b'{"career": "a\nb"}', "career", "cannot be used"),
        (b'{"career": "a\\u001bb"}', "career", "cannot be used"),
        (b'{"career": "a\\u007fb"}', "career", "cannot be used"),
        (b'{"career": "\\ud800"}', "career", "cannot be used"),
        (b'{"career": "x\\udfffx"}', "career", "cannot be used"),
        (b'{"a\\u0000": 1}', "persona", "cannot be used"),
        (b'{"ratings": {"\\ud83d": 1}}', "ratings", "cannot be used"),
    ],
)
def test_it_refuses(raw: bytes, field: str, word: str) -> None:
    error = refused(raw)
    assert error.field == field
    assert word in error.reason
    assert str(error) == f"{error.field}: {error.reason}"


@pytest.mark.parametrize(
    "raw",
    [b"[" * 100_000, b'{"a":' * 100_000, b'{"a":' * 900 + b"1" + b"}" * 900, b'{"a":' * 21 + b"1" + b"}" * 21],
    ids=["lists", "objects", "closed", "one too many"],
)
def test_it_refuses_what_is_nested_too_deeply(raw: bytes) -> None:
    assert str(refused(raw)) == "persona: is nested too deeply"


def test_twenty_objects_in_each_other_are_not_too_deep() -> None:
    assert parse(b'{"a":' * 20 + b"1" + b"}" * 20)


def test_it_reads_a_million_bytes_and_not_one_more() -> None:
    full = b'{"a": "' + b"x" * (LARGEST - 9) + b'"}'
    assert len(full) == LARGEST == 1_000_000
    assert parse(full)
    assert str(refused(full + b" ")) == "persona: is larger than 1,000,000 bytes"


def test_two_halves_that_make_a_character_are_one() -> None:
    assert parse(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


def test_the_longest_whole_number_has_eighteen_signs() -> None:
    assert parse(b'{"a": 999999999999999999, "b": -99999999999999999}') == {"a": 10**18 - 1, "b": 1 - 10**17}


@pytest.mark.parametrize(
    "raw",
    [
        b"{" + b",".join(b'"%d":1' % number for number in range(80_000)) + b',"79999":1}',
        b'{"' + b"k" * 400_000 + b'": [' + b"1," * 250_000 + b"NaN]}",
        b'{"a": [' + b"[]," * 300_000 + b"NaN]}",
    ],
    ids=["many keys, one twice", "a long key above a long list", "many lists"],
)
def test_a_hostile_file_takes_no_more_than_a_moment(raw: bytes) -> None:
    began = time.perf_counter()
    assert len(str(refused(raw))) < 250
    assert time.perf_counter() - began < 5


@given(st.binary(max_size=60))
def test_any_bytes_are_an_object_or_an_error(raw: bytes) -> None:
    object_or_error(raw)


@given(st.text(alphabet='{}[]",:\\u0d8e19-.NaNIfinty \n\x00', max_size=40))
def test_anything_like_json_is_an_object_or_an_error(text: str) -> None:
    object_or_error(text.encode())


@given(st.dictionaries(st.text(max_size=5), json_values, max_size=4))
def test_any_json_is_an_object_or_an_error_with_a_field_on_one_line(data: dict[str, Any]) -> None:
    object_or_error(json.dumps(data).encode())


def object_or_error(raw: bytes) -> None:
    try:
        found = parse(raw)
    except PersonaError as error:
        check_line(error)
    else:
        assert isinstance(found, dict)


def check_line(error: PersonaError) -> None:
    assert error.field
    assert str(error).isprintable()
