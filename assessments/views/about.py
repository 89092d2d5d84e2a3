"""What there is to know about the assessment itself."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string

from assessments import snapshots
from assessments.presentation.about.facts import facts
from assessments.presentation.about.measured import measured
from assessments.presentation.about.model import model
from assessments.presentation.about.references import references
from assessments.services import simulations, tries
from careers.models import InstrumentVersion
from careers.presentation import head
from careers.ready.views import Ready, ready_page
from careers.services import ASSESSED_CAREER
from careers.views.live import content

TITLE = "What this assessment can and cannot tell you"
DESCRIPTION = (
    "What the readiness assessment is for, how its score is computed, and what is known and not known about it."
)


@ready_page
def instrument(query: QueryDict) -> Ready:
    """What the readiness assessment can and cannot tell."""
    found = content()
    return Ready(found.version, lambda: _instrument(found.now), found.until)


def _instrument(now: datetime) -> HttpResponse:
    version = snapshots.live_version(ASSESSED_CAREER, now)
    context = {
        "head": head.page(settings.SITE_URL, "/about/instrument/", TITLE, DESCRIPTION),
        "title": TITLE,
        "sources": references(),
        "days": tries.KEPT.days,
    }
    return HttpResponse(render_to_string("pages/instrument.html", context | (_counted(version) if version else {})))


def _counted(version: InstrumentVersion) -> dict[str, Any]:
    """What only an instrument that is live has."""
    names = snapshots.levels(version.pk)
    counted = facts(snapshots.catalogue(version.pk), [snapshots.instrument(version.pk, level) for level in names])
    return {
        "facts": counted,
        "model": model(counted.options),
        "measured": measured(simulations.kept(version), names),
    }
