"""What changed between two documents of a guide or of the instrument."""

from careers.differences import changes
from careers.models import Career
from careers.models.desk.roots import Root
from careers.presentation import catalogue_changes, telling
from careers.presentation import changes as guide_changes
from careers.presentation.catalogue_changes import Document
from careers.presentation.telling import Group

UNREADABLE = (LookupError, TypeError, ValueError, AttributeError)
"""How reading a document ends whose shape is not today's."""


def told_of(root: Root, before: Document, after: Document, *, whole: bool = False) -> list[Group]:
    """The changes by place and in words; those of a document whose shape is older than today's by their keys."""
    told = guide_changes.told if isinstance(root, Career) else catalogue_changes.told
    try:
        return told(before, after, whole=whole)
    except UNREADABLE:
        rows = (telling.Told(": ".join(change.trail), change.in_words) for change in changes(before, after))
        return [Group("Document", "", tuple(rows))]
