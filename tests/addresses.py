"""Every address pattern of the site, with something plausible in the place of its parameters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

NOBODYS = "00000000-0000-4000-8000-000000000000"
SAMPLES = {
    "slug": "chief-medical-information-officer",
    "chart": "salary-pay-usd",
    "part": "work",
    "attempt_id": NOBODYS,
    "plan_id": NOBODYS,
    "evidence_id": NOBODYS,
    "note_id": NOBODYS,
    "calculation_id": NOBODYS,
    "skill": "cds",
    "item": "cds-silent-run",
    "kind": "interview",
    "entry": "iq01",
    "suffix": "md",
}


@dataclass(frozen=True)
class Address:
    """A pattern's full name and a path that it matches."""

    name: str
    path: str


def all_addresses(samples: Mapping[str, str] = SAMPLES) -> list[Address]:
    """Every pattern below the root, includes and the admin among them, with these values for its parameters."""
    return [
        Address(":".join((*spaces, entry.name or "")), _filled(pattern, samples))
        for spaces, pattern, entry in _walk(get_resolver().url_patterns, "/", ())
    ]


def _walk(
    patterns: list[URLPattern | URLResolver], prefix: str, spaces: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str, URLPattern]]:
    for entry in patterns:
        pattern = prefix + _without_regex(str(entry.pattern))
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry.url_patterns, pattern, inner)
        else:
            yield spaces, pattern, entry


def _filled(pattern: str, samples: Mapping[str, str]) -> str:
    plain = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: samples.get(found[1], "1"), pattern)
    return plain.replace("\\/", "/")


def _without_regex(pattern: str) -> str:
    named = re.sub(r"\(\?P<(\w+)>[^)]*\)", r"<\1>", pattern)
    return re.sub(r"[\^$]|\\Z|\\\.|\(\?:[^)]*\)\??|\.\*", "", named)
