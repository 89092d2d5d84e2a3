"""One checked value at a time: each function returns it or says in which field it is wrong."""

import re
from collections.abc import Collection
from datetime import date
from typing import Any

from assessments.domain.persona.errors import PersonaError, shown

Object = dict[str, Any]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def at(path: str, key: str) -> str:
    """The path of a field inside an object."""
    return f"{path}.{key}" if path else key


def an_object(value: Any, path: str, known: Collection[str] | None = None) -> Object:
    """An object that holds only known fields."""
    if not isinstance(value, dict):
        raise PersonaError(path, f"has to be an object, not {shown(value)}")
    for key in value:
        if known is not None and key not in known:
            raise PersonaError(at(path, key), "is not a field that this place can have")
    return value


def a_list(value: Any, path: str, longest: int) -> list[Any]:
    """A list of at most that many entries."""
    if not isinstance(value, list):
        raise PersonaError(path, f"has to be a list, not {shown(value)}")
    if len(value) > longest:
        raise PersonaError(path, f"holds more than {longest} entries")
    return value


def one_of(value: Any, path: str, known: Collection[str], noun: str) -> str:
    """A text that names something known."""
    if not isinstance(value, str) or value not in known:
        raise PersonaError(path, f"{shown(value)} is not {noun}")
    return value


def names(value: Any, path: str, known: Collection[str], noun: str) -> frozenset[str]:
    """A list of texts that each name something known."""
    found = a_list(value, path, 1000)
    return frozenset(one_of(entry, f"{path}[{place}]", known, noun) for place, entry in enumerate(found))


def whole(value: Any, path: str, low: int, high: int) -> int:
    """A whole number within bounds."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise PersonaError(path, f"{shown(value)} is not a whole number from {low} to {high}")
    return value


def number(value: Any, path: str, low: float, high: float) -> float:
    """A number within bounds, the low one left out."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not low < value <= high:
        raise PersonaError(path, f"{shown(value)} is not a number above {low:g} and up to {high:g}")
    return float(value)


def yes_or_no(value: Any, path: str) -> bool:
    """A true or false."""
    if not isinstance(value, bool):
        raise PersonaError(path, f"{shown(value)} is not true or false")
    return value


def day(value: Any, path: str) -> date:
    """A date of this century, written as 2026-12-07."""
    try:
        found = date.fromisoformat(value) if isinstance(value, str) and DAY.fullmatch(value) else None
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year < 2100:
        raise PersonaError(path, f"{shown(value)} is not a date such as 2026-12-07")
    return found
