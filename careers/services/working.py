"""The working rows as a document."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from careers import documents
from careers.checks.laws import SHAPES, problems_of
from careers.models.desk.roots import Root

ASSESSED_CAREER = "chief-medical-information-officer"
"""The one career with requirements; the catalogue belongs to it (DESIGN section 5)."""

__all__ = ["ASSESSED_CAREER", "SHAPES", "Document", "digest", "problems_of", "write"]

Document = Mapping[str, Any]


def write(root: Root) -> dict[str, Any]:
    """The working rows as a document."""
    return documents.write(SHAPES[type(root)], root)


def digest(document: Document) -> str:
    """A fingerprint that is equal for equal documents, whatever the order of their keys."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
