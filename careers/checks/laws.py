"""What keeps a document from being published, whoever asks."""

from careers import documents
from careers.checks.catalogue import catalogue_problems
from careers.checks.guides import guide_problems
from careers.checks.references import Document
from careers.models import Career, Catalogue, Skill
from careers.models.desk.roots import Root
from careers.problems import DocumentError, Problem

SHAPES = {Career: documents.GUIDE, Catalogue: documents.CATALOGUE}


def problems_of(root: Root, document: Document) -> list[Problem]:
    """What keeps the working document from being published: first its shape, then its laws."""
    return shape_problems(root, document) or law_problems(root, document)


def shape_problems(root: Root, document: Document) -> list[Problem]:
    """What does not fit the rows that the document is to become."""
    try:
        documents.read(SHAPES[type(root)], type(root)(), document)
    except DocumentError as error:
        return list(error.problems)
    return []


def law_problems(root: Root, document: Document) -> list[Problem]:
    """The laws that a well-shaped document breaks."""
    if isinstance(root, Catalogue):
        return catalogue_problems(document)
    careers = set(Career.objects.values_list("slug", flat=True))
    return guide_problems(document, careers, set(Skill.objects.values_list("key", flat=True)))
