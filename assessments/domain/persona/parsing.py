"""Strict JSON: UTF-8, no repeated keys, no numbers without a value, no text that cannot be stored."""

import json
import math
from typing import Any, NoReturn

from assessments.domain.persona.errors import PersonaError, shown

LARGEST = 1_000_000
"""Bytes that a persona may have."""

WHOLE = "persona"


def parse(raw: bytes) -> dict[str, Any]:
    """The persona as plain data; PersonaError where it is not one."""
    if len(raw) > LARGEST:
        raise PersonaError(WHOLE, f"is larger than {LARGEST:,} bytes")
    try:
        data = json.loads(
            raw.decode("utf-8"),
            parse_constant=_refuse_constant,
            parse_float=_finite,
            parse_int=_bounded,
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
    _refuse_bad_text(data, "")
    return data


def _refuse_constant(text: str) -> NoReturn:
    raise PersonaError(WHOLE, f"holds {text}, which is not a number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise PersonaError(WHOLE, f"holds a number that is too large: {shown(text)}")
    return value


def _bounded(text: str) -> int:
    if len(text) > 18:
        raise PersonaError(WHOLE, f"holds a number that is too large: {shown(text)}")
    return int(text)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise PersonaError(WHOLE, f"holds {shown(repeated)} twice in one object")
    return found


def _refuse_bad_text(value: Any, path: str) -> None:
    if isinstance(value, str) and any(char == "\0" or 0xD800 <= ord(char) <= 0xDFFF for char in value):
        raise PersonaError(path, f"holds a character that cannot be stored: {shown(value)}")
    if isinstance(value, list):
        for place, entry in enumerate(value):
            _refuse_bad_text(entry, f"{path}[{place}]")
    if isinstance(value, dict):
        for key, entry in value.items():
            _refuse_bad_text(key, path or WHOLE)
            _refuse_bad_text(entry, f"{path}.{key}" if path else key)
