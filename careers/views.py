"""Public pages: the guides and what there is to know about this site."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Edition, InstrumentVersion
from careers.presentation import index as presentation
from careers.presentation.guide import guide

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
    return render(request, "careers/list.html", {"query": query, "listing": presentation.listing(found)})


@login_not_required
@require_safe
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The live edition of one guide, in one query."""
    now = timezone.now()
    edition = Edition.objects.for_slug(slug).live(now).first()
    if edition is None:
        raise Http404
    context = {"guide": guide(edition.document, number=edition.number, today=now.date())}
    return render(request, "careers/detail.html", context)


@login_not_required
@require_safe
def research(request: HttpRequest) -> HttpResponse:
    """How figures are found and judged."""
    return render(request, "pages/research.html")


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What works for whom, and what was not checked."""
    return render(request, "pages/accessibility.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept and who sees it."""
    return render(request, "pages/privacy.html")


@login_not_required
@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """Where to write."""
    return render(request, "pages/contact.html")
