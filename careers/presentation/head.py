"""What the head of a page tells search engines, feed readers and sites that show a link to it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from careers.presentation import addresses, linked
from careers.presentation.addresses import Addresses

ESCAPES: dict[str, str | int | None] = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}
"""Characters that could end a data block in a page, or begin a comment in it."""

HOME = (
    "CMIO Coach: from clinician to chief medical information officer",
    "An honest guide to becoming a Chief Medical Information Officer, a readiness check, and a plan.",
)
INDEX = ("Career guides", "Career guides in clinical informatics with every figure's source in the open.")


@dataclass(frozen=True, slots=True)
class Head:
    """Addresses and texts about a page; empty ones are left out of it."""

    title: str
    description: str
    canonical: str
    feed: str
    kind: str = "website"
    picture: str = ""
    picture_alt: str = ""
    document: str = ""
    pdf: str = ""
    modified: str = ""
    linked: str = ""


def home(site: str) -> Head:
    """The head of the home page."""
    return Head(*HOME, f"{site}/", addresses.feed(site))


def index(site: str) -> Head:
    """The head of the list of all guides, whatever was searched for."""
    return Head(*INDEX, addresses.index(site), addresses.feed(site))


def page(site: str, path: str, title: str, description: str) -> Head:
    """The head of another public page; its canonical address is the path without any choice made on it."""
    return Head(title, description, f"{site}{path}", addresses.feed(site))


def of_guide(document: Mapping[str, Any], *, number: int, live_from: datetime, site: str) -> Head:
    """The head of a guide's page."""
    place = Addresses(site, document["slug"])
    return Head(
        title=document["title"],
        description=document["tagline"],
        canonical=place.page,
        feed=addresses.feed(site),
        kind="article",
        picture=place.picture,
        picture_alt=f"{document['title']}: {document['tagline']}",
        document=place.document,
        pdf=place.pdf,
        modified=live_from.isoformat(),
        linked=embedded(linked.graph(document, number=number, live_from=live_from, site=site)),
    )


def embedded(data: Any) -> str:
    """Plain data as JSON that can stand inside a page: no character of it is read as markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(str.maketrans(ESCAPES))
