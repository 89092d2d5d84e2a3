"""Laws of the order in which results stand."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from careers.search.ranking import Candidate, ranked, score

WORD = st.sampled_from(["nurs", "data", "care", "pay"])
TEXT = st.lists(WORD, max_size=30).map(" ".join)
ASKED = st.lists(WORD, min_size=1, max_size=4, unique=True)


def entry(title: str = "", text: str = "", place: int = 0, slug: str = "a") -> Candidate:
    return Candidate(id=place, kind="section", slug=slug, place=place, title=title, text=text)


@given(TEXT, TEXT, ASKED)
def test_a_score_lies_between_nothing_and_the_number_of_words(title: str, text: str, asked: list[str]) -> None:
    assert 0 <= score(entry(title, text), asked) < len(asked)


@given(TEXT, TEXT, ASKED)
def test_the_order_in_which_words_were_typed_does_not_matter(title: str, text: str, asked: list[str]) -> None:
    assert score(entry(title, text), asked) == score(entry(title, text), asked[::-1])


@given(TEXT, ASKED)
def test_a_word_in_place_of_another_never_lowers_the_score(text: str, asked: list[str]) -> None:
    assert score(entry("", f"{text} other"), asked) < score(entry("", f"{text} {asked[0]}"), asked)


def test_a_title_counts_for_more_than_a_text() -> None:
    assert score(entry("nurs pay", "care data"), ["nurs"]) > score(entry("care data", "nurs pay"), ["nurs"])


def test_the_shorter_of_two_texts_answers_better() -> None:
    assert score(entry("", "nurs care"), ["nurs"]) > score(entry("", "nurs " + "care " * 500), ["nurs"])


def test_both_words_once_are_better_than_one_word_often() -> None:
    assert score(entry("", "nurs pay care care"), ["nurs", "pay"]) > score(
        entry("", "nurs nurs nurs care"), ["nurs", "pay"]
    )


def test_part_of_a_word_is_not_the_word() -> None:
    assert score(entry("nursery", "xnurs"), ["nurs"]) == 0


def test_equals_stand_by_career_and_place_whatever_the_order_they_came_in() -> None:
    rows = [entry("nurs", place=place, slug=slug) for slug, place in (("a", 2), ("a", 10), ("b", 1))]
    assert all(ranked(order, ["nurs"]) == rows for order in permutations(rows))


def test_the_best_stands_first() -> None:
    worst, best = entry("care", "nurs", 0), entry("nurs", "nurs", 1)
    assert ranked([worst, best], ["nurs"]) == [best, worst]
