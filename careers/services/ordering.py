"""The order of the rows of a guide or of the catalogue."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from careers import models as m
from careers.models.desk.roots import Root, naming
from careers.models.rows import Row
from careers.services import drafts
from careers.services.holding import hold

ORDERED: dict[type[Root], tuple[type[Row], ...]] = {
    m.Career: (m.Section, m.Figure, m.Source),
    m.Catalogue: (
        *(m.Domain, m.Skill, m.Gate, m.Item, m.Action, m.Condition, m.Level),
        m.CatalogueSource,
    ),
}
"""The rows that have an order of their own, as they stand in the documents."""

GROUPED_BY: dict[type[Row], str] = {m.Skill: "domain", m.Item: "skill"}
"""Rows that are ordered among those with the same key; the others of their list stay where they are."""

TOLD = 5
"""Rows whose move the trail tells one by one."""


class OrderMoved(Exception):
    """The rows are no longer those that were seen, or no longer in that order."""


def ordered(root: Root, model: type[Row]) -> list[Any]:
    """The root's rows of that model as they stand now."""
    return list(model._default_manager.filter(**naming(root)).order_by("position", "pk"))


@transaction.atomic
def reorder(
    *, root: Root, model: type[Row], seen: Sequence[int], places: Mapping[int, int], by: User, at: datetime
) -> bool:
    """Put rows in the order of their places, by primary key; rows with the same place keep their order.

    Rows of a model in GROUPED_BY change places within their group only. OrderMoved where the rows that were `seen`
    are not those of the root, in its present order. False where the order stays as it is.
    """
    hold(root)
    rows = ordered(root, model)
    present = [row.pk for row in rows]
    if list(seen) != present or set(places) != set(present):
        raise OrderMoved
    wanted = _wanted(rows, places, GROUPED_BY.get(model))
    if wanted == rows:
        return False
    moved = _moved(rows, wanted)
    for position, row in enumerate(wanted):
        row.position = position
    model._default_manager.bulk_update(wanted, ["position"])
    words = _words(model, rows, wanted, moved)
    drafts.edited(root=root, row=root, by=by, at=at, words=words, what=m.Deed.What.ORDERED)
    return True


def called(row: Row) -> str:
    """What a row is called in a list: a scenario by its key, because its text is long."""
    return row.key if isinstance(row, m.Item) else str(row)


def next_position(root: Root, model: type[Row]) -> int:
    """The place after the last row of that model."""
    last = model._default_manager.filter(**naming(root)).order_by("position").last()
    return last.position + 1 if last else 0


def _wanted(rows: Sequence[Any], places: Mapping[int, int], group: str | None) -> list[Any]:
    """The rows in their new order: each group has the same places in the list as before."""
    groups = defaultdict(list)
    for row in rows:
        groups[getattr(row, group) if group else ""].append(row)
    turns = {key: iter(sorted(found, key=lambda row: places[row.pk])) for key, found in groups.items()}
    return [next(turns[getattr(row, group) if group else ""]) for row in rows]


def _moved(rows: Sequence[Any], wanted: Sequence[Any]) -> list[Any]:
    """The rows that were taken out of the order, not those that only made room."""
    before, after = [row.pk for row in rows], [row.pk for row in wanted]
    kept: set[int] = set()
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        kept.update(before[block.a : block.a + block.size])
    return [row for row in wanted if row.pk not in kept]


def _words(model: type[Row], rows: Sequence[Any], wanted: Sequence[Any], moved: Sequence[Any]) -> str:
    noun = str(model._meta.verbose_name).capitalize()
    lines = [
        f"{noun} “{called(row)}” from place {rows.index(row) + 1} to {wanted.index(row) + 1}" for row in moved[:TOLD]
    ]
    more = len(moved) - TOLD
    return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)
