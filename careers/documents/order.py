"""The order of a document's entries: a database may have shuffled them, and a file has to come out the same."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from careers.documents.parts import Grid, Listed, Mapped, Nested, Part


def in_order(shape: Mapped, document: Mapping[str, Any]) -> dict[str, Any]:
    """The document with the entries of each mapping as the shape has them; what the shape leaves free goes by name.

    Nothing is left out: entries that the shape no longer knows come last.
    """
    ordered: dict[str, Any] = _mapping(shape.parts, document, _levels(document))
    return ordered


def _levels(document: Mapping[str, Any]) -> list[str]:
    """The levels that values are told apart by, in their own order; a guide has none."""
    competencies = document.get("competencies")
    rows = competencies.get("career_levels") if isinstance(competencies, Mapping) else None
    return [row["id"] for row in rows or () if isinstance(row, Mapping) and isinstance(row.get("id"), str)]


def _mapping(parts: Iterable[Part], value: Any, levels: Sequence[str]) -> Any:
    if not isinstance(value, Mapping):
        return value
    known = {key: part for part in parts for key in part.keys()}  # noqa: SIM118 - a part is no mapping
    found = {key: _entry(part, value[key], levels) for key, part in known.items() if key in value}
    return found | {key: _free(value[key]) for key in sorted(value.keys() - found.keys())}


def _entry(part: Part, value: Any, levels: Sequence[str]) -> Any:
    match part:
        case Nested():
            return _mapping(part.inner.parts, value, levels)
        case Listed() if isinstance(value, list):
            return [_row(part, entry, levels) for entry in value]
        case Grid() if isinstance(value, Mapping):
            return {key: value[key] for key in sorted(value, key=lambda key: _place(key, levels))}
    return _free(value)


def _row(part: Listed, entry: Any, levels: Sequence[str]) -> Any:
    return _mapping(part.inner_of(entry).parts, entry, levels) if isinstance(entry, Mapping) else entry


def _place(level: str, levels: Sequence[str]) -> tuple[int, int, str]:
    """Where a level stands: as the document lists it, or else by its number."""
    return (levels.index(level) if level in levels else len(levels), len(level), level)


def _free(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _free(value[key]) for key in sorted(value)}
    return [_free(entry) for entry in value] if isinstance(value, list) else value
