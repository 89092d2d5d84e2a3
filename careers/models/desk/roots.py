"""What belongs to one guide or to the catalogue."""

from typing import Any, ClassVar, Self

from django.db import models

from careers.models.career import Career
from careers.models.catalogue import Catalogue

Root = Career | Catalogue
"""What is edited, published and reverted as a whole."""

KEYS = ("slug", "key", "level")
"""Columns that tell the rows of a root apart, the most stable first."""


def naming(root: Root) -> dict[str, Root]:
    """The column that links to the root, with the root."""
    return {"career" if isinstance(root, Career) else "catalogue": root}


def called(root: Root) -> str:
    """What the desk calls it."""
    return root.title if isinstance(root, Career) else "The instrument"


def noun(root: Root) -> str:
    """What a publication of it is called."""
    return "edition" if isinstance(root, Career) else "version"


def key_of(row: models.Model) -> str:
    """The key that comments and other rows know a row by; nothing for a guide or for the catalogue itself."""
    if isinstance(row, Root):
        return ""
    return str(next(getattr(row, name) for name in (*KEYS, "pk") if hasattr(row, name)))


class OfRootQuerySet(models.QuerySet[Any]):
    """Filters on rows of guides and of the catalogue."""

    def of(self, root: Root) -> Self:
        """The rows of one guide or of one catalogue."""
        return self.filter(**naming(root))


class OfRoot(models.Model):
    """A row about one guide or about one catalogue."""

    career = models.ForeignKey(Career, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    catalogue = models.ForeignKey(Catalogue, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                name="%(class)s_of_one_root",
                condition=models.Q(career__isnull=True, catalogue__isnull=False)
                | models.Q(career__isnull=False, catalogue__isnull=True),
            ),
        )

    @property
    def root(self) -> Root:
        """The guide or the catalogue."""
        found = self.career or self.catalogue
        assert found is not None  # noqa: S101 - the database holds it
        return found
