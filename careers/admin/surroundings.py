"""What stands around a form of the desk: where the row belongs, how its guide stands, and what is to be put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from careers import models as m
from careers.admin import findings
from careers.admin.findings import LISTS, Placed
from careers.checks import publishing
from careers.checks.publishing import Finding
from careers.models.desk.roots import Root, naming, noun
from careers.services import write
from careers.services.ordering import called
from careers.standing import Standing, standings


@dataclass(frozen=True, slots=True)
class Neighbor:
    """The row before or after this one in its list."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Where a row stands in its list."""

    place: int
    count: int
    earlier: Neighbor | None
    later: Neighbor | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A guide or the instrument around one of its rows, or around its own form, where there is no listing."""

    root: Root
    standing: Standing
    listing: Listing | None
    found: Sequence[Finding]
    placed: Sequence[Placed]

    @property
    def is_guide(self) -> bool:
        """Whether readers read it as a page."""
        return isinstance(self.root, m.Career)

    @property
    def name(self) -> str:
        """What the line above the form calls it."""
        return (
            f"the {self.root.abbreviation or self.root} guide" if isinstance(self.root, m.Career) else "the instrument"
        )

    @property
    def publication(self) -> str:
        """What its publications are called."""
        return noun(self.root)

    @property
    def plural(self) -> str:
        """What the list of all of them is called."""
        return "guides" if self.is_guide else "instrument"

    @property
    def list_address(self) -> str:
        """Where all guides, or all instruments, are listed."""
        return reverse(f"admin:careers_{self.root._meta.model_name}_changelist")

    @property
    def address(self) -> str:
        """Where it opens as its rows in order."""
        return reverse(f"admin:careers_{self.root._meta.model_name}_change", args=[self.root.pk])

    @property
    def stops(self) -> list[Placed]:
        """What keeps the draft from being published."""
        return [placed for placed in self.placed if placed.finding.stops]

    @property
    def advice(self) -> list[Placed]:
        """What is worth a look."""
        return [placed for placed in self.placed if not placed.finding.stops]

    @property
    def stopping(self) -> int:
        """How many problems stop publication, wherever they are."""
        return sum(finding.stops for finding in self.found)

    @property
    def elsewhere(self) -> int:
        """How many of them are in other rows."""
        return self.stopping - len(self.stops)

    @property
    def headline(self) -> str:
        """How many problems stop publication, in words."""
        return findings.stopping(len(self.stops))


def around(root: Root, row: Any, at: datetime) -> Surroundings:
    """What is known around a stored row, in a fixed number of queries and a few for each finding about it."""
    # As it is stored: what is typed into the form of a guide stands in the row that was handed over.
    root = type(root)._default_manager.get(pk=root.pk)
    document = write(root)
    found = publishing.findings(root, document, at)
    keys = _keys(root, row)
    count = keys.index(row.pk) if keys else 0
    return Surroundings(
        root=root,
        standing=standings([root], at=at, working={root.pk: document})[root.pk],
        listing=_listing(type(row), keys, count) if keys else None,
        found=found,
        placed=findings.of_row(root, row, document, found, count),
    )


def _keys(root: Root, row: Any) -> list[int]:
    """The primary keys of the row's list in order; nothing for what stands in no list, or was deleted just now."""
    if type(row) not in LISTS:
        return []
    of_root = type(row)._default_manager.filter(**naming(root))
    keys = list(of_root.order_by("position", "pk").values_list("pk", flat=True))
    return keys if row.pk in keys else []


def _listing(model: type[Any], keys: Sequence[int], count: int) -> Listing:
    earlier, later = keys[count - 1] if count else 0, keys[count + 1] if count + 1 < len(keys) else 0
    rows = model._default_manager.in_bulk([earlier, later])
    return Listing(count + 1, len(keys), _neighbor(rows.get(earlier)), _neighbor(rows.get(later)))


def _neighbor(row: Any) -> Neighbor | None:
    if row is None:
        return None
    return Neighbor(called(row), reverse(f"admin:careers_{row._meta.model_name}_change", args=[row.pk]))
