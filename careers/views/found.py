"""What crawlers ask for: which pages there are, which to leave alone, and where to report a hole."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.utils import timezone

from careers.models import Edition, ToolkitEdition
from careers.presentation import found
from careers.ready.views import Ready, ready_page
from careers.views.live import content

PLAIN = "text/plain; charset=utf-8"


@ready_page
def sitemap(query: QueryDict) -> Ready:
    """The public pages, without reading a single document."""
    shown = content()
    return Ready(shown.version, lambda: _sitemap(shown.now), shown.until)


@ready_page
def robots(query: QueryDict) -> Ready:
    """Which parts are worth a crawler's visit."""
    return Ready((), lambda: HttpResponse(found.robots(settings.SITE_URL), content_type=PLAIN))


@ready_page
def security(query: QueryDict) -> Ready:
    """Where to report a hole."""
    now = timezone.now()
    text = found.security(settings.SECURITY_CONTACT, settings.SITE_URL, now)
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), tzinfo=UTC)
    return Ready((text,), lambda: HttpResponse(text, content_type=PLAIN), tomorrow)


def _sitemap(now: datetime) -> HttpResponse:
    live = Edition.objects.live(now).order_by("career__slug").values_list("career__slug", "live_from")
    toolkits = ToolkitEdition.objects.live(now).order_by("career__slug", "kind")
    written = found.sitemap(live, toolkits.values_list("career__slug", "kind", "live_from"), settings.SITE_URL)
    return HttpResponse(written, content_type="application/xml")
