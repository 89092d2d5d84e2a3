"""Item and skill statistics on the editors' desk."""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from assessments import snapshots
from assessments.domain import form, statistics
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers
from assessments.domain.statistics import Sitting
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.statistics import NAMES, Figures, statistics_page, table
from assessments.services import statistics as services
from assessments.views.desk import desk_page
from careers.models import InstrumentVersion
from careers.presentation import spreadsheet
from careers.services import ASSESSED_CAREER


@desk_page("careers.view_instrumentversion")
def page(request: HttpRequest, version_id: int | None = None) -> HttpResponse:
    """The statistics of a version: the live one unless another is named."""
    version = _version(version_id)
    people = services.sittings(version)
    stopped = statistics.leaving(services.open_first(version, timezone.now()))
    catalogue = Catalogue(snapshots.catalogue(version.pk))
    context = admin.site.each_context(request) | {
        "title": f"Statistics of version {version.number}",
        "version": version,
        "versions": services.versions(version),
        "page": statistics_page(
            catalogue, _figures(version, people, stopped), len(people), services.quick_checks(version)
        ),
    }
    return TemplateResponse(request, "admin/statistics.html", context)


@desk_page("careers.view_instrumentversion")
def as_csv(request: HttpRequest, version_id: int, name: str) -> HttpResponse:
    """One of the tables as a file."""
    if name not in NAMES:
        raise Http404
    version = _version(version_id)
    figures = _figures(version, services.sittings(version), statistics.leaving(()))
    found = table(name, Catalogue(snapshots.catalogue(version.pk)), figures)
    response = HttpResponse(spreadsheet.written(found.file), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}-version-{version.number}.csv"'
    return response


def _version(id: int | None) -> InstrumentVersion:
    if id is not None:
        versions = InstrumentVersion.objects.select_related("catalogue__career").defer("document")
        version: InstrumentVersion = get_object_or_404(versions, pk=id)
        return version
    live = snapshots.live_version(ASSESSED_CAREER, timezone.now())
    if live is None:
        raise Http404
    return live


def _figures(version: InstrumentVersion, people: list[Sitting], stopped: statistics.Leaving) -> Figures:
    instruments = [snapshots.instrument(version.pk, level) for level in snapshots.levels(version.pk)]
    one = instruments[0]
    return Figures(
        items=statistics.item_figures(one.items, people),
        skills=statistics.skill_figures(form.skills_in_order(one), people),
        domains=statistics.domain_figures(one.domains, one.skills, people),
        leaving=stopped,
        for_all=frozenset.intersection(*map(_asked_of_all, instruments)),
    )


def _asked_of_all(instrument: Instrument) -> frozenset[str]:
    return frozenset(item.id for item in form.scenarios(instrument, Answers({}, {}, {})))
