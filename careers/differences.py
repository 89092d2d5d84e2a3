"""What changed between two documents, by key and in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

IDENTITIES = (
    "id", "slug", "key", "number", "country", "title", "question", "name", "role", "level", "skill", "start",
)  # fmt: skip
"""Entries that can tell the rows of a list apart, the most stable first."""

NAMES = ("title", "name", "label", "question", "role")
"""Entries that a reader would call a row by."""

MISSING = object()
NOTHING: tuple[object, ...] = (None, "", [], MISSING)
SHORT = 40


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the keys that lead to it, the same in words, and both values; MISSING where there is none.

    Where only the order of a list changed, both values are the lists.
    """

    path: tuple[str | int, ...]
    trail: tuple[str, ...]
    before: Any
    after: Any

    @property
    def in_words(self) -> str:
        """Such as "changed from 1 to 2"; long texts are not told."""
        is_order = isinstance(self.path[-1], str) and self.path[-1] == ORDER
        return "order changed" if is_order else _change(self.before, self.after)


ORDER = "<order>"
"""The last key of a change that is about the order of rows only."""


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """One line for each change, such as "Salary: body changed"; none where the documents are equal."""
    lines = [_line(change.trail, change.in_words) for change in changes(before, after)]
    return [line[:1].upper() + line[1:] for line in lines]


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Every change between two documents, in the order of the later one."""
    return _between(before, after, (), ())


def _between(before: Any, after: Any, path: tuple[str | int, ...], trail: tuple[str, ...]) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in [*after, *(key for key in before if key not in after)]:
            here = (*trail, key.replace("_", " "))
            yield from _between(before.get(key, MISSING), after.get(key, MISSING), (*path, key), here)
    elif (identity := _identity(before, after)) is not None:
        yield from _rows(before, after, identity, path, trail)
    else:
        yield Change(path, trail, before, after)


def _rows(
    before: Sequence[Any], after: Sequence[Any], identity: str, path: tuple[str | int, ...], trail: tuple[str, ...]
) -> Iterator[Change]:
    old, new = ({row[identity]: row for row in rows} for rows in (before, after))
    for key, row in new.items():
        here = (*trail[:-1], _called(row, key, trail[-1]))
        if key in old:
            yield from _between(old[key], row, (*path, key), here)
        else:
            yield Change((*path, key), here, MISSING, row)
    for key, row in old.items():
        if key not in new:
            yield Change((*path, key), (*trail[:-1], _called(row, key, trail[-1])), row, MISSING)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Change((*path, ORDER), trail, before, after)


def _identity(before: Any, after: Any) -> str | None:
    if not (isinstance(before, list) and isinstance(after, list)):
        return None
    rows = [*before, *after]
    if not rows or not all(isinstance(row, Mapping) for row in rows):
        return None
    return next((name for name in IDENTITIES if _tells_apart(before, name) and _tells_apart(after, name)), None)


def _tells_apart(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    values = [row.get(name) for row in rows]
    return all(isinstance(value, str | int) for value in values) and len(set(values)) == len(values)


def _called(row: Mapping[str, Any], key: str | int, list_name: str) -> str:
    name = next((str(row[name]) for name in NAMES if row.get(name)), str(key))
    # Everybody knows which list the sections are: their own name says enough.
    return name if list_name == "sections" else f"{list_name} “{name}”"


def _change(before: Any, after: Any) -> str:
    was_empty, is_empty = before in NOTHING, after in NOTHING
    if was_empty != is_empty:
        return "added" if was_empty else "removed"
    if _is_short(before) and _is_short(after):
        return f"changed from {_said(before)} to {_said(after)}"
    return "changed"


def _said(value: Any) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _is_short(value: Any) -> bool:
    return isinstance(value, str | int | float) and 0 < len(str(value)) <= SHORT


def _line(trail: tuple[str, ...], words: str) -> str:
    place, last = trail[:-1], trail[-1:]
    return ": ".join((*place, " ".join((*last, words))))
