"""The home page for strangers, and the index of all guides with its search."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.presentation import guides, head, search, words
from careers.presentation import index as presentation
from careers.presentation.asked import Asked, asked
from careers.search.guides import cards, featured_document, shares, totals
from careers.search.near import near
from careers.search.results import search as find

LISTED_AT_HOME = 12


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The way in for strangers."""
    now = timezone.now()
    document, counts = featured_document(now), totals(now)
    context = {
        "head": head.home(settings.SITE_URL),
        "counts": counts | {"guides_said": words.counting(counts["guides"])},
        "featured": presentation.featured(document) if document else None,
        "listing": presentation.listing(cards(now, most=LISTED_AT_HOME)),
        "skills": counts["skills"],
    }
    return render(request, "careers/home.html", context)


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What holds the words of `?q=`, or all guides where there are none."""
    wanted = asked(dict(request.GET.lists()))
    if wanted.query.stems:
        return _search(request, wanted, timezone.now())
    return _list(request, wanted, timezone.now())


def _list(request: HttpRequest, wanted: Asked, now: datetime) -> HttpResponse:
    found = shares(now)
    wanted = replace(wanted, page=min(wanted.page, guides.last_page(guides.matching(found, wanted))))
    shown = cards(
        now,
        first=(wanted.page - 1) * guides.PAGE,
        most=guides.PAGE,
        assessed=[check == "yes" for check in wanted.checks],
        pay=wanted.pay,
    )
    context = guides.page(shown, found, wanted) | {"head": head.index(settings.SITE_URL)}
    return render(request, "careers/list.html", context)


def _search(request: HttpRequest, wanted: Asked, now: datetime) -> HttpResponse:
    query = wanted.query
    found = find(query.stems, at=now, kinds=wanted.kinds, guides=wanted.guides, page=wanted.page)
    others = [] if found.count else near(query, at=now)
    context = search.page(found, wanted, others) | {"head": head.index(settings.SITE_URL)}
    return render(request, "careers/search.html", context)
