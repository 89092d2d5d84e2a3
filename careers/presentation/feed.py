"""The latest editions as entries of a feed, each with what changed in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from careers.differences import differences
from careers.presentation.addresses import Addresses

TOLD = 12
"""Changes that an entry names; of more it says how many."""

FIRST = "First edition."


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition in the feed."""

    title: str
    link: str
    at: datetime
    summary: str


def entry(
    document: Mapping[str, Any], *, number: int, live_from: datetime, earlier: Mapping[str, Any] | None, site: str
) -> Entry:
    """An edition; `earlier` is the document of the one before it, or nothing for the first."""
    return Entry(
        title=f"{document['title']}, edition {number}",
        link=Addresses(site, document["slug"]).edition(number),
        at=live_from,
        summary=FIRST if earlier is None else summary(differences(earlier, document)),
    )


def summary(changes: list[str]) -> str:
    """The changes as sentences."""
    if not changes:
        return "The same text, published again."
    more = len(changes) - TOLD
    told = changes[:TOLD] if more > 0 else changes
    rest = [f"And {more} more {'change' if more == 1 else 'changes'}"] if more > 0 else []
    return " ".join(change if change.endswith(".") else f"{change}." for change in (*told, *rest))
