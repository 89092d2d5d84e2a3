"""What a piece of a document can do, and the rows that it is written from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.db import models

from careers.documents.parts.reading import Reading


class Rows:
    """Stored rows by model and parent, so that a whole document is written from one query for each model."""

    def __init__(self, rows: Iterable[models.Model], parents: Mapping[type[models.Model], str]) -> None:
        self._children: defaultdict[tuple[type[models.Model], int], list[Any]] = defaultdict(list)
        for row in rows:
            self._children[type(row), getattr(row, parents[type(row)])].append(row)

    def of(self, model: type[models.Model], parent: models.Model) -> list[Any]:
        """The parent's rows of that model, in order."""
        return self._children[model, parent.pk]


class Part(Protocol):
    """A piece of a document under one or more keys of a mapping that belongs to a row."""

    def keys(self) -> Iterable[str]:
        """The keys that the piece reads and writes."""

    def tables(self) -> Iterable[tuple[type[models.Model], str]]:
        """The models that the piece stores, each with the name of its link to its parent, parents first."""

    def decode(self, data: Mapping[str, Any], path: str, parent: models.Model, reading: Reading) -> None:
        """Read the piece into columns of the parent and new rows below it."""

    def encode(self, parent: models.Model, rows: Rows) -> dict[str, Any]:
        """The piece as plain data."""
