"""What crawlers ask for: which pages there are, which to leave alone, and where to report a hole."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Edition
from careers.presentation import found

PLAIN = "text/plain; charset=utf-8"


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The public pages, without reading a single document."""
    live = Edition.objects.live(timezone.now()).order_by("career__slug").values_list("career__slug", "live_from")
    guides = live[: found.MOST - len(found.FIXED)]
    return HttpResponse(found.sitemap(guides, settings.SITE_URL), content_type="application/xml")


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Which parts are worth a crawler's visit."""
    return HttpResponse(found.robots(settings.SITE_URL), content_type=PLAIN)


@login_not_required
@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a hole."""
    text = found.security(settings.SECURITY_CONTACT, settings.SITE_URL, timezone.now())
    return HttpResponse(text, content_type=PLAIN)
