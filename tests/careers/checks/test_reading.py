"""The reading level is that of the formula, and is asked of no short text."""

import pytest

from careers.checks.reading import grade

PLAIN = "The cat sat on the mat. " * 20
HARD = (
    "Interoperability considerations notwithstanding, organizational heterogeneity complicates standardization. " * 20
)


def test_it_follows_the_formula() -> None:
    # 120 words, 17 letters to each 6, 20 sentences.
    assert grade(PLAIN) == pytest.approx(0.0588 * (340 / 120 * 100) - 0.296 * (20 / 120 * 100) - 15.8)
    # The example of its authors: 537 letters and 4.20 sentences to a hundred words are the fourteenth year or so.
    assert pytest.approx(14.5, abs=0.1) == 0.0588 * 537 - 0.296 * 4.20 - 15.8


def test_long_words_in_long_sentences_are_harder() -> None:
    plain, hard = grade(PLAIN), grade(HARD)
    assert plain is not None
    assert hard is not None
    assert plain < 0 < 30 < hard


@pytest.mark.parametrize(("words", "is_told"), [(99, False), (100, True)])
def test_fewer_than_a_hundred_words_say_nothing(words: int, is_told: bool) -> None:
    assert (grade("word " * words) is not None) == is_told


def test_a_text_without_an_end_is_one_sentence() -> None:
    assert grade("word " * 100) == grade(f"{'word ' * 99}word.")


def test_points_inside_numbers_end_no_sentence() -> None:
    assert grade("up 3.5 times " * 40) == pytest.approx(0.0588 * (9 / 3 * 100) - 0.296 / 120 * 100 - 15.8)
