"""What all pages of a result share: the locked answers, and what they come to today."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from assessments import snapshots
from assessments.domain.agreement import agrees
from assessments.domain.instrument import Instrument
from assessments.domain.report import readiness_report
from assessments.domain.scoring import Answers, Readiness, score
from assessments.models import Attempt
from assessments.presentation.catalogue import Catalogue
from assessments.views.own import UserRequest, own_attempt


@dataclass(frozen=True, slots=True)
class Submitted:
    """A submitted attempt with its frozen document, and the same answers scored again through the same functions.

    `agrees` unless the model changed since: then only the frozen figures may be shown.
    """

    attempt: Attempt
    document: dict[str, Any]
    catalogue: Catalogue
    instrument: Instrument
    answers: Answers
    readiness: Readiness
    agrees: bool


View = Callable[..., HttpResponse]


def submitted_attempt(view: View) -> View:
    """Hand the view the user's own submitted attempt; before submission there is only the task list."""

    @own_attempt
    @require_safe
    @wraps(view)
    def handle(request: UserRequest, attempt: Attempt, **kwargs: Any) -> HttpResponse:
        if not attempt.submitted_at:
            return redirect("assessments:attempt", attempt.pk)
        return view(request, _read(attempt), **kwargs)

    return handle


def _read(attempt: Attempt) -> Submitted:
    instrument, answers = snapshots.instrument(attempt.version_id, attempt.level), snapshots.answers(attempt)
    readiness = score(instrument, answers)
    return Submitted(
        attempt=attempt,
        document=attempt.result.document,
        catalogue=Catalogue(snapshots.catalogue(attempt.version_id)),
        instrument=instrument,
        answers=answers,
        readiness=readiness,
        agrees=agrees(attempt.result.document["report"], readiness_report(instrument, readiness, ())),
    )
