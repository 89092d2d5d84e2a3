"""Marks of a form travel as one text and come back the same, whatever else comes back."""

import pytest

from careers.admin import marks


def test_they_come_back_as_they_were_sent() -> None:
    found = {"body": "0a1b2c3d4e5f", "benefit_set/12": "ffffffffffff"}
    assert marks.read(marks.written(found)) == found


@pytest.mark.parametrize("text", ["", " ", "body", ":", "a:b:c", "\0", "{}"])
def test_any_text_can_be_read(text: str) -> None:
    assert "body" not in marks.read(text)


def test_rows_below_are_told_apart_by_their_kind() -> None:
    found = {"body": "1", "benefit_set/12": "2", "benefit_set/7": "3", "point_set/12": "4"}
    assert marks.keys_below(found, "benefit_set") == {"12", "7"}
