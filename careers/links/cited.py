"""Which addresses the content cites: those in working rows, and those that readers see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from careers.checks.references import entries
from careers.models import Edition, InstrumentVersion
from careers.models.desk.roots import Root
from careers.services.working import SHAPES


@dataclass(frozen=True, slots=True)
class UrlColumn:
    """A column of the content that holds addresses, and the links that lead from its row to its root."""

    model: type[models.Model]
    name: str
    root: str

    def rows(self, url: str) -> "models.QuerySet[Any]":
        """The working rows that cite that address, with their roots."""
        return self.model._default_manager.filter(**{self.name: url}).select_related(self.root)

    def root_of(self, row: models.Model) -> Root:
        """The guide or the catalogue of a row."""
        found: Any = row
        for link in self.root.split("__"):
            found = getattr(found, link)
        root: Root = found
        return root


def columns() -> Iterator[UrlColumn]:
    """Every column of guides and of the catalogue that holds addresses."""
    for root, shape in SHAPES.items():
        own = str(root._meta.model_name)
        for model, link in shape.tables():
            path = link if link == own else f"{link}__{own}"
            for field in model._meta.fields:
                if isinstance(field, models.URLField):
                    yield UrlColumn(model, field.name, path)


def cited(at: datetime) -> set[str]:
    """Every address that stands in a working row or in a document that readers see at that time."""
    found: set[str] = set()
    for column in columns():
        found.update(column.model._default_manager.exclude(**{column.name: ""}).values_list(column.name, flat=True))
    for published in (Edition, InstrumentVersion):
        for row in published.objects.live(at).iterator(chunk_size=50):
            found.update(_in_document(row.document))
    return found


def _in_document(document: Mapping[str, Any]) -> Iterator[str]:
    return (value for _, key, value in entries(document) if key == "url" and isinstance(value, str) and value)
