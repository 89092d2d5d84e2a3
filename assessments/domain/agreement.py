"""Whether a report that was frozen once is what its answers come to today."""

from collections.abc import Mapping, Sequence
from typing import Any

NEAR = 0.011
"""Reports are rounded to 0.01; another machine may round the last place the other way."""

PARTS = ("readiness", "domains", "skills")


def agrees(frozen: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether both reports show the same scores, levels, points and standings; gates are facts of their day."""
    return all(_same(frozen[part], now[part]) for part in PARTS)


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, Mapping):
        return before.keys() == after.keys() and all(_same(before[key], after[key]) for key in before)
    if isinstance(before, Sequence) and not isinstance(before, str):
        return len(before) == len(after) and all(_same(*pair) for pair in zip(before, after, strict=True))
    if isinstance(before, float) and isinstance(after, float | int):
        return abs(before - after) < NEAR
    return bool(before == after)
