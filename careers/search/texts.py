"""The readable text of a part of a document, without markup and without keys."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

import nh3

from careers.templatetags.markdown import to_html

UNREAD = {
    *("slug", "kind", "title", "sources", "figures", "lead", "body"),
    *("source", "skill", "also", "skills", "url", "career_slug", "level", "id", "figure", "country", "currency"),
    *("document", "relation", "necessity", "median_figure", "average_figure"),
}
"""What holds keys, or is read by itself; titles of entries inside a section are read."""

HEADS = {"title", "name", "role", "myth"}
"""What stands before the rest of an entry."""

SPACES = re.compile(r"\s+")


def plain(markdown: str) -> str:
    """Markdown as a reader sees it."""
    return one_line(html.unescape(nh3.clean(to_html(markdown), tags=set())))


def one_line(text: str) -> str:
    """The text with single spaces."""
    return SPACES.sub(" ", text).strip()


def of_section(section: Mapping[str, Any]) -> str:
    """A section's lead, body and entries; questions are found by themselves."""
    unread = {*UNREAD, "items"} if section["kind"] == "faq" else UNREAD
    parts = [section["lead"], plain(section["body"])]
    for key in sorted(section.keys() - unread):
        parts.extend(_texts(section[key]))
    return one_line(_joined(parts))


def _joined(parts: list[str]) -> str:
    """The parts in one text; what is no sentence is set apart from what follows."""
    ends = (".", "?", "!")
    return "".join(f"{part}{' ' if part.endswith(ends) else ' · '}" for part in parts if part).rstrip("· ")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key in sorted(value.keys() - (UNREAD - {"title", "body"}), key=_reading_order):
            yield from _texts(value[key])
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)


def _reading_order(key: str) -> tuple[bool, str]:
    # Databases keep the keys of a document in orders of their own.
    return key not in HEADS, key
