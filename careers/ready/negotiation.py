"""What a browser can read and what it already has."""

import re
from functools import lru_cache

ENCODINGS = ("br", "gzip", "identity")
"""The encodings in which pages are kept, the smallest first."""

_ACCEPTED = re.compile(r"([\w*-]+)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*(?:,|$)")


@lru_cache(maxsize=256)
def encodings(accepted: str) -> tuple[str, ...]:
    """What the `Accept-Encoding` header allows, the best first; identity always stands (RFC 9110, 12.5.3)."""
    weights = {name.lower(): float(weight or 1) for name, weight in _ACCEPTED.findall(accepted[:200])}
    allowed = [name for name in ENCODINGS if weights.get(name, weights.get("*", 0)) > 0]
    return (*allowed, "identity") if "identity" not in allowed else tuple(allowed)


def best(accepted: str, kept: frozenset[str]) -> str:
    """The smallest kept encoding that the header allows."""
    return next(name for name in encodings(accepted) if name in kept)


def matches(etag: str, known: str) -> bool:
    """Whether the `If-None-Match` header names the page, compared weakly (RFC 9110, 13.1.2)."""
    if not known:
        return False
    bare = etag.removeprefix("W/")
    return known.strip() == "*" or bare in {part.strip().removeprefix("W/") for part in known[:2000].split(",")}
