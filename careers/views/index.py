"""The home page for strangers, and the index of all guides with its search."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone

from careers.presentation import guides, head, search, words
from careers.presentation import index as presentation
from careers.presentation.asked import Asked, asked
from careers.ready.views import Ready, ready_page, ready_page_for_strangers
from careers.search.guides import cards, featured_document, shares, totals
from careers.search.near import near
from careers.search.results import search as find
from careers.views.live import content

LISTED_AT_HOME = 12


@ready_page_for_strangers
def home(query: QueryDict) -> Ready:
    """The way in for strangers."""
    found = content()
    return Ready(found.version, lambda: _home(found.now), found.until)


def _home(now: datetime) -> HttpResponse:
    document, counts = featured_document(now), totals(now)
    context = {
        "head": head.home(settings.SITE_URL),
        "counts": counts | {"guides_said": words.counting(counts["guides"])},
        "featured": presentation.featured(document) if document else None,
        "listing": presentation.listing(cards(now, most=LISTED_AT_HOME)),
        "skills": counts["skills"],
    }
    return HttpResponse(render_to_string("careers/home.html", context))


@ready_page
def index(query: QueryDict) -> Ready:
    """What holds the words of `?q=`, or all guides where there are none; only the plain list is kept."""
    if not query:
        found = content()
        return Ready(found.version, lambda: _list(asked({}), found.now), found.until)
    wanted = asked(dict(query.lists()))
    make = _search if wanted.query.stems else _list
    return Ready(None, lambda: make(wanted, timezone.now()))


def _list(wanted: Asked, now: datetime) -> HttpResponse:
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
    return HttpResponse(render_to_string("careers/list.html", context))


def _search(wanted: Asked, now: datetime) -> HttpResponse:
    query = wanted.query
    found = find(query.stems, at=now, kinds=wanted.kinds, guides=wanted.guides, page=wanted.page)
    others = [] if found.count else near(query, at=now)
    context = search.page(found, wanted, others) | {"head": head.index(settings.SITE_URL)}
    return HttpResponse(render_to_string("careers/search.html", context))
