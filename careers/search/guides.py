"""What the index and the home page read: cards and counts of live guides, never whole documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q, Sum

from careers.models import SearchEntry, SearchSource
from careers.presentation.cards import Card

Kind = SearchEntry.Kind


@dataclass(frozen=True, slots=True)
class Share:
    """How many live guides have these values of both filters."""

    is_assessed: bool
    pay_basis: str
    count: int


def shares(at: datetime) -> list[Share]:
    """How the live guides divide over the filters, in one query that reads an index alone."""
    live = SearchEntry.objects.live(at).filter(kind=Kind.GUIDE)
    rows = live.values_list("is_assessed", "pay_basis").annotate(count=Count("*")).order_by()
    return [Share(*row) for row in rows]


def cards(
    at: datetime, *, first: int = 0, most: int, assessed: Sequence[bool] = (), pay: Sequence[str] = ()
) -> list[Card]:
    """The cards of live guides in the order of their titles, from `first` on."""
    found = SearchEntry.objects.live(at).filter(kind=Kind.GUIDE)
    if assessed:
        found = found.filter(is_assessed__in=assessed)
    if pay:
        found = found.filter(pay_basis__in=pay)
    return list(found.order_by("title", "pk").values_list("card", flat=True)[first : first + most])


def totals(at: datetime) -> dict[str, int]:
    """What all live guides hold together, and the skills that can be checked; in two queries."""
    is_guide = Q(kind=Kind.GUIDE)
    found: dict[str, Any] = (
        SearchEntry.objects.live(at)
        .filter(kind__in=(Kind.GUIDE, Kind.SKILL))
        .aggregate(
            guides=Count("kind", filter=is_guide),
            skills=Count("kind", filter=~is_guide),
            figures=Sum("figures", default=0),
            disputed=Sum("disputed", default=0),
        )
    )
    return found | {"sources": SearchSource.objects.live(at).aggregate(found=Count("digest", distinct=True))["found"]}


def featured_document(at: datetime) -> dict[str, Any] | None:
    """The document of the first guide that leads to the readiness check."""
    found = SearchEntry.objects.live(at).filter(kind=Kind.GUIDE, is_assessed=True).order_by("title", "pk")
    document: dict[str, Any] | None = found.values_list("edition__document", flat=True).first()
    return document
