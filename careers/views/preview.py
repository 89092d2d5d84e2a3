"""Drafts as readers would see them: for the desk, and for whoever was given a link."""

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers import previews
from careers.models import Career
from careers.models.desk.roots import Root, noun
from careers.presentation import sorting
from careers.presentation.changes_of import UNREADABLE
from careers.presentation.guide import guide
from careers.presentation.instrument import instrument
from careers.presentation.preview import Banner
from careers.problems import DocumentError
from careers.services import problems_of, write


@login_not_required
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """The draft of a guide as it is now; for links that are over or were never made, a page that says so."""
    now = timezone.now()
    found = previews.opened(token, at=now)
    career = Career.objects.filter(pk=found.career).first() if found else None
    if not found or not career:
        return unlisted(HttpResponse(render_to_string("careers/preview_closed.html"), status=404))
    return _shared(request, career, found.until, now)


@require_safe
def _shared(request: HttpRequest, career: Career, until: datetime, now: datetime) -> HttpResponse:
    try:
        text = draft(career, at=now, until=until, sort=request.GET.get("sort"))
    except DocumentError:
        text = render_to_string("careers/preview_unfinished.html", {"title": career.title})
    return unlisted(HttpResponse(text))


def draft(root: Root, *, at: datetime, until: datetime | None = None, sort: str | None = None) -> str:
    """The whole page of the working rows; DocumentError where they hold what no page can show."""
    document = write(root)
    number = root.published.live(at).values_list("number", flat=True).first()
    live = f"{noun(root)} {number}" if number else ""
    try:
        return _page(root, document, Banner(live, until), at, sort)
    except (*UNREADABLE, NoReverseMatch) as error:
        # Which of the laws a page needs only the page knows; without a broken one the fault is ours.
        if not (problems := problems_of(root, document)):
            raise
        raise DocumentError(problems) from error


def _page(root: Root, document: dict[str, Any], banner: Banner, at: datetime, sort: str | None) -> str:
    shown: dict[str, Any] = {"preview": banner}
    if isinstance(root, Career):
        shown["guide"] = guide(document, number=0, today=at.date(), sort=sorting.known(sort))
        return render_to_string("careers/preview.html", shown)
    return render_to_string("careers/preview_instrument.html", shown | {"instrument": instrument(document)})


def unlisted(response: HttpResponse) -> HttpResponse:
    """Keep a page out of caches and search engines, and its address from the sites that it links to."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
