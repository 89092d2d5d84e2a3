"""One guide: its live edition."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.models import Edition
from careers.presentation.guide import guide


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
