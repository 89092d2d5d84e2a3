"""The frozen result of a submitted attempt: as a page, with its working, as JSON and on paper."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from assessments import snapshots
from assessments.domain import calibration, narrowing
from assessments.models import Attempt
from assessments.presentation import paper
from assessments.presentation.calibration import compared
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.gaps import gap_rows
from assessments.presentation.history import Taken, history
from assessments.presentation.partial import is_quick
from assessments.presentation.radar import radar
from assessments.presentation.result import ResultPage, result_page
from assessments.presentation.review import reviewed
from assessments.presentation.standing import unrated
from assessments.presentation.sureness import Sureness, sureness
from assessments.presentation.updates import Update, update
from assessments.presentation.working import working as worked_out
from assessments.services import attempts as services
from assessments.services import tries
from assessments.views.builder.adding import planned
from assessments.views.own import UserRequest
from assessments.views.second import beside
from assessments.views.submitted import Submitted, submitted_attempt


@submitted_attempt
def result(request: UserRequest, found: Submitted) -> HttpResponse:
    """The result as it was scored then."""
    page = _page(found)
    context = _about(found) | {
        "page": page,
        "kept_days": tries.KEPT.days,
        "gaps": gap_rows(page.first_gaps, found.instrument),
        "planned": planned(request, found.attempt),
        "sureness": _sureness(found),
        "calibration": compared(
            calibration.overall(found.instrument, found.answers),
            calibration.by_domain(found.instrument, found.answers),
            calibration.rated_above(found.instrument, found.answers),
            found.catalogue,
        ),
        "agreeing": calibration.agreeing(found.instrument, found.answers),
        "radar": radar(page.domains),
        "history": _history(found.attempt),
        "scenarios": reviewed(found.catalogue, found.answers.scenarios),
        "beside": beside(found.attempt, found.instrument, found.answers, found.catalogue),
        "update": _update(found, timezone.now()),
    }
    return render(request, "assessments/result.html", context)


@submitted_attempt
def working(request: UserRequest, found: Submitted) -> HttpResponse:
    """Every number of the result down to the weights and the formulas."""
    shown = worked_out(found.instrument, found.readiness, unrated(found.document)) if found.agrees else None
    return render(request, "assessments/working.html", _about(found) | {"page": _page(found), "working": shown})


@submitted_attempt
def as_json(request: UserRequest, found: Submitted) -> HttpResponse:
    """The frozen document with the level, the version and the dates that it belongs to."""
    attempt = found.attempt
    data = {
        "career": attempt.version.catalogue.career.slug,
        "level": attempt.level,
        "level_name": _level_name(found),
        "instrument": attempt.version.number,
        "form": attempt.form,
        "started_at": attempt.started_at,
        "submitted_at": attempt.submitted_at,
        "result": found.document,
    }
    answer = JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1})
    return _to_take_away(answer, "readiness.json")


@submitted_attempt
def as_pdf(request: UserRequest, found: Submitted) -> HttpResponse:
    """The result on at most three pages of paper."""
    made = found.attempt.result.created_at
    data = paper.result(
        _page(found),
        level_name=_level_name(found),
        taken=made.date(),
        version=found.attempt.version.number,
        sure=_sureness(found),
    )
    return _to_take_away(HttpResponse(paper.pdf(data, made), content_type="application/pdf"), "readiness.pdf")


def _page(found: Submitted) -> ResultPage:
    return result_page(found.document, found.catalogue)


def _about(found: Submitted) -> dict[str, Any]:
    return {"attempt": found.attempt, "level_name": _level_name(found), "agrees": found.agrees}


def _level_name(found: Submitted) -> str:
    return snapshots.levels(found.attempt.version_id)[found.attempt.level]


def _sureness(found: Submitted) -> Sureness:
    ways = narrowing.ways(found.instrument, found.answers) if found.agrees else ()
    return sureness(found.document["report"]["readiness"], ways, found.catalogue)


def _history(attempt: Attempt) -> Any:
    earlier = services.results_up_to(attempt)
    return history([Taken(taken.created_at, taken.document["report"], is_quick(taken.document)) for taken in earlier])


def _update(found: Submitted, now: datetime) -> Update | None:
    """What changed in the instrument since; None where the result was made with the live version."""
    version = found.attempt.version
    live = snapshots.live_version(version.catalogue.career.slug, now)
    if live is None or live.number <= version.number:
        return None
    newer = Catalogue(snapshots.catalogue(live.pk))
    return update(live.number, live.starts.date(), found.catalogue, newer, found.attempt.level)


def _to_take_away(answer: HttpResponse, name: str) -> HttpResponse:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
