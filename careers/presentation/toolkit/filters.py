"""Choices that narrow a page, read from its address."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice with its options; `chosen` is empty where everything is shown."""

    name: str
    label: str
    everything: str
    options: Mapping[str, str]
    chosen: str
    is_unknown: bool

    @property
    def rows(self) -> list[tuple[str, str, bool]]:
        """Value, words and whether it is the chosen one, everything first."""
        given = [("", self.everything), *self.options.items()]
        return [(value, words, value == self.chosen) for value, words in given]

    @property
    def said(self) -> str:
        """The words of what is chosen."""
        return self.options.get(self.chosen, "")


def choice(name: str, label: str, everything: str, options: Mapping[str, str], query: Mapping[str, str]) -> Filter:
    """The choice that the address asks for; what it does not offer chooses everything."""
    asked = query.get(name, "")
    chosen = asked if asked in options else ""
    return Filter(name, label, everything, options, chosen, is_unknown=bool(asked and not chosen))


def narrowed(filters: list[Filter]) -> str:
    """The query of an address that chooses the same, with its question mark; empty for everything."""
    pairs = [f"{one.name}={one.chosen}" for one in filters if one.chosen]
    return f"?{'&'.join(pairs)}" if pairs else ""
