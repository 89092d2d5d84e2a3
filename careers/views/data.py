"""The data behind a chart, to work with elsewhere."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from careers.presentation.spreadsheet import written
from careers.presentation.tables import table
from careers.views.documents import live_edition
from careers.views.open_data import opened

KIND = "text/csv; charset=utf-8; header=present"


@login_not_required
@require_safe
def chart(request: HttpRequest, slug: str, chart: str) -> HttpResponse:
    """One table of the live edition as CSV."""
    found = table(live_edition(slug).document, chart)
    if found is None:
        raise Http404
    name = f'attachment; filename="{slug}-{found.name}.csv"'
    return opened(HttpResponse(written(found), content_type=KIND, headers={"Content-Disposition": name}))
