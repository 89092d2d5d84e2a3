"""Keys, month-days and lists of lines take what they should and name what they should not."""

import pytest
from django.core.exceptions import ValidationError

from careers.models.effects import MONTH_DAY
from careers.models.fields import LinesField, LinesFormField
from careers.models.rows import KEY


@pytest.mark.parametrize("key", ["a", "A9", "base-guide", "ehr_optimisation", "x-1_y"])
def test_a_key_is_letters_digits_and_single_joints(key: str) -> None:
    KEY(key)


@pytest.mark.parametrize("key", ["", " a", "a b", "-a", "a-", "a--b", "a.b", "é", "a\n", "a/b"])
def test_anything_else_is_no_key(key: str) -> None:
    with pytest.raises(ValidationError, match="is not a key"):
        KEY(key)


@pytest.mark.parametrize("text", ["01-01", "07-15", "12-31", "02-29"])
def test_a_month_and_day_is_two_and_two_digits(text: str) -> None:
    MONTH_DAY(text)


@pytest.mark.parametrize("text", ["13-01", "00-10", "07-32", "7-15", "07-15 ", "07-15\n", "July 15"])
def test_anything_else_is_no_month_and_day(text: str) -> None:
    with pytest.raises(ValidationError, match="is not a month and day"):
        MONTH_DAY(text)


@pytest.mark.parametrize("value", [["a", ""], [1], "a", {"a": 1}, [["a"]], [" "]])
def test_a_list_of_lines_holds_texts_only(value: object) -> None:
    with pytest.raises(ValidationError, match="is not a list of texts"):
        LinesField().clean(value, None)


@pytest.mark.parametrize("value", [[], ["a", "b"]])
def test_a_list_of_lines_may_be_empty(value: list[str]) -> None:
    assert LinesField().clean(value, None) == value


def test_each_row_gets_a_list_of_its_own() -> None:
    field = LinesField()
    assert field.get_default() is not field.get_default()


def test_lines_are_typed_one_to_a_line() -> None:
    field = LinesFormField(required=False)
    assert field.clean("one\r\n\r\n  two  \n") == ["one", "two"]
    assert field.clean("") == []
    assert field.prepare_value(["one", "two"]) == "one\ntwo"
    assert field.prepare_value("as typed\n") == "as typed\n"


def test_white_space_around_lines_is_no_change() -> None:
    field = LinesFormField(required=False)
    assert not field.has_changed(["one", "two"], " one\r\ntwo\r\n\r\n")
    assert not field.has_changed(None, "")
    assert field.has_changed(["one"], "two")


def test_a_required_list_wants_a_line() -> None:
    with pytest.raises(ValidationError, match="required"):
        LinesFormField(required=True).clean(" \n ")


def test_a_line_with_a_nul_is_refused() -> None:
    with pytest.raises(ValidationError, match="Null characters"):
        LinesFormField(required=False).clean("one\ntw\0o")
