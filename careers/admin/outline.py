"""A guide or the instrument as lists of its rows in order, with what is to be done about each."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from django.db.models import Count
from django.urls import reverse

from careers import models as m
from careers.admin import findings
from careers.admin.columns import Columns, columns
from careers.checks.publishing import Finding
from careers.models.desk.roots import Root, key_of, naming
from careers.models.rows import Row
from careers.services.ordering import GROUPED_BY, ORDERED, called, ordered

SHOWN = (m.Section, m.Domain, m.Skill, m.Gate, m.Level)
"""Lists that the page of the guide or of the instrument shows whole; of the others it says how long they are."""

NOTHING: Mapping[str, str] = MappingProxyType({})
HEADINGS: dict[type[Row], str] = {m.Skill: "Skills by domain", m.Item: "Scenario items by skill"}
GROUPS: dict[type[Row], type[Row]] = {m.Skill: m.Domain, m.Item: m.Skill}
"""What rows are grouped by, where they are."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A fact with the head of its column."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its place among those that it is ordered with."""

    pk: int
    place: str
    title: str
    address: str
    cells: tuple[Cell, ...]
    findings: int
    comments: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are ordered among each other, and what they have in common."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A list of rows: where it is looked through, added to and ordered, and its rows where they are shown."""

    name: str
    heading: str
    noun: str
    count: int
    list_address: str
    add_address: str
    heads: tuple[str, ...] = ()
    totals: tuple[Cell, ...] = ()
    groups: tuple[Group, ...] = ()
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the checks find in the rows, and how many open comments each has, by its model and its slug or key."""

    found: Sequence[Finding]
    comments: Mapping[tuple[str, str], int]

    def of(self, row: Any) -> int:
        """How many open comments the row has."""
        return self.comments.get((row._meta.model_name, key_of(row)), 0)


def models_of(root: Root) -> tuple[type[Row], ...]:
    """The models whose rows the root orders, in the order of its page."""
    return ORDERED[type(root)]


def parts(root: Root, marks: Marks) -> list[Part]:
    """All lists of the root, in a fixed number of queries; long ones with their length only."""
    return [part(root, model, marks) if model in SHOWN else _counted(root, model) for model in models_of(root)]


def part(root: Root, model: type[Row], marks: Marks, typed: Mapping[str, str] = NOTHING) -> Part:
    """One list with its rows; places that were typed and could not be saved stand by their primary keys."""
    rows = ordered(root, model)
    found = columns(root, model, rows)
    faults = findings.counts(model, marks.found)
    counted = {row.pk: (faults[count], marks.of(row)) for count, row in enumerate(rows)}
    return Part(
        **_named(root, model, len(rows)),
        heads=found.heads,
        totals=_cells(found.heads, found.totals),
        groups=tuple(_groups(root, model, rows, partial(_line, found=found, counted=counted, typed=typed))),
        seen=" ".join(str(row.pk) for row in rows),
    )


def marks(root: Root, found: Sequence[Finding]) -> Marks:
    """What is to be done about the root's rows, with what the checks find in them."""
    open_comments = m.Comment.objects.of(root).open().order_by()
    counted = open_comments.values_list("model", "key").annotate(count=Count("pk"))
    return Marks(found, {(model, key): count for model, key, count in counted})


def _counted(root: Root, model: type[Row]) -> Part:
    return Part(**_named(root, model, model._default_manager.filter(**naming(root)).count()))


def _named(root: Root, model: type[Row], count: int) -> dict[str, Any]:
    (link, _), name = *naming(root).items(), model._meta.model_name
    nouns = str(model._meta.verbose_name_plural)
    return {
        "name": name,
        "heading": HEADINGS.get(model, nouns.capitalize()),
        "noun": str(model._meta.verbose_name),
        "count": count,
        "list_address": f"{reverse(f'admin:careers_{name}_changelist')}?{link}__id__exact={root.pk}",
        "add_address": f"{reverse(f'admin:careers_{name}_add')}?{link}={root.pk}",
    }


def _groups(root: Root, model: type[Row], rows: Sequence[Any], line: Callable[[Any, int], Line]) -> Iterator[Group]:
    link = GROUPED_BY.get(model)
    together: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        together[getattr(row, link) if link else ""].append(row)
    names = _names(root, model)
    for key, members in together.items():
        lines = tuple(line(row, place) for place, row in enumerate(members, 1))
        yield Group(names.get(key, key), lines)


def _names(root: Root, model: type[Row]) -> dict[str, str]:
    """What groups are called, by the key that their rows share."""
    model_of_groups = GROUPS.get(model)
    if model_of_groups is None:
        return {}
    rows: Any = model_of_groups._default_manager.filter(**naming(root))
    return dict(rows.values_list("key", "name"))


def _line(
    row: Any,
    place: int,
    found: Columns,
    counted: Mapping[int, tuple[int, int]],
    typed: Mapping[str, str],
) -> Line:
    faults, comments = counted[row.pk]
    return Line(
        pk=row.pk,
        place=typed.get(str(row.pk), str(place)),
        title=called(row),
        address=reverse(f"admin:careers_{row._meta.model_name}_change", args=[row.pk]),
        cells=_cells(found.heads, found.cells[row.pk]),
        findings=faults,
        comments=comments,
    )


def _cells(heads: Sequence[str], texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(head, text) for head, text in zip(heads, texts, strict=bool(texts)))
