"""What readers see of a guide now, and until when."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.http import Http404
from django.utils import timezone

from careers.models import Edition, InstrumentVersion, ToolkitEdition
from careers.ready import stamp


@dataclass(frozen=True, slots=True)
class Live:
    """The live edition without its document, and all that bounds how long a page made from it holds."""

    edition: Edition
    is_overdue: bool
    until: datetime | None
    now: datetime

    @property
    def today(self) -> date:
        """The day on which it was asked for, UTC."""
        return self.now.date()

    @property
    def version(self) -> tuple[object, ...]:
        """What tells pages made from it from all others."""
        # The moment too: of all that a publication holds, it alone may be moved.
        return (self.edition.pk, self.edition.token, self.edition.live_from, self.is_overdue)

    def document(self, edition: Edition | None = None) -> dict[str, Any]:
        """The document of the live edition or of another one, in a query of its own."""
        pk = (edition or self.edition).pk
        found: dict[str, Any] = Edition.objects.values_list("document", flat=True).get(pk=pk)
        return found

    def known(self) -> list[Any]:
        """All editions that readers have seen or see, the newest first, without their documents, in one query."""
        return list(Edition.objects.filter(career=self.edition.career_id).due(self.now).in_brief(self.now))


def live(slug: str) -> Live:
    """What is live of one career, in one query; not found where nothing is."""
    now = timezone.now()
    edition = Edition.objects.for_slug(slug).live(now).in_brief(now).first()
    if edition is None:
        raise Http404
    is_overdue = edition.review_by < now.date().isoformat()
    ends = [edition.next_from, None if is_overdue else _day_after(edition.review_by)]
    return Live(edition, is_overdue, min((end for end in ends if end), default=None), now)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that readers see now, for pages that are about more than one guide."""

    version: tuple[object, ...] | None
    until: datetime | None
    now: datetime


def content() -> Content:
    """The state of all content, in one query at most; without a stamp nothing made from it may be kept."""
    present, now = stamp.read(), timezone.now()
    if present is None:
        return Content(None, None, now)
    scheduled = [
        model.objects.filter(live_from__gt=now).order_by().values_list("live_from", flat=True)
        for model in (Edition, InstrumentVersion, ToolkitEdition)
    ]
    until = scheduled[0].union(*scheduled[1:]).order_by("live_from").first()
    # What is due has no stamp of its own: the next moment of a change tells the time before it from the time after.
    return Content((present, until), until, now)


def _day_after(day: str) -> datetime:
    """Midnight after that day, UTC: from then on the guide says that it is past its review."""
    return datetime.combine(date.fromisoformat(day) + timedelta(days=1), time(), tzinfo=UTC)
