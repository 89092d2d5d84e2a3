"""Strict JSON: UTF-8, no repeated keys, no numbers without a value, no control characters or halves of characters."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from assessments.domain.persona.errors import PersonaError, shown

LARGEST = 1_000_000
"""Bytes that a persona may have."""

DEEPEST = 20
"""Objects and lists that may stand inside each other."""

WHOLE = "persona"
LONGEST_WHOLE = 18
UNUSABLE = re.compile("[\0-\x1f\x7f\ud800-\udfff]")


def parse(raw: bytes) -> dict[str, Any]:
    """The persona as plain data; PersonaError where it is not one."""
    if len(raw) > LARGEST:
        raise PersonaError(WHOLE, f"is larger than {LARGEST:,} bytes")
    try:
        data = json.loads(
            raw.decode("utf-8"),
            parse_int=_whole,
            strict=False,
            object_pairs_hook=_without_repeats,
        )
    except UnicodeDecodeError as error:
        raise PersonaError(WHOLE, "is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise PersonaError(WHOLE, f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise PersonaError(WHOLE, "is nested too deeply") from error
    if not isinstance(data, dict):
        raise PersonaError(WHOLE, "has to be an object")
    _refuse_unusable(data, ())
    return data


def _whole(text: str) -> int | float:
    return int(text) if len(text) <= LONGEST_WHOLE else math.inf


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        repeated, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise PersonaError(WHOLE, f"holds {shown(repeated)} twice in one object")
    return found


def _refuse_unusable(value: Any, path: tuple[str | int, ...]) -> None:
    # What the grammar would refuse at a line and column is refused here instead, where the field is known.
    if len(path) > DEEPEST:
        raise PersonaError(WHOLE, "is nested too deeply")
    if isinstance(value, float) and not math.isfinite(value):
        raise PersonaError(_written(path), "is not a number, or is too large a number")
    _refuse_bad_text(value, path)
    for key, entry in _entries(value):
        _refuse_bad_text(key, path)
        _refuse_unusable(entry, (*path, key))


def _refuse_bad_text(value: Any, path: tuple[str | int, ...]) -> None:
    if isinstance(value, str) and UNUSABLE.search(value):
        raise PersonaError(_written(path), f"holds a character that cannot be used: {shown(value)}")


def _entries(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _written(path: tuple[str | int, ...]) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".") or WHOLE
