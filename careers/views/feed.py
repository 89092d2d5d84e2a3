"""The latest editions as an Atom feed."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import JSONField, OuterRef, Subquery
from django.http import HttpResponse, QueryDict
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from careers.models import Edition
from careers.presentation import addresses
from careers.presentation.feed import Entry, entry
from careers.ready.views import Ready, ready_page
from careers.views.live import content

LATEST = 50


@ready_page
def editions(query: QueryDict) -> Ready:
    """The last editions of all guides, the newest first."""
    found = content()
    return Ready(found.version, lambda: _latest(found.now), found.until)


def _latest(now: datetime) -> HttpResponse:
    due = Edition.objects.due(now)
    before = due.filter(career=OuterRef("career"), number__lt=OuterRef("number")).order_by("-number")
    earlier = Subquery(before.values("document")[:1], output_field=JSONField())
    latest = due.annotate(earlier=earlier).order_by("-live_from", "-pk")[:LATEST]
    return HttpResponse(_written([_entry(edition) for edition in latest]), content_type=Atom1Feed.content_type)


def _entry(edition: Any) -> Entry:
    return entry(
        edition.document,
        number=edition.number,
        live_from=edition.starts,
        earlier=edition.earlier,
        site=settings.SITE_URL,
    )


def _written(entries: list[Entry]) -> str:
    site = settings.SITE_URL
    feed = Atom1Feed(
        title="CMIO Coach: editions of the career guides",
        link=addresses.index(site),
        feed_url=addresses.feed(site),
        description="What changed in the guides, edition by edition.",
        language="en-us",
        author_name="CMIO Coach",
    )
    for row in entries:
        # Readers take a summary for HTML.
        feed.add_item(row.title, row.link, escape(row.summary), pubdate=row.at, updateddate=row.at)
    return feed.writeString("utf-8")
