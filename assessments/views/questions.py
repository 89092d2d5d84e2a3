"""One question a page: a skill with its five statements, or a scenario."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments import snapshots
from assessments.domain.form import SCENARIO, SKILL, Form
from assessments.forms.answers import EVIDENCE_MAX, ChoiceForm, RatingForm
from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.presentation import questions as presentation
from assessments.presentation.catalogue import Catalogue
from assessments.services import attempts as services
from assessments.views.own import UserRequest, closed, own_attempt, step_url

METHODS = ("GET", "HEAD", "POST")
LATER = "later"
SAVED = "assessments/includes/saved.html"


@dataclass(frozen=True, slots=True)
class _Question:
    """A question of an attempt with its template and what only this kind of page shows."""

    attempt: Attempt
    asked: Form
    kind: str
    id: str
    template: str
    shown: Mapping[str, Any]


@own_attempt
@require_http_methods(METHODS)
def skill(request: UserRequest, attempt: Attempt, skill: str) -> HttpResponse:
    """Rate one skill; with htmx saved on every change, with the button in any case."""
    asked = _asked(attempt, SKILL, skill)
    if attempt.submitted_at:
        return closed(request, attempt)
    saved = attempt.ratings.filter(skill=skill).first()
    form = RatingForm(request.POST) if request.method == "POST" else RatingForm(initial=_initial(saved))
    shown = _skill_shown(Catalogue(snapshots.catalogue(attempt.version_id)), skill) | {"saved": saved}
    return _respond(
        request,
        _Question(attempt, asked, SKILL, skill, "assessments/question.html", shown),
        form,
        lambda at: services.save_rating(attempt=attempt, skill=skill, at=at, **form.cleaned_data),
    )


@own_attempt
@require_http_methods(METHODS)
def scenario(request: UserRequest, attempt: Attempt, item: str) -> HttpResponse:
    """Answer one scenario; no option is called right before the attempt is submitted."""
    asked = _asked(attempt, SCENARIO, item)
    if attempt.submitted_at:
        return closed(request, attempt)
    saved = attempt.scenario_answers.filter(item=item).first()
    scene = presentation.scenario(Catalogue(snapshots.catalogue(attempt.version_id)), item)
    form = ChoiceForm(
        request.POST if request.method == "POST" else None,
        options=[option.id for option in scene.options],
        initial={"answer": saved.choice} if saved else None,
    )
    shown = {"scenario": scene, "unsure": ScenarioAnswer.UNSURE, "saved": saved}
    return _respond(
        request,
        _Question(attempt, asked, SCENARIO, item, "assessments/scenario.html", shown),
        form,
        lambda at: services.save_choice(attempt=attempt, item=item, choice=form.cleaned_data["answer"], at=at),
    )


def _asked(attempt: Attempt, kind: str, id: str) -> Form:
    asked = services.form_of(attempt)
    if not any((step.kind, step.id) == (kind, id) for step in asked.steps):
        raise Http404
    return asked


def _initial(saved: Rating | None) -> dict[str, Any] | None:
    if saved is None:
        return None
    return {"level": saved.level, "low_confidence": saved.low_confidence, "evidence": saved.evidence}


def _skill_shown(catalogue: Catalogue, skill: str) -> dict[str, Any]:
    return {
        "name": catalogue.skills[skill]["name"],
        "definition": catalogue.skills[skill]["definition"],
        "domain": catalogue.domain_name(skill),
        "anchors": presentation.anchors(catalogue, skill),
        "evidence_max": EVIDENCE_MAX,
    }


def _respond(
    request: UserRequest,
    question: _Question,
    form: RatingForm | ChoiceForm,
    save: Callable[[Any], Rating | ScenarioAnswer],
) -> HttpResponse:
    later = LATER in request.POST
    if request.method != "POST":
        return _page(request, question, form, status=200)
    if later and form.says_nothing:
        return redirect("assessments:attempt", question.attempt.pk)
    if not form.is_valid():
        return _page(request, question, form, status=422)
    try:
        saved = save(timezone.now())
    except services.AttemptClosed:
        return closed(request, question.attempt)
    if request.htmx:
        return render(request, SAVED, {"saved": saved})
    return redirect("assessments:attempt", question.attempt.pk) if later else _next(question)


def _page(request: UserRequest, question: _Question, form: RatingForm | ChoiceForm, *, status: int) -> HttpResponse:
    before = question.asked.before(question.kind, question.id)
    context = {
        "attempt": question.attempt,
        "form": form,
        "progress": presentation.progress(question.asked, question.kind, question.id),
        "back": step_url(question.attempt, before) if before else question.attempt.get_absolute_url(),
    }
    template = SAVED if request.htmx else question.template
    return render(request, template, {**question.shown, **context}, status=status)


def _next(question: _Question) -> HttpResponse:
    asked = services.form_of(question.attempt)
    return redirect(step_url(question.attempt, asked.next_open(question.kind, question.id)))
