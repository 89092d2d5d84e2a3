"""What changed between two editions, as readers are told it."""

from collections.abc import Iterable, Mapping
from typing import Any

from careers.differences import NOTHING, ORDER, Change, changes
from careers.presentation import rewording, telling
from careers.presentation.figures import Figure, References
from careers.presentation.rewording import Piece
from careers.presentation.telling import Group, Told, count

__all__ = ["Group", "Piece", "Told", "count", "told"]

Document = Mapping[str, Any]
GLANCE, FIGURES, SOURCES = "At a glance", "Figures", "Sources"
FIELDS = {
    "body": "text",
    "lead": "opening line",
    "slug": "address of the guide",
    "reviewed on": "last review",
    "review by": "next review",
    "key facts: growth": "job growth",
    "key facts: openings": "openings a year",
    "key facts: pay": "pay",
    "key facts: pay range": "pay range",
    "key facts: pay compare": "pay figures to compare",
    "key facts: top industries": "where the jobs are",
    "key facts: typical education": "typical education",
    "figures": "figures shown",
    "detail": "text",
    "min months": "shortest time in months",
    "max months": "longest time in months",
    "usd low": "lower end in US dollars",
    "usd high": "upper end in US dollars",
    "ppp low": "lower end in purchasing-power dollars",
    "ppp high": "upper end in purchasing-power dollars",
    "low": "lower end",
    "high": "upper end",
}
"""What readers call a field; the others are called by their names."""


def told(before: Document, after: Document, *, whole: bool = False) -> list[Group]:
    """The changes by place, in the order of the later edition; none where both say the same.

    Texts are cut to the words around a change, unless they are asked for whole.
    """
    of_fields: dict[tuple[str, str], list[Told]] = {}
    references = _known(before), _known(after)
    figures: dict[str, None] = {}
    present = {section["slug"] for section in after["sections"]}
    for change in changes(before, after):
        if change.path[0] == "figures" and len(change.path) > 1 and change.path[1] != ORDER:
            figures[str(change.path[1])] = None
        else:
            of_fields.setdefault(_place(change, present), []).append(_told(change, *references, whole=whole))
    groups = [Group(title, anchor, tuple(rows)) for (title, anchor), rows in of_fields.items()]
    return groups + _figures(figures, *references)


def _known(document: Document) -> References:
    """The figures of a document to tell of; of a draft too in which they name what is not there."""
    named = {row["key"] for row in document["sources"]}
    missing = {row["source"] for row in document["figures"]} - named
    sources = [*document["sources"], *(_absent(key) for key in sorted(missing))]
    figures = [{**row, "conflicts_with": []} for row in document["figures"]]
    return References({"sources": sources, "figures": figures, "sections": []})


def _absent(key: str) -> Document:
    unknown = {"year": None, "url": None, "note": None}
    return {"key": key, "title": key, "publisher": "no source", "kind": "editorial", **unknown}


def _place(change: Change, present: set[str]) -> tuple[str, str]:
    if change.path[0] == "sections" and len(change.path) > 2:
        slug = str(change.path[1])
        return change.trail[0], slug if slug in present else ""
    if change.path[0] == "sources":
        return SOURCES, "sources"
    return GLANCE, ""


def _told(change: Change, earlier: References, later: References, *, whole: bool) -> Told:
    inside = change.path[0] == "sections" and len(change.path) > 2
    what = _called(change.trail[1:] if inside else change.trail)
    sides = ((change.before, earlier), (change.after, later))
    before, after = (_text(value, figures, change.path) for value, figures in sides)
    return telling.tell(what, change, before, after, whole=whole)


def _called(trail: tuple[str, ...]) -> str:
    whole = ": ".join(trail)
    name = FIELDS.get(whole) or ": ".join((*trail[:-1], FIELDS.get(trail[-1], trail[-1])))
    return name[:1].upper() + name[1:]


def _text(value: Any, known: References, path: tuple[str | int, ...]) -> str | None:
    """The value as a reader would see it; nothing where that takes more than a line of text."""
    if value in NOTHING:
        return ""
    if path[0] == "key_facts" and isinstance(value, str) and (figure := known.find(value)):
        return f"{figure.value} ({figure.label})"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return "; ".join(figure.label if (figure := known.find(entry)) else entry for entry in value)
    return str(value) if isinstance(value, str | int | float) else None


def _figures(keys: Iterable[str], earlier: References, later: References) -> list[Group]:
    rows = tuple(_figure(earlier.find(key), later.find(key)) for key in keys)
    return [Group(FIGURES, "", rows)] if rows else []


def _figure(before: Figure | None, after: Figure | None) -> Told:
    there = [figure for figure in (before, after) if figure]
    label, seen = there[-1].label, [_evidence(figure) for figure in there]
    if len(there) == 1:
        kind = "added" if after else "removed"
        return Told(label, kind, (Piece(kind, seen[0]),))
    if seen[0] != seen[1]:
        return Told(label, "changed", rewording.pieces(*seen))
    notes = [figure.note or "" for figure in there]
    if notes[0] != notes[1]:
        return Told(label, "has another note", rewording.pieces(*notes))
    return Told(label, "its source or the figures against it changed")


def _evidence(figure: Figure) -> str:
    return f"{figure.value} · {figure.basis} · {figure.publisher}"
