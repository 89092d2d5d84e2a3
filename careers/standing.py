"""How guides and the catalogue stand: what readers see of them, and what has moved on since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from careers import documents
from careers.models import Career, Catalogue, Edition, InstrumentVersion
from careers.services import SHAPES

PUBLISHED: dict[type[Model], tuple[Any, str]] = {
    Career: (Edition.objects, "career"),
    Catalogue: (InstrumentVersion.objects, "catalogue"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The number that readers see, and in words how the working rows stand to it."""

    live: int | None
    words: str


def standings(roots: Sequence[Career | Catalogue], *, at: datetime) -> dict[int, Standing]:
    """How each root stands at that time, by primary key, in a fixed number of queries."""
    if not roots:
        return {}
    manager, owner = PUBLISHED[type(roots[0])]
    working = documents.write_all(SHAPES[type(roots[0])], roots)
    live = {getattr(edition, f"{owner}_id"): edition for edition in manager.filter(**{f"{owner}__in": roots}).live(at)}
    return {root.pk: _standing(root, working[root.pk], live.get(root.pk), at) for root in roots}


def _standing(root: Career | Catalogue, working: Mapping[str, Any], live: Any, at: datetime) -> Standing:
    if live is None:
        return Standing(None, "never published")
    words = "live" if live.document == working else "draft ahead of live"
    if isinstance(root, Career) and root.review_by < at.date():
        words = "past review date" if words == "live" else f"{words}, past review date"
    return Standing(live.number, words)
