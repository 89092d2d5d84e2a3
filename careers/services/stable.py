"""Names that stay: what was published once under a slug or a key is known by it for good."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from django.db.models import Model

from careers import models as m
from careers.models.catalogue import CatalogueRow

NAMED: Mapping[type[Model], tuple[str, str]] = {
    m.Section: ("document__sections", "slug"),
    m.Figure: ("document__figures", "key"),
    m.Source: ("document__sources", "key"),
    m.Level: ("document__competencies__career_levels", "id"),
    m.CatalogueSource: ("document__competencies__sources", "id"),
    m.Domain: ("document__competencies__domains", "id"),
    m.Skill: ("document__competencies__skills", "id"),
    m.Gate: ("document__competencies__prerequisites", "id"),
    m.Condition: ("document__actions__conditions", "id"),
    m.Action: ("document__actions__actions", "id"),
    m.Item: ("document__actions__knowledge_items", "id"),
}
"""Where a publication lists the rows of a model, and under which entry it names them."""


def is_published(row: Any) -> bool:
    """Whether any publication of the row's guide or catalogue holds a row of its kind under its stored name."""
    path, entry = NAMED[type(row)]
    root: Any = row.catalogue if isinstance(row, CatalogueRow) else row.career
    # What is typed into its form stands in the row that was handed over.
    stored = type(row)._default_manager.filter(pk=row.pk).values_list("slug" if entry == "slug" else "key", flat=True)
    name = stored.get()
    lists = root.published.order_by("-number").values_list(path, flat=True)
    # The latest one holds nearly every name: the earlier ones are seldom read.
    return any(named.get(entry) == name for rows in chain(lists[:1], lists[1:]) for named in rows or ())
