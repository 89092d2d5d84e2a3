"""How a change between two documents is told: what changed, how, and the words that went and came."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careers.differences import NOTHING, ORDER, Change
from careers.presentation import rewording
from careers.presentation.rewording import Piece


@dataclass(frozen=True, slots=True)
class Told:
    """One change: what changed and how, with the words that went and came where it is a text."""

    what: str
    how: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The changes in one place; the anchor is that of the section, or empty where there is none any more."""

    title: str
    anchor: str
    told: tuple[Told, ...]


def count(groups: Iterable[Group]) -> int:
    """How many changes they tell."""
    return sum(len(group.told) for group in groups)


def is_order(change: Change) -> bool:
    """Whether rows only changed their places."""
    return isinstance(change.path[-1], str) and change.path[-1] == ORDER


def tell(what: str, change: Change, before: str | None, after: str | None, *, whole: bool = False) -> Told:
    """The change with both values as a reader would see them; nothing where that takes more than a line of text.

    Asked for as a whole, no stretch of a text is left out, and a row that came or went is told with all its texts.
    """
    was_empty, is_empty = change.before in NOTHING, change.after in NOTHING
    how = "changed" if was_empty == is_empty else "added" if was_empty else "removed"
    if is_order(change):
        return Told(what, "in another order")
    if whole and (before is None or after is None):
        before, after = texts_of(change.before), texts_of(change.after)
    if before is None or after is None:
        return Told(what, how)
    if how == "changed":
        return Told(what, how, rewording.pieces(before, after, whole=whole))
    return Told(what, how, (Piece(how, after if was_empty else before),))


def texts_of(value: Any) -> str:
    """Everything that a row says, in one run of text."""
    return " · ".join(_texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (text for entry in value.values() for text in _texts(entry))
    elif isinstance(value, list):
        yield from (text for entry in value for text in _texts(entry))
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    elif isinstance(value, str | int | float) and value != "":
        yield str(value)
