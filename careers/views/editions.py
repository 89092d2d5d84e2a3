"""The editions of a guide: their list, each at an address that stays, and what changed between two."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse, QueryDict
from django.template.loader import render_to_string

from careers.models import Edition
from careers.presentation import changes, editions, head, sorting, words
from careers.presentation.guide import guide
from careers.ready.views import Ready, ready_page
from careers.views.live import Live, live

TITLES = {"editions": "Editions of the", "changes": "What changed in the"}


@ready_page
def listing(query: QueryDict, slug: str) -> Ready:
    """All editions that readers have seen, the newest first."""
    found = live(slug)
    known = found.known()
    return Ready((*found.version, len(known)), lambda: _listing(found, known), found.until)


@ready_page
def edition(query: QueryDict, slug: str, number: int) -> Ready:
    """One edition as it was, under a banner that says which one is live."""
    found = live(slug)
    known = found.known()
    shown = next((row for row in known if row.number == number), None)
    if shown is None:
        raise Http404
    sort = sorting.known(query.get("sort"))
    version = (*found.version, shown.token, shown.starts, len(known))
    return Ready(
        version, lambda: _edition(found, shown, known, sort, slug), found.until, f"sort={sort}" if sort else ""
    )


@ready_page
def changed(query: QueryDict, slug: str) -> Ready:
    """What changed between an earlier edition, `?since=`, and the live one; the last one before it by default."""
    found = live(slug)
    earlier = [row for row in found.known() if row.number < found.edition.number]
    asked = next((row for row in earlier if str(row.number) == query.get("since")), None)
    since = asked or (earlier[0] if earlier else None)
    version = (*found.version, len(earlier), since.token if since else None)
    return Ready(
        version, lambda: _changed(found, since, earlier), found.until, f"since={asked.number}" if asked else ""
    )


def _listing(found: Live, known: list[Any]) -> HttpResponse:
    number = found.edition.number
    rows = [editions.issue(row.number, row.starts, row.reviewed_on, live=number) for row in known]
    return _page("editions", found.document(), {"issues": rows, "how_many": words.counting(len(rows))})


def _edition(found: Live, shown: Edition, known: list[Any], sort: str, slug: str) -> HttpResponse:
    # Its links lead to where the guide is now, also where it was elsewhere then.
    document = found.document(shown) | {"slug": slug}
    starts = [(row.number, row.starts) for row in known]
    context = {
        "guide": guide(document, number=shown.number, today=found.today, sort=sort),
        "head": head.of_guide(document, number=shown.number, live_from=shown.starts, site=settings.SITE_URL),
        "banner": editions.banner(shown.number, starts, live=found.edition.number),
    }
    return HttpResponse(render_to_string("careers/detail.html", context))


def _changed(found: Live, since: Edition | None, earlier: list[Any]) -> HttpResponse:
    document = found.document()
    groups = changes.told(found.document(since), document) if since else []
    count = changes.count(groups)
    context = {
        "since": since,
        "earlier": earlier,
        "live": found.edition,
        "groups": groups,
        "count": count,
        "how_many": words.counting(count),
    }
    return _page("changes", document, context)


def _page(name: str, document: dict[str, Any], context: dict[str, Any]) -> HttpResponse:
    own = {"title": document["title"], "slug": document["slug"]}
    own["short"] = document["abbreviation"] or document["title"]
    path = f"/careers/{document['slug']}/{name}/"
    shown = head.page(settings.SITE_URL, path, f"{TITLES[name]} {own['short']} guide", document["tagline"])
    return HttpResponse(render_to_string(f"careers/{name}.html", context | {"guide": own, "head": shown}))
