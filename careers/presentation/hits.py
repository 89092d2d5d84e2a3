"""Results of a search as their page shows them: with marks, an excerpt and the address where each stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from careers.models import SearchEntry
from careers.search.excerpts import Piece, excerpt, marked

LED = {"skill", "action"}
"""Kinds that have no place of their own in a guide: they lead to a section."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result; title and excerpt in pieces, so that hits can be marked."""

    title: tuple[Piece, ...]
    context: str
    excerpt: tuple[Piece, ...]
    slug: str
    anchor: str


def hit(entry: SearchEntry, asked: Collection[str], places: Sequence[SearchEntry]) -> Hit:
    """The result for an entry; `places` are the sections to which skills and actions lead."""
    return Hit(
        title=marked(entry.title, asked),
        context=entry.context,
        excerpt=marked(excerpt(entry.text, asked), asked),
        slug=entry.slug,
        anchor=anchor(entry, places),
    )


def anchor(entry: SearchEntry, places: Sequence[SearchEntry]) -> str:
    """The section where the entry can be read without an account; empty for a guide, and where there is none."""
    if entry.kind not in LED:
        return entry.anchor
    near = [place for place in places if place.kind == "section" and place.slug == entry.slug]
    listing = [place for place in near if entry.kind == "skill" and entry.key in _listed(place)]
    ready = [place for place in near if place.part == "readiness"]
    return next((place.anchor for place in (*listing, *ready)), "")


def _listed(place: SearchEntry) -> Collection[str]:
    card: Mapping[str, Collection[str]] = place.card or {}
    return card.get("skills", ())
