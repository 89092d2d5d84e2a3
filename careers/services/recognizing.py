"""What a document from elsewhere is: a guide, the instrument or a part of it, or one of the toolkit's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from careers.checks.toolkit import KINDS
from careers.problems import DocumentError, Problem

GUIDE, INSTRUMENT = "guide", "instrument"
HALVES = {"competencies": {"skills", "domains"}, "actions": {"actions", "knowledge_items"}}
"""The parts of the instrument, which also come as files of their own, and entries that tell them."""

UNKNOWN = (
    "is none of the documents that this site holds: a guide (with slug and sections), the instrument (with "
    "competencies and actions) or one of the toolkit’s"
)


@dataclass(frozen=True, slots=True)
class Recognized:
    """A document with its kind: "guide", "instrument", or the toolkit's word for it; `half` of the instrument."""

    kind: str
    document: Mapping[str, Any]
    half: str = ""


def recognized(document: Any) -> Recognized:
    """The document with its kind; DocumentError where it is none that is known."""
    if not isinstance(document, Mapping):
        raise DocumentError([Problem("", UNKNOWN)])
    if isinstance(inner := document.get("guide"), Mapping):
        document = inner  # the guide as this site and others hand it to programs
    keys = document.keys()
    if {"slug", "sections"} <= keys:
        return Recognized(GUIDE, document)
    if keys == HALVES.keys():
        return Recognized(INSTRUMENT, document)
    for kind, toolkit in KINDS.items():
        if toolkit.shape.needed.keys() <= keys:
            return Recognized(kind, document)
    for half, entries in HALVES.items():
        if entries <= keys:
            return Recognized(INSTRUMENT, document, half)
    raise DocumentError([Problem("", UNKNOWN)])
