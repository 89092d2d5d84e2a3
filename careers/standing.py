"""How guides and the catalogue stand: what readers see of them, what has moved on since, and what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from careers import documents
from careers.models import Career, Catalogue, Draft, Edition, InstrumentVersion
from careers.models.desk.roots import Root
from careers.services import SHAPES, digest

PUBLISHED: dict[type[Model], tuple[Any, str]] = {
    Career: (Edition.objects, "career"),
    Catalogue: (InstrumentVersion.objects, "catalogue"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the working rows stand to what readers see, and to what they will see; numbers are of publications."""

    live: int | None
    live_from: datetime | None
    is_ahead: bool
    waiting: int | None
    waiting_from: datetime | None
    draft: Draft | None
    is_approved: bool
    review_by: date | None
    is_overdue: bool

    @property
    def words(self) -> str:
        """The state in words, such as "draft ahead of live, in review"."""
        return ", ".join(self.states)

    @property
    def states(self) -> tuple[str, ...]:
        """All that is to say of it, the state of the rows first."""
        first = "never published" if self.live is None else "draft ahead of live" if self.is_ahead else "live"
        states = [first]
        if self.is_ahead and self.draft:
            states += ["in review"] if self.draft.is_in_review else ["approved"] if self.is_approved else []
        states += ["scheduled"] if self.waiting else []
        states += ["past review date"] if self.is_overdue else []
        # What stands without trouble and is only late is called late.
        return tuple(states[1:] if states[0] == "live" and len(states) > 1 else states)


def standings(
    roots: Sequence[Root], *, at: datetime, working: Mapping[int, Mapping[str, Any]] | None = None
) -> dict[int, Standing]:
    """How each root stands at that time, by primary key, in a fixed number of queries.

    `working` are the documents of the working rows, for whoever has them already.
    """
    if not roots:
        return {}
    manager, owner = PUBLISHED[type(roots[0])]
    working = documents.write_all(SHAPES[type(roots[0])], roots) if working is None else working
    of_roots = manager.filter(**{f"{owner}__in": roots})
    live = {getattr(row, f"{owner}_id"): row for row in of_roots.live(at)}
    waiting = {getattr(row, f"{owner}_id"): row for row in of_roots.waiting(at)}
    open_drafts = Draft.objects.open().filter(**{f"{owner}__in": roots})
    drafts = {getattr(row, f"{owner}_id"): row for row in open_drafts.select_related("changed_by", "review_asked_by")}
    return {
        root.pk: _standing(
            root, working[root.pk], live.get(root.pk), waiting.get(root.pk), drafts.get(root.pk), at.date()
        )
        for root in roots
    }


def _standing(
    root: Root, working: Mapping[str, Any], live: Any, waiting: Any, draft: Draft | None, today: date
) -> Standing:
    review_by = root.review_by
    newest = waiting or live
    return Standing(
        live=live.number if live else None,
        live_from=live.live_from if live else None,
        is_ahead=newest is None or newest.document != working,
        waiting=waiting.number if waiting else None,
        waiting_from=waiting.live_from if waiting else None,
        draft=draft,
        is_approved=bool(draft and draft.approved_digest and draft.is_approved(digest(working))),
        review_by=review_by,
        is_overdue=bool(live and review_by and review_by < today),
    )
