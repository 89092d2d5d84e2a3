"""A guide as data: its live edition, and the schema that every guide keeps to."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.documents import GUIDE
from careers.documents.schema import DIALECT, mapping
from careers.models import Career, Edition
from careers.presentation.envelope import envelope, schema
from careers.views.open_data import open_json


def live_edition(slug: str) -> Edition:
    """What readers of the guide see now, in one query; not found where nothing of it is live."""
    edition: Edition | None = Edition.objects.for_slug(slug).live(timezone.now()).first()
    if edition is None:
        raise Http404
    return edition


@login_not_required
@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """The live edition exactly as it was published."""
    edition = live_edition(slug)
    site = settings.SITE_URL
    return open_json(envelope(edition.document, number=edition.number, live_from=edition.live_from, site=site))


@login_not_required
@require_safe
def guide_schema(request: HttpRequest) -> HttpResponse:
    """What every such document keeps to."""
    found = schema(mapping(GUIDE, Career), dialect=DIALECT, site=settings.SITE_URL)
    return open_json(found, content_type="application/schema+json")
