"""The frozen result of a submitted attempt."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from assessments import snapshots
from assessments.models import Attempt
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.history import Taken, history
from assessments.presentation.result import result_page
from assessments.presentation.review import reviewed
from assessments.services import attempts as services
from assessments.views.own import UserRequest, own_attempt


@own_attempt
@require_safe
def result(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """The result as it was scored then; before submission there is only the task list."""
    if not attempt.submitted_at:
        return redirect("assessments:attempt", attempt.pk)
    catalogue = Catalogue(snapshots.catalogue(attempt.version_id))
    choices = {answer.item: answer.choice for answer in attempt.scenario_answers.all()}
    earlier = [Taken(taken.created_at, taken.document["report"]) for taken in services.results_up_to(attempt)]
    context = {
        "attempt": attempt,
        "level_name": snapshots.levels(attempt.version_id)[attempt.level],
        "page": result_page(attempt.result.document, catalogue),
        "history": history(earlier),
        "scenarios": reviewed(catalogue, choices),
    }
    return render(request, "assessments/result.html", context)
