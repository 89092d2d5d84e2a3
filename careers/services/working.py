"""The working rows as a document, and what keeps it from being published."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from careers import documents
from careers.checks import catalogue_problems, guide_problems
from careers.models import Career, Catalogue, Skill
from careers.models.desk.roots import Root
from careers.problems import DocumentError, Problem

ASSESSED_CAREER = "chief-medical-information-officer"
"""The one career with requirements; the catalogue belongs to it (DESIGN section 5)."""

Document = Mapping[str, Any]
SHAPES = {Career: documents.GUIDE, Catalogue: documents.CATALOGUE}


def write(root: Root) -> dict[str, Any]:
    """The working rows as a document."""
    return documents.write(SHAPES[type(root)], root)


def digest(document: Document) -> str:
    """A fingerprint that is equal for equal documents, whatever the order of their keys."""
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


def problems_of(root: Root, document: Document) -> list[Problem]:
    """What keeps the working document from being published: first its shape, then its laws."""
    try:
        documents.read(SHAPES[type(root)], type(root)(), document)
    except DocumentError as error:
        return list(error.problems)
    if isinstance(root, Catalogue):
        return catalogue_problems(document)
    careers = set(Career.objects.values_list("slug", flat=True))
    return guide_problems(document, careers, set(Skill.objects.values_list("key", flat=True)))
