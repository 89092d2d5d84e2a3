"""Every address pattern of the site, with something plausible in the place of its parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

NOBODYS = "00000000-0000-4000-8000-000000000000"
SAMPLES = {
    "slug": "chief-medical-information-officer",
    "part": "work",
    "attempt_id": NOBODYS,
    "plan_id": NOBODYS,
    "skill": "cds",
    "item": "cds-silent-run",
}


@dataclass(frozen=True)
class Address:
    """A pattern's full name and a path that it matches."""

    name: str
    path: str


def all_addresses() -> list[Address]:
    """Every pattern below the root, includes and the admin among them."""
    return list(_walk(get_resolver().url_patterns, "/", ()))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str, spaces: tuple[str, ...]) -> Iterator[Address]:
    for entry in patterns:
        path = prefix + _filled(str(entry.pattern))
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry.url_patterns, path, inner)
        else:
            yield Address(":".join((*spaces, entry.name or "")), path)


def _filled(pattern: str) -> str:
    plain = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: SAMPLES.get(found[1], "1"), _without_regex(pattern))
    return plain.replace("\\/", "/")


def _without_regex(pattern: str) -> str:
    named = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern)
    return re.sub(r"[\^$]|\\Z|\\\.|\(\?:[^)]*\)\??|\.\*", "", named)
