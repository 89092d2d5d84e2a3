"""Two texts as one run of words, from which both can be read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.presentation import rewording
from careers.presentation.rewording import Piece, pieces

WORDS = st.lists(st.sampled_from(["one", "two", "three", "four"]), max_size=30).map(" ".join)


def side(found: tuple[Piece, ...], kind: str) -> list[str]:
    """The words of one of the texts."""
    return " ".join(piece.text for piece in found if piece.kind in {"same", kind}).split()


@given(before=WORDS, after=WORDS)
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    found = pieces(before, after)
    if "…" not in str(found):
        assert (side(found, "removed"), side(found, "added")) == (before.split(), after.split())


@given(text=WORDS)
def test_equal_texts_have_no_change(text: str) -> None:
    assert {piece.kind for piece in pieces(text, text)} <= {"same"}


def test_only_the_words_that_changed_are_marked() -> None:
    found = pieces("The pay is high in cities", "The pay was high in all cities")
    assert [(piece.kind, piece.text) for piece in found] == [
        ("same", "The pay"),
        ("removed", "is"),
        ("added", "was"),
        ("same", "high in"),
        ("added", "all"),
        ("same", "cities"),
    ]


def test_what_stayed_is_cut_to_the_words_around() -> None:
    text = " ".join(f"w{place}" for place in range(100))
    found = pieces(text, text.replace("w50 ", "new "))
    assert [piece.text for piece in found] == [
        "… w42 w43 w44 w45 w46 w47 w48 w49",
        "w50",
        "new",
        "w51 w52 w53 w54 w55 w56 w57 w58 …",
    ]


@pytest.mark.parametrize(("words", "last"), [(16, "w16"), (17, "…")])
def test_a_few_words_more_are_not_left_out(words: int, last: str) -> None:
    rest = " ".join(f"w{place}" for place in range(1, words + 1))
    assert pieces(f"old {rest}", f"new {rest}")[-1].text.split()[-1] == last


def test_very_long_texts_are_told_as_one_change() -> None:
    long = "word " * (rewording.LONGEST + 1)
    assert [piece.kind for piece in pieces(long, "short")] == ["removed", "added"]
