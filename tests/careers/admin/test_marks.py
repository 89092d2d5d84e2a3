"""Marks of a form travel as one text and come back the same, whatever else comes back."""

import pytest

from careers.admin import marks


def test_they_come_back_as_they_were_sent() -> None:
    found = {"body": "0a1b2c3d4e5f", "benefit_set/12": "ffffffffffff"}
    assert marks.read(marks.written(found)) == found


@pytest.mark.parametrize("text", ["", " ", "body", ":", "a:b:c", "\0", "{}"])
def test_any_text_can_be_read(text: str) -> None:
    assert "body" not in marks.read(text)


def test_what_is_there_no_more_or_was_not_there_before_is_a_difference() -> None:
    now = {"body": "1", "benefit_set/12": "2"}
    assert marks.agree(now | {"slug": "only as long as it could be edited"}, now)
    for seen in ({}, {"body": "1"}, now | {"body": "2"}, now | {"benefit_set/7": "3"}):
        assert not marks.agree(seen, now)


def test_rows_below_are_told_apart_by_their_kind() -> None:
    found = {"body": "1", "benefit_set/12": "2", "benefit_set/7": "3", "point_set/12": "4"}
    assert marks.keys_below(found, "benefit_set") == {"12", "7"}
