"""Names that stay: what was published once under a slug or a key is known by it for good."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from careers import models as m
from careers.models.catalogue import CatalogueRow
from careers.models.rows import Row

LISTED: Mapping[type[Row], tuple[str, str]] = {
    m.Section: ("sections", "slug"),
    m.Figure: ("figures", "key"),
    m.Source: ("sources", "key"),
    m.Level: ("competencies.career_levels", "id"),
    m.CatalogueSource: ("competencies.sources", "id"),
    m.Domain: ("competencies.domains", "id"),
    m.Skill: ("competencies.skills", "id"),
    m.Gate: ("competencies.prerequisites", "id"),
    m.Condition: ("actions.conditions", "id"),
    m.Action: ("actions.actions", "id"),
    m.Item: ("actions.knowledge_items", "id"),
}
"""Where a document lists the rows of a model, and under which entry it names them."""


def is_published(row: Any) -> bool:
    """Whether any publication of the row's guide or catalogue holds a row of its kind under its stored name."""
    path, entry = LISTED[type(row)]
    root: Any = row.catalogue if isinstance(row, CatalogueRow) else row.career
    # What is typed into its form stands in the row that was handed over.
    stored = type(row)._default_manager.filter(pk=row.pk).values_list("slug" if entry == "slug" else "key", flat=True)
    name = stored.get()
    lists = root.published.order_by("-number").values_list(f"document__{path.replace('.', '__')}", flat=True)
    # The latest one holds nearly every name: the earlier ones are seldom read.
    return any(named.get(entry) == name for rows in chain(lists[:1], lists[1:]) for named in rows or ())
