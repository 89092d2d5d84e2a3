"""A guide as data: its live edition, and the schema that every guide keeps to."""

from django.conf import settings
from django.http import HttpResponse, QueryDict

from careers.documents import GUIDE
from careers.documents.schema import DIALECT, mapping
from careers.models import Career
from careers.presentation.envelope import envelope, schema
from careers.ready.views import Ready, ready_page
from careers.views.live import Live, live
from careers.views.open_data import open_json


@ready_page
def document(query: QueryDict, slug: str) -> Ready:
    """The live edition exactly as it was published."""
    found = live(slug)
    return Ready(found.version, lambda: _document(found), found.until)


@ready_page
def guide_schema(query: QueryDict) -> Ready:
    """What every such document keeps to; it changes with the code alone."""
    return Ready((), _schema)


def _document(found: Live) -> HttpResponse:
    edition, site = found.edition, settings.SITE_URL
    return open_json(envelope(found.document(), number=edition.number, live_from=edition.starts, site=site))


def _schema() -> HttpResponse:
    found = schema(mapping(GUIDE, Career), dialect=DIALECT, site=settings.SITE_URL)
    return open_json(found, content_type="application/schema+json")
