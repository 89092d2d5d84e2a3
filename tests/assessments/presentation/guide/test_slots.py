"""Places in a page are filled in one pass; what nobody fills stays byte for byte."""

import pytest

from assessments.presentation.guide.slots import fill

PAGE = b"<p>\xc3\xa9<!--you:cover--></p><!--you:step:1--><!--you:ready{--><b>All</b>\n<i>of it</i><!--}--><!-- you -->"


def test_without_texts_the_page_stays_as_it_is() -> None:
    assert fill(PAGE, {}) == PAGE
    assert fill(PAGE, {"elsewhere": "x"}) == PAGE


def test_a_text_takes_its_place_and_leaves_the_others() -> None:
    assert fill(PAGE, {"step:1": "<b>é</b>"}) == PAGE.replace(b"<!--you:step:1-->", b"<b>\xc3\xa9</b>")


def test_a_piece_is_replaced_with_all_that_is_in_it() -> None:
    found = fill(PAGE, {"ready": "Mine"})
    assert found == PAGE[: PAGE.index(b"<!--you:ready")] + b"Mine<!-- you -->"


def test_an_empty_text_takes_the_place_away() -> None:
    assert b"cover" not in fill(PAGE, {"cover": ""})


def test_what_a_text_holds_is_not_filled_again() -> None:
    assert b"<!--you:step:1-->" in fill(b"<!--you:cover-->", {"cover": "<!--you:step:1-->", "step:1": "x"})


@pytest.mark.parametrize("text", [r"\1 \g<0>", "<!--}-->", "$&"])
def test_a_text_is_taken_as_it_is(text: str) -> None:
    assert fill(b"<!--you:cover-->", {"cover": text}) == text.encode()
