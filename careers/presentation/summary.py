"""What readers will notice of a publication: one line for each place, with counts rather than texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from careers.differences import NOTHING, ORDER, Change, changes
from careers.presentation import words
from careers.presentation.changes import FIELDS, GLANCE

Document = Mapping[str, Any]
PLACES = {
    "career_levels": "Levels",
    "knowledge_items": "Scenario items",
    "prerequisites": "Gates",
    "proficiency_definitions": "Scale",
    "proficiency_scale": "Scale",
}
"""What readers call a list of the instrument; the others are called by their names."""

NOUNS = {
    "by_level": "pay row",
    "countries": "country",
    "hiring_practices": "hiring practice",
    "items": "entry",
    "questions_to_ask": "question to ask",
    "strategies": "strategy",
}
"""What one row of a list in a section is called; the others lose the last letter of the list's name."""

PLURALS = {"country": "countries", "entry": "entries", "question to ask": "questions to ask", "strategy": "strategies"}
REORDERED = "in another order"
NAMED = 3
"""Rows up to which they are named."""


@dataclass(frozen=True, slots=True)
class Line:
    """What changes in one place, such as "opening line rewritten, one figure added"."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class _Event:
    """One thing that happens to what the noun says: to a row of it where there is one, which has a name perhaps."""

    noun: str
    how: str
    row: str = ""
    name: str = ""


def summary(before: Document, after: Document) -> list[Line]:
    """The places where readers see something else than before, in the order of the later document."""
    places: dict[str, dict[tuple[str, str], dict[str, str]]] = {}
    for change in changes(before, after):
        there = places.setdefault(_place(change), {})
        for event in _events(change):
            there.setdefault((event.noun, event.how), {})[event.row] = event.name
    return [Line(place, _in_words(there)) for place, there in places.items()]


def _place(change: Change) -> str:
    first, *rest = change.path
    if first == "sections" and rest:
        return "Sections" if rest[0] == ORDER else change.trail[0]
    if first in {"competencies", "actions"} and rest:
        name = str(rest[0])
        return PLACES.get(name, words.plain(name))
    return words.plain(str(first)) if first in {"figures", "sources"} else GLANCE


def _events(change: Change) -> Iterator[_Event]:
    first = change.path[0]
    if first == "sections" and len(change.path) > 1:
        yield from _in_section(change)
    elif first in {"competencies", "actions"}:
        lists = [value for value in (change.before, change.after) if isinstance(value, list)]
        is_plain = len(change.path) == 2 and len(lists) == 2
        yield from _between("", *(list(map(str, value)) for value in lists)) if is_plain else [_row(change, 2, "")]
    elif first in {"figures", "sources"}:
        yield _row(change, 1, "")
    else:
        yield _Event(_called(change.trail), _how(change))


def _in_section(change: Change) -> Iterator[_Event]:
    if len(change.path) == 2:
        yield _Event("", REORDERED) if change.path[1] == ORDER else _Event("section", _how(change))
        return
    column = str(change.path[2])
    if len(change.path) > 3:
        yield _row(change, 3, _noun(column))
    elif column == "body":
        yield from _between("paragraph", _paragraphs(change.before), _paragraphs(change.after))
    elif isinstance(change.before, list) and isinstance(change.after, list):
        yield from _between(_noun(column), list(map(str, change.before)), list(map(str, change.after)))
    else:
        yield _Event(_called(change.trail[1:]), _how(change).replace("changed", "rewritten"))


def _row(change: Change, depth: int, noun: str) -> _Event:
    """What happens to the row of a list that stands so deep in the document, or to the list as a whole."""
    if len(change.path) <= depth or change.path[depth] == ORDER:
        is_list = change.path[-1] == ORDER
        return _Event(noun and _plural(noun), REORDERED if is_list else _how(change))
    how = _how(change) if len(change.path) == depth + 1 else "changed"
    named = re.search("“(.*)”", " ".join(change.trail))
    return _Event(noun, how, str(change.path[depth]), named[1] if named and not noun else "")


def _between(noun: str, before: list[str], after: list[str]) -> Iterator[_Event]:
    """Which of the texts came, went, or were rewritten."""
    if sorted(before) == sorted(after):
        yield _Event(noun and _plural(noun), REORDERED)
        return
    for tag, low, high, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        both = min(high - low, end - start) if tag == "replace" and noun == "paragraph" else 0
        kinds = {"rewritten": range(start, start + both), "added": range(start + both, end)}
        if tag != "equal":
            yield from (_Event(noun, how, str(at)) for how, places in kinds.items() for at in places)
            yield from (_Event(noun, "removed", str(at)) for at in range(low + both, high))


def _how(change: Change) -> str:
    was_empty, is_empty = change.before in NOTHING, change.after in NOTHING
    return "added" if was_empty and not is_empty else "removed" if is_empty and not was_empty else "changed"


def _paragraphs(text: Any) -> list[str]:
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text if isinstance(text, str) else ""))
    return [part for part in parts if part]


def _called(trail: tuple[str, ...]) -> str:
    return FIELDS.get(": ".join(trail)) or FIELDS.get(trail[-1], trail[-1])


def _noun(column: str) -> str:
    return NOUNS.get(column) or column.replace("_", " ").removesuffix("s")


def _plural(noun: str) -> str:
    return PLURALS.get(noun, f"{noun}s")


def _in_words(there: Mapping[tuple[str, str], Mapping[str, str]]) -> str:
    return ", ".join(_told(noun, how, rows) for (noun, how), rows in there.items())


def _told(noun: str, how: str, rows: Mapping[str, str]) -> str:
    if "" in rows:
        return f"{noun} {how}".strip()
    count = words.counting(len(rows)).lower()
    names = [name for name in rows.values() if name]
    told = " ".join(part for part in (count, noun if len(rows) == 1 else noun and _plural(noun), how) if part)
    return f"{told} ({'; '.join(names)})" if names and len(names) == len(rows) <= NAMED else told
