"""What every kind of toolkit document has: filters, entries, and a text of each entry to take away."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.presentation.downloads.blocks import Block, Text
from careers.presentation.toolkit.filters import Filter, choice
from careers.presentation.toolkit.names import Names

Document = Mapping[str, Any]
Row = Mapping[str, Any]
Query = Mapping[str, str]

MADE_UP = (
    "Every person, employer, date and number in these samples is made up to show form and scale. "
    "Replace each one with something you can document, or delete it."
)
TO_REPLACE = "Sample values stand in italics: put your own in their place."


@dataclass(frozen=True, slots=True)
class Tool:
    """How one kind is read: its choices, the entries that they leave, an entry on the page, and its text.

    `bundle` names the text of all entries together, and is empty where nobody would want one.
    """

    filters: Callable[[Document, Names, Query], list[Filter]]
    entries: Callable[[Document], Sequence[Row]]
    shown: Callable[[Document, Row, Names], dict[str, Any]]
    text: Callable[[Document, Row, Names], Text]
    around: Callable[[Document, Names, Sequence[Row]], dict[str, Any]]
    bundle: str = ""


def by_level(levels: Iterable[str], names: Names, query: Query) -> Filter:
    """The choice of a career level among those that entries name, in the catalogue's order."""
    wanted = set(levels)
    return choice(
        "level", "Level", "All levels", {key: name for key, name in names.levels.items() if key in wanted}, query
    )


def left(rows: Sequence[Row], filters: Sequence[Filter], keys: Mapping[str, str]) -> list[Row]:
    """The rows that fit every choice; `keys` names the entry of a row that a choice is about."""
    return [row for row in rows if all(not one.chosen or _fits(row[keys[one.name]], one.chosen) for one in filters)]


def _fits(value: Any, chosen: str) -> bool:
    return chosen in value if isinstance(value, list) else bool(value == chosen)


def sample_text(title: str, blocks: Sequence[Block], *notes: str) -> Text:
    """A text that says first that it is a sample."""
    return Text(title, tuple(blocks), (MADE_UP, *notes))
