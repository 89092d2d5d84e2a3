"""How results would move if the draft of the instrument were published, seen in three sample people."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from assessments import snapshots
from assessments.presentation.personas import moved
from assessments.services.samples import samples, standing
from assessments.views.desk import desk_page
from careers import services
from careers.checks.places import Places
from careers.models import Catalogue
from careers.services import ASSESSED_CAREER


@desk_page("careers.view_catalogue")
def page(request: HttpRequest) -> HttpResponse:
    """The people by the live instrument and by the draft; what is wrong with a draft that breaks laws."""
    catalogue = Catalogue.objects.select_related("career").filter(career__slug=ASSESSED_CAREER).first()
    if catalogue is None:
        raise Http404
    context = admin.site.each_context(request) | {
        "title": "How results would move",
        "catalogue": catalogue,
        **_found(catalogue, timezone.now()),
    }
    return TemplateResponse(request, "admin/personas.html", context)


def _found(catalogue: Catalogue, at: datetime) -> dict[str, Any]:
    draft = services.write(catalogue)
    if problems := services.problems_of(catalogue, draft):
        places = Places(catalogue, draft)
        return {"problems": [(places.of(problem.path), problem.reason) for problem in problems]}
    live = snapshots.live_version(ASSESSED_CAREER, at)
    if live is None:
        return {"people": []}
    published = snapshots.catalogue(live.pk)
    people = [
        moved(sample, standing(sample, published, live.number), standing(sample, draft, live.number + 1))
        for sample in samples()
    ]
    return {"live": live, "is_same": published == draft, "people": people}
