"""The home page for strangers, and the list of all guides."""

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Edition, InstrumentVersion
from careers.presentation import head
from careers.presentation import index as presentation

LONGEST_QUERY = 200


def _documents() -> list[dict[str, Any]]:
    editions = Edition.objects.live(timezone.now()).values_list("document", flat=True)
    return list(editions.order_by("career__title"))


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The way in for strangers."""
    documents = _documents()
    instrument = InstrumentVersion.objects.live(timezone.now()).first()
    context = {
        "head": head.home(settings.SITE_URL),
        "counts": presentation.counts(documents),
        "featured": presentation.featured(documents),
        "listing": presentation.listing(documents),
        "skills": len(instrument.document["competencies"]["skills"]) if instrument else 0,
    }
    return render(request, "careers/home.html", context)


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All guides, or those that hold the words of `?q=`."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    found = presentation.matching(_documents(), query)
    context = {"head": head.index(settings.SITE_URL), "query": query, "listing": presentation.listing(found)}
    return render(request, "careers/list.html", context)
