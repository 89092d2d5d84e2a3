"""One guide: its live edition."""

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string

from careers.presentation import head, sorting
from careers.presentation.guide import guide
from careers.ready.views import Ready, ready_page_for_strangers
from careers.views.live import Live, live


@ready_page_for_strangers
def detail(query: QueryDict, slug: str) -> Ready:
    """The live edition of one guide: one query, and one more when it has to be made."""
    return page(query, live(slug))


def page(query: QueryDict, found: Live) -> Ready:
    """What everyone gets of this edition."""
    sort = sorting.known(query.get("sort"))
    return Ready(found.version, lambda: _page(found, sort), found.until, f"sort={sort}" if sort else "")


def _page(found: Live, sort: str) -> HttpResponse:
    document, number = found.document(), found.edition.number
    context = {
        "guide": guide(document, number=number, today=found.today, sort=sort),
        "head": head.of_guide(document, number=number, live_from=found.edition.starts, site=settings.SITE_URL),
    }
    return HttpResponse(render_to_string("careers/detail.html", context))
