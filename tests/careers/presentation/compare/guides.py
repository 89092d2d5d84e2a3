"""Guides to compare, made in memory."""

from typing import Any

from careers.presentation.compare import guides as reading
from careers.presentation.compare.guides import Guide
from tests.careers.presentation import builders

FACTS = builders.document()["key_facts"]


def document(slug: str = "pilot", *sections: dict[str, Any], facts: dict[str, Any] | None = None, **given: Any) -> Any:
    """A guide's document with these sections and key facts."""
    whole = {"slug": slug, "title": slug.capitalize(), "sections": [*sections], "key_facts": FACTS | (facts or {})}
    return builders.document(**whole | given)


def guide(*sections: dict[str, Any], **given: Any) -> Guide:
    """A guide that is compared with nothing."""
    return reading.read([document("pilot", *sections, **given)])[0]


def pair(one: Any, other: Any) -> tuple[Guide, Guide]:
    """Two guides that know each other."""
    first, second = reading.read([one, other])
    return first, second


def texts(answer: Any) -> list[str]:
    """The lines below an answer."""
    return [line.text for line in answer.lines]


def numbers(marks: Any) -> list[int]:
    """The numbers of sources."""
    return [mark.number for mark in marks]
