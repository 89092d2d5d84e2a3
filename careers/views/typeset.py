"""A guide on paper, and the picture that stands beside a link to it."""

from django.conf import settings
from django.http import HttpResponse, QueryDict

from careers import typeset
from careers.presentation.paper.guide import cover, paper
from careers.ready.views import Ready, ready_page
from careers.views.live import Live, live
from careers.views.open_data import shown_elsewhere


@ready_page
def pdf(query: QueryDict, slug: str) -> Ready:
    """The live edition as PDF, made once for each edition."""
    found = live(slug)
    return Ready(found.version, lambda: _pdf(found, slug), found.until)


@ready_page
def picture(query: QueryDict, slug: str) -> Ready:
    """Title, tagline and ladder as PNG, made once for each edition."""
    found = live(slug)
    return Ready(found.version, lambda: _picture(found), found.until)


def _pdf(found: Live, slug: str) -> HttpResponse:
    number, live_from = found.edition.number, found.edition.starts
    data = paper(found.document(), number=number, live_from=live_from, site=settings.SITE_URL)
    headers = {"Content-Disposition": f'attachment; filename="{slug}-{number}.pdf"'}
    return HttpResponse(typeset.pdf(data, live_from), content_type="application/pdf", headers=headers)


def _picture(found: Live) -> HttpResponse:
    edition = found.edition
    data = cover(found.document(), number=edition.number, live_from=edition.starts, site=settings.SITE_URL)
    return shown_elsewhere(HttpResponse(typeset.png(data), content_type="image/png"))
