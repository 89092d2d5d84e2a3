"""Words meet in all their forms, and nothing that is typed is more than a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.search.words import COMMON, LONGEST_QUERY, LONGEST_WORD, MOST_WORDS, query, readable, stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("nurse", "Nurses", "NURSING", "nursed"),
        ("manage", "managing", "managed"),
        ("résumé", "resume", "Re\u0301sume\u0301"),
        ("physician's", "physician’s", "Physicians"),
        ("straße", "STRASSE"),
        ("ﬁle", "files"),
    ],
)
def test_forms_of_a_word_are_compared_alike(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("nurse", "nun"), ("CMIO", "CNIO"), ("田中", "田"), ("1", "11")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=300))
def test_what_databases_compare_is_plain_whatever_was_typed(text: str) -> None:
    for word in stems(text):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()


@given(st.text(max_size=300))
def test_a_query_is_bounded_and_says_each_word_once(text: str) -> None:
    found = query(text)
    assert len(found.stems) == len(set(found.stems)) == len(found.typed) <= MOST_WORDS
    assert all(len(word) <= LONGEST_WORD for word in found.typed)


@given(st.text(max_size=100))
def test_the_words_of_a_query_are_words_of_its_text(text: str) -> None:
    assert set(query(text).stems) <= set(stems(text))


@pytest.mark.parametrize("text", ["", "   ", "\0", "!!!", "\"'*:-&|()^~", "\u202e\u200b", "🦉", "_"])
def test_where_there_is_no_word_nothing_is_asked(text: str) -> None:
    assert query(text).stems == ()


@pytest.mark.parametrize("text", ['"nurse"', "nurse*", "nurse:", "-nurse", "^nurse", "nurse & !", "{nurse}", "(nurse"])
def test_operators_are_only_marks_between_words(text: str) -> None:
    assert query(text).stems == ("nurs",)


def test_names_of_operators_are_words() -> None:
    assert query("NEAR nurse OR AND").stems == (stem("near"), "nurs")


def test_two_careers_are_found_with_or_without_a_word_between_them() -> None:
    assert query("CMIO vs CIO") == query("CMIO, CIO")


def test_common_words_count_only_where_there_are_no_others() -> None:
    assert query("What does a CMIO do in the clinic?").typed == ("cmio", "clinic")
    assert query("who are you").typed == ("who", "are", "you")
    assert {"IT".casefold(), "the"} <= COMMON


def test_only_the_beginning_of_a_long_query_is_read() -> None:
    assert query("a" * 10_000).typed == ("a" * LONGEST_WORD,)
    assert "nurs" not in query("x " * (LONGEST_QUERY // 2) + "nurse").stems
    assert len(query(" ".join(f"w{number}" for number in range(50))).stems) == MOST_WORDS


def test_words_can_be_read_without_their_marks() -> None:
    assert (readable("Ré_sumé"), readable("O’Brien"), readable("x" * 99)) == ("resume", "o’brien", "x" * LONGEST_WORD)
