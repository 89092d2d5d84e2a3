"""The codec: turns rows into a document and a document into rows; a round trip changes nothing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from careers.documents.catalogue import CATALOGUE
from careers.documents.guides import GUIDE
from careers.documents.parts import Mapped, Reading, Rows
from careers.models import Career, Catalogue
from careers.problems import DocumentError, Problem

__all__ = ["CATALOGUE", "GUIDE", "DocumentError", "Problem", "read", "replace", "write", "write_all"]


def read(shape: Mapped, root: models.Model, document: Any) -> Reading:
    """The document's rows below the root, none of them saved; DocumentError names every place that does not fit."""
    reading = Reading()
    shape.decode(reading.mapping(document, ""), "", root, reading)
    if reading.problems:
        raise DocumentError(reading.problems)
    return reading


def write(shape: Mapped, root: Career | Catalogue) -> dict[str, Any]:
    """The root's rows as a document, in one query for each model of the shape."""
    return write_all(shape, [root])[root.pk]


def write_all(shape: Mapped, roots: Sequence[Career | Catalogue]) -> dict[int, dict[str, Any]]:
    """The documents of several roots by primary key, in as many queries as one of them takes."""
    if not roots:
        return {}
    parents = dict(shape.tables())
    rows = Rows(_stored(parents, roots), {model: f"{link}_id" for model, link in parents.items()})
    return {root.pk: shape.encode(root, rows) for root in roots}


def replace(shape: Mapped, root: Career | Catalogue, rows: list[models.Model]) -> None:
    """Save the root and put the given rows in the place of all that it had."""
    root.save()
    own = root._meta.model_name
    for model, link in reversed(list(shape.tables())):
        if link == own:
            model._default_manager.filter(**{link: root}).delete()
    for model, _ in shape.tables():
        model._default_manager.bulk_create([row for row in rows if type(row) is model])


def _stored(parents: Mapping[type[models.Model], str], roots: Sequence[models.Model]) -> list[models.Model]:
    own = roots[0]._meta.model_name
    found: list[models.Model] = []
    for model, link in parents.items():
        path = link if link == own else f"{link}__{own}"
        found.extend(model._default_manager.filter(**{f"{path}__in": roots}).order_by("position", "pk"))
    return found
