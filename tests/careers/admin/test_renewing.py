"""Rows of a form whose stored rows are gone become new ones, and nothing else of the form changes."""

import pytest
from django.http import QueryDict

from careers.admin.renewing import renewed


def form(total: str, initial: str, **rows: str) -> QueryDict:
    found = QueryDict(mutable=True)
    found.update({"body": "b", "row_set-TOTAL_FORMS": total, "row_set-INITIAL_FORMS": initial})
    found.update({f"row_set-{name.replace('__', '-')}": text for name, text in rows.items()})
    return found


def test_a_form_whose_rows_are_all_there_stays_as_it_is() -> None:
    entries = form("2", "1", **{"0__id": "5", "0__text": "a", "1__id": "", "1__text": ""})
    assert renewed(entries, "row_set", {"5", "6"}, 0) == entries


def test_a_new_row_comes_after_what_others_have_added_unless_somebody_placed_it() -> None:
    typed = {"0__position": "1", "1__position": "0", "2__position": "1"}
    found = renewed(form("3", "0", **typed), "row_set", set(), 4).dict()
    assert [found[f"row_set-{index}-position"] for index in range(3)] == ["5", "0", "5"]


def test_a_row_that_is_gone_comes_last_as_a_new_one() -> None:
    entries = form(
        "3", "2", **{"0__id": "5", "0__text": "a", "1__id": "6", "1__text": "b", "2__id": "", "2__text": "c"}
    )
    assert renewed(entries, "row_set", {"6"}, 0).dict() == {
        "body": "b",
        "row_set-TOTAL_FORMS": "3",
        "row_set-INITIAL_FORMS": "1",
        "row_set-0-id": "6",
        "row_set-0-text": "b",
        "row_set-1-id": "",
        "row_set-1-text": "c",
        "row_set-2-id": "",
        "row_set-2-text": "a",
    }


def test_a_row_that_was_to_be_deleted_anyway_does_not_come_back() -> None:
    entries = form("1", "1", **{"0__id": "5", "0__text": "a", "0__DELETE": "on"})
    assert renewed(entries, "row_set", set(), 0).dict() == {
        "body": "b",
        "row_set-TOTAL_FORMS": "0",
        "row_set-INITIAL_FORMS": "0",
    }


@pytest.mark.parametrize("count", ["", "x", "-1", "1.5", "9" * 400, "٣"])
def test_counts_that_no_browser_sends_break_nothing(count: str) -> None:
    entries = form(count, count, **{"0__id": "5"})
    assert renewed(entries, "row_set", {"5"}, 0)["body"] == "b"
