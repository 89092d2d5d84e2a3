"""The part of a text around the first word that was looked for, and what to mark in it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from careers.search.words import WORD, stem

LONGEST = 220
"""Characters of an excerpt."""

BEFORE = 120
"""Characters before the first hit at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: a word that was looked for, or what lies between."""

    text: str
    is_hit: bool


def marked(text: str, asked: Collection[str]) -> tuple[Piece, ...]:
    """The text in pieces: every word that is a form of one that was asked for stands alone."""
    return tuple(piece for piece in _pieces(text, asked) if piece.text)


def _pieces(text: str, asked: Collection[str]) -> Iterator[Piece]:
    end = 0
    for match in WORD.finditer(text):
        if stem(match[0]) in asked:
            yield Piece(text[end : match.start()], False)
            yield Piece(match[0], True)
            end = match.end()
    yield Piece(text[end:], False)


def excerpt(text: str, asked: Collection[str]) -> str:
    """The sentence of the first hit and what follows, as much as fits; the beginning where nothing is hit."""
    hit = next((match.start() for match in WORD.finditer(text) if stem(match[0]) in asked), 0)
    start = _start(text, hit)
    end = _end(text, start)
    return f"{'… ' if start and not _begins(text, start) else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _start(text: str, hit: int) -> int:
    if hit < LONGEST - BEFORE // 2:
        return 0
    earliest = max(0, hit - BEFORE)
    sentence = max(text.rfind(stop, earliest, hit) for stop in (". ", "? "))
    if sentence >= 0:
        return sentence + 2
    return text.find(" ", earliest, hit) + 1 or hit


def _begins(text: str, start: int) -> bool:
    return text[start - 2 : start] in {". ", "? "}


def _end(text: str, start: int) -> int:
    limit = start + LONGEST
    if len(text) <= limit:
        return len(text)
    return max(text.rfind(" ", start + LONGEST // 2, limit), start + LONGEST // 2)
