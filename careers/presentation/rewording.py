"""Which words of a text went and which came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

AROUND = 8
"""Words that are shown on each side of a change."""

SPARED = 8
"""Words that are shown too where leaving them out would save no more than these."""

LONGEST = 1500
"""Words up to which two texts are compared word by word; longer ones are shown as one change."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: "same", "removed" or "added"."""

    kind: str
    text: str


def pieces(before: str, after: str, *, whole: bool = False) -> tuple[Piece, ...]:
    """Both texts as one run of pieces; unchanged stretches are cut to the words around a change, unless asked for."""
    old, new = re.findall(r"\S+", before), re.findall(r"\S+", after)
    if max(len(old), len(new)) > LONGEST:
        return (Piece("removed", before), Piece("added", after))
    return tuple(_pieces(old, new, whole=whole))


def _pieces(old: list[str], new: list[str], *, whole: bool) -> Iterator[Piece]:
    # Without the shortcut that takes frequent words for noise: here every word counts.
    for tag, low, high, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            same = old[low:high]
            cut = "" if whole else _shortened(same, at_start=low == 0, at_end=high == len(old))
            yield Piece("same", cut or " ".join(same))
            continue
        if low < high:
            yield Piece("removed", " ".join(old[low:high]))
        if start < end:
            yield Piece("added", " ".join(new[start:end]))


def _shortened(same: list[str], *, at_start: bool, at_end: bool) -> str:
    left, right = (0 if at_start else AROUND), (0 if at_end else AROUND)
    if len(same) <= left + right + SPARED:
        return " ".join(same)
    return " ".join((*same[:left], "…", *same[len(same) - right :]))
