"""What readers see of a guide now, and until when."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.http import Http404
from django.utils import timezone

from careers.models import Edition


@dataclass(frozen=True, slots=True)
class Live:
    """The live edition without its document, and all that bounds how long a page made from it holds."""

    edition: Edition
    is_overdue: bool
    until: datetime | None
    today: date

    @property
    def version(self) -> tuple[object, ...]:
        """What tells pages made from it from all others."""
        return (self.edition.pk, self.edition.token, self.is_overdue)

    def document(self) -> dict[str, Any]:
        """The edition's document, in a query of its own."""
        found: dict[str, Any] = Edition.objects.values_list("document", flat=True).get(pk=self.edition.pk)
        return found


def live(slug: str) -> Live:
    """What is live of one career, in one query; not found where nothing is."""
    now = timezone.now()
    edition = Edition.objects.for_slug(slug).live(now).in_brief(now).first()
    if edition is None:
        raise Http404
    is_overdue = edition.review_by < now.date().isoformat()
    ends = [edition.next_from, None if is_overdue else _day_after(edition.review_by)]
    return Live(edition, is_overdue, min((end for end in ends if end), default=None), now.date())


def _day_after(day: str) -> datetime:
    """Midnight after that day, UTC: from then on the guide says that it is past its review."""
    return datetime.combine(date.fromisoformat(day) + timedelta(days=1), time(), tzinfo=UTC)
