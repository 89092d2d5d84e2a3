"""The first page of the desk, with the figures that have grown old on a page and in a file of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.admin.pages.gathering import chosen, subjects
from careers.admin.pages.page import Page
from careers.models import Career, LinkCheck
from careers.presentation import spreadsheet
from careers.presentation.desk.aging import Aged, aged, aging, file
from careers.presentation.desk.overview import overview, work
from careers.presentation.desk.subject import Subject

if TYPE_CHECKING:
    from careers.desk import Desk

LINKS = (
    ("careers.add_career", "admin:careers_career_add", "Add guide"),
    ("careers.change_career", "admin:import", "Import a document"),
    ("careers.view_deed", "admin:trail", "Audit trail"),
    ("careers.view_instrumentversion", "statistics", "Item and skill statistics"),
    ("careers.view_catalogue", "personas", "How results would move"),
)
"""Pages that belong to no row of the tables, with the permission that each takes."""


@dataclass(frozen=True, slots=True)
class Link:
    """A page and what the link to it says."""

    address: str
    label: str


def context(request: HttpRequest) -> dict[str, Any]:
    """What the first page is made of: only what the person may view."""
    at = timezone.now()
    rows = subjects(request, at)
    found = work(rows, list(LinkCheck.objects.all()), at.date())
    page = overview(rows, found, at.date())
    return {"title": page.headline, "page": page, "links": list(_links(request, rows)), "this_year": at.year}


def _links(request: HttpRequest, rows: Iterable[Subject]) -> Iterator[Link]:
    for permission, name, label in LINKS:
        if request.user.has_perm(permission):
            yield Link(reverse(name), label)
    if request.user.has_perm("careers.publish_catalogue"):
        for subject in rows:
            if not subject.is_guide and subject.standing.is_ahead:
                yield Link(reverse("admin:careers_catalogue_publish", args=[subject.pk]), "Publish the instrument")


@require_safe
def aging_page(request: HttpRequest, site: "Desk") -> HttpResponse:
    """All aging figures, or those of one guide."""
    of, rows, guides = _aged(request)
    shown = {
        "title": f"Figures older than five years{f': {of.title}' if of else ''}",
        "aging": aging(rows),
        "of": of,
        "guides": guides,
        "this_year": timezone.now().year,
    }
    return TemplateResponse(request, "admin/aging.html", site.each_context(request) | shown)


@require_safe
def aging_file(request: HttpRequest, site: "Desk") -> HttpResponse:
    """The same as a file."""
    _, rows, _ = _aged(request)
    response = HttpResponse(spreadsheet.written(file(rows)), content_type="text/csv; charset=utf-8; header=present")
    response["Content-Disposition"] = 'attachment; filename="aging-figures.csv"'
    return response


def _aged(request: HttpRequest) -> tuple[Subject | None, tuple[Aged, ...], list[Subject]]:
    at = timezone.now()
    guides = subjects(request, at, [Career])
    of = chosen(request, guides)
    return of, aged([of] if of else guides, at.year), guides


PAGES = (
    Page("aging/", "aging", "careers.view_figure", aging_page),
    Page("aging.csv", "aging-csv", "careers.view_figure", aging_file),
)
