"""The latest editions as an Atom feed."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import JSONField, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from careers.models import Edition
from careers.presentation import addresses
from careers.presentation.feed import Entry, entry

LATEST = 50


@login_not_required
@require_safe
def editions(request: HttpRequest) -> HttpResponse:
    """The last editions of all guides, the newest first, in one query."""
    due = Edition.objects.filter(live_from__lte=timezone.now())
    before = due.filter(career=OuterRef("career"), number__lt=OuterRef("number")).order_by("-number")
    earlier = Subquery(before.values("document")[:1], output_field=JSONField())
    latest = due.annotate(earlier=earlier).order_by("-live_from", "-pk")[:LATEST]
    return HttpResponse(_written([_entry(edition) for edition in latest]), content_type=Atom1Feed.content_type)


def _entry(edition: Any) -> Entry:
    return entry(
        edition.document,
        number=edition.number,
        live_from=edition.live_from,
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
        feed.add_item(row.title, row.link, row.summary, pubdate=row.at, updateddate=row.at)
    return feed.writeString("utf-8")
