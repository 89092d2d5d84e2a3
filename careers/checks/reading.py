"""How hard a text is to read."""

import re

FEWEST_WORDS = 100
"""Shorter texts say too little about themselves: the formula was fitted to passages of a hundred words."""
WORD = re.compile(r"[^\W_]+(?:['’.,\-/&][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?:](?=\s|$)")


def grade(text: str) -> float | None:
    """The Coleman-Liau index: the year of school, counted as in the United States, in which the text is understood.

    0.0588 L - 0.296 S - 15.8, where L is the letters and S the sentences to a hundred words (M. Coleman and T. L. Liau,
    "A computer readability formula designed for machine scoring", J. of Applied Psychology 60, 1975, pages 283-284).
    The text comes without markup; None for one of fewer than a hundred words.
    """
    words: list[str] = WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    letters = sum(map(str.isalnum, "".join(words)))
    sentences = max(1, sum(1 for _ in SENTENCE_END.finditer(text)))
    return 0.0588 * letters * 100 / len(words) - 0.296 * sentences * 100 / len(words) - 15.8
