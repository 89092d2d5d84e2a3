"""A published guide as the JSON document that others build on."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from careers.presentation import addresses
from careers.presentation.addresses import Addresses

TERMS = (
    "Career information, not medical, legal or financial advice. "
    "Each figure belongs to the source that it names: quote it with that source, its year and the address of this page."
)


def envelope(document: Mapping[str, Any], *, number: int, live_from: datetime, site: str) -> dict[str, Any]:
    """The guide exactly as it was published, and where, when and on which terms."""
    return {
        "$schema": addresses.schema(site),
        "page": Addresses(site, document["slug"]).page,
        "edition": number,
        "live_from": live_from.isoformat(),
        "terms": TERMS,
        "guide": document,
    }


def schema(guide: Mapping[str, Any], *, dialect: str, site: str) -> dict[str, Any]:
    """What every such document keeps to, from what its guide keeps to."""
    text = {"type": "string", "minLength": 1}
    properties = {
        "$schema": {"const": addresses.schema(site)},
        "page": {"type": "string", "format": "uri"},
        "edition": {"type": "integer", "minimum": 1},
        "live_from": {"type": "string", "format": "date-time"},
        "terms": text,
        "guide": {"$ref": "#/$defs/guide"},
    }
    return {
        "$schema": dialect,
        "$id": addresses.schema(site),
        "title": "Career guide",
        "description": "An edition of a career guide. Keys of figures and sources lead to rows of the same guide.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": {"guide": guide},
    }
