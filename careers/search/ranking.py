"""Which of the entries that hold all words come first: one formula, computed here and not in the database.

An entry's score is the sum over the words of `f / (f + SATURATION)`, where f counts how often the word stands in the
title and in the text, each measured against a usual length: `TITLE * in_title / length + in_text / length` with
`length = 1 - LENGTH + LENGTH * words / usual`. This is BM25 without the rarity of words: all words are there anyway.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SATURATION = 1.2
"""How soon one more occurrence counts for little."""

LENGTH = 0.75
"""How much longer texts have to hold a word more often for the same score, 0 to 1."""

TITLE = 8.0
"""Occurrences in a text that one in a title is worth."""

USUAL_TITLE = 4
USUAL_TEXT = 150
"""Words of a usual title and text; fixed, so that a score does not depend on other entries."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be shown, with its words as they are compared; slug and place tell equals apart."""

    id: int
    kind: str
    slug: str
    place: int
    title: str
    text: str


def ranked(candidates: Iterable[Candidate], asked: Sequence[str]) -> list[Candidate]:
    """The best first; equals by career and place, so that the order depends on nothing else."""
    return sorted(candidates, key=lambda entry: (-score(entry, asked), entry.slug, entry.place, entry.kind))


def score(entry: Candidate, asked: Sequence[str]) -> float:
    """How well the entry answers, from 0 to the number of words, rounded so that sums in any order agree."""
    title, text = entry.title.split(), entry.text.split()
    return round(sum(_of_word(word, title, text) for word in asked), 9)


def _of_word(word: str, title: Sequence[str], text: Sequence[str]) -> float:
    found = TITLE * title.count(word) / _length(title, USUAL_TITLE) + text.count(word) / _length(text, USUAL_TEXT)
    return found / (found + SATURATION)


def _length(words: Sequence[str], usual: int) -> float:
    return 1 - LENGTH + LENGTH * len(words) / usual
