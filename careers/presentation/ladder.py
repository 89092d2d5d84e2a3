"""The rungs of a career's ladder."""

from collections.abc import Mapping
from typing import Any

Document = Mapping[str, Any]


def own_level(document: Document) -> Document | None:
    """The rung of the ladder that is the career itself: named like it, or else part of its name or around it."""
    levels = [level for section in document["sections"] for level in section.get("levels", ())]
    names = [name.casefold() for name in (document["title"], document["abbreviation"]) if name]
    titled = [(level["title"].casefold(), level) for level in levels]
    named = [level for title, level in titled if title in names]
    related = [level for title, level in titled if any(_ends_alike(title, name) for name in names)]
    return next(iter(named or related), None)


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)
