"""The data behind a chart, to work with elsewhere."""

from django.http import Http404, HttpResponse, QueryDict

from careers.presentation.spreadsheet import written
from careers.presentation.tables import table
from careers.ready.views import Ready, ready_page
from careers.views.live import Live, live
from careers.views.open_data import opened

KIND = "text/csv; charset=utf-8; header=present"


@ready_page
def chart(query: QueryDict, slug: str, chart: str) -> Ready:
    """One table of the live edition as CSV."""
    found = live(slug)
    return Ready(found.version, lambda: _chart(found, slug, chart), found.until)


def _chart(found: Live, slug: str, name: str) -> HttpResponse:
    rows = table(found.document(), name)
    if rows is None:
        raise Http404
    disposition = f'attachment; filename="{slug}-{rows.name}.csv"'
    return opened(HttpResponse(written(rows), content_type=KIND, headers={"Content-Disposition": disposition}))
