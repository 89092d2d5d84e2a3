"""One question a page: a skill with its five statements, or a scenario."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django_htmx.http import reswap, retarget

from assessments import snapshots
from assessments.domain.form import SCENARIO, SKILL, Form
from assessments.forms import sent
from assessments.forms.answers import EVIDENCE_MAX, ChoiceForm, RatingForm
from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.presentation import questions as presentation
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.changed import changed
from assessments.presentation.evidence import for_skill
from assessments.presentation.pace import time_left
from assessments.services import answers, attempts, evidence
from assessments.services.answers import Sent
from assessments.views.own import UserRequest, closed, drop_held, go, own_attempt, seconds_of, step_url, take_held

METHODS = ("GET", "HEAD", "POST")
LATER, ON = "later", "go"
"""Names of the buttons; without either of them a page saves by itself."""

SAVED = "assessments/includes/saved.html"
AnswerForm = RatingForm | ChoiceForm
Saved = Rating | ScenarioAnswer


@dataclass(frozen=True, slots=True)
class _Question:
    """A question of an attempt: its template, what only this kind of page shows, and how its answer is saved."""

    attempt: Attempt
    asked: Form
    kind: str
    id: str
    template: str
    shown: Callable[[], Mapping[str, Any]]
    saved: Saved | None
    make_form: Callable[[Any], AnswerForm]
    save: Callable[[Mapping[str, Any], Sent], Saved]

    @property
    def initial(self) -> dict[str, Any]:
        """The saved answer as its form takes it."""
        names = ("level", "low_confidence", "evidence") if self.kind == SKILL else ("choice",)
        found = {name: getattr(self.saved, name) for name in names} if self.saved else {}
        return {("answer" if name == "choice" else name): value for name, value in found.items()}


@own_attempt
@require_http_methods(METHODS)
def skill(request: UserRequest, attempt: Attempt, skill: str) -> HttpResponse:
    """Rate one skill; with htmx saved on every change, with the button in any case."""
    asked = _asked(request, attempt, SKILL, skill)
    catalogue = Catalogue(snapshots.catalogue(attempt.version_id))
    return _respond(
        request,
        _Question(
            attempt=attempt,
            asked=asked,
            kind=SKILL,
            id=skill,
            template="assessments/question.html",
            shown=lambda: presentation.skill(catalogue, skill) | _examples(request, skill),
            saved=next((rating for rating in attempt.ratings.all() if rating.skill == skill), None),
            make_form=lambda given: RatingForm(auto_id="%s", **given),
            save=lambda content, page: answers.save_rating(
                attempt=attempt, skill=skill, sent=page, at=timezone.now(), **content
            ),
        ),
    )


@own_attempt
@require_http_methods(METHODS)
def scenario(request: UserRequest, attempt: Attempt, item: str) -> HttpResponse:
    """Answer one scenario; no option is called right before the attempt is submitted."""
    asked = _asked(request, attempt, SCENARIO, item)
    scene = presentation.scenario(Catalogue(snapshots.catalogue(attempt.version_id)), item)
    options = [option.id for option in scene.options]
    return _respond(
        request,
        _Question(
            attempt=attempt,
            asked=asked,
            kind=SCENARIO,
            id=item,
            template="assessments/scenario.html",
            shown=lambda: {"scenario": scene, "unsure": ScenarioAnswer.UNSURE},
            saved=next((answer for answer in attempt.scenario_answers.all() if answer.item == item), None),
            make_form=lambda given: ChoiceForm(auto_id="%s", options=options, **given),
            save=lambda content, page: answers.save_choice(
                attempt=attempt, item=item, choice=content["answer"], sent=page, at=timezone.now()
            ),
        ),
    )


def _asked(request: UserRequest, attempt: Attempt, kind: str, id: str) -> Form:
    asked = attempts.form_of(attempt)
    if asked.asks(kind, id):
        return asked
    # Another tab may have changed what is asked while this question was being answered: its answer counts all the same.
    instrument = snapshots.instrument(attempt.version_id, attempt.level)
    known = instrument.skills if kind == SKILL else instrument.items
    if request.method != "POST" or id not in {entry.id for entry in known}:
        raise Http404
    return asked.asking(kind, id)


def _examples(request: UserRequest, skill: str) -> dict[str, Any]:
    """The bounds of an example, and what the user's evidence backs already."""
    if not request.user.is_authenticated or is_automatic(request):
        return {"evidence_max": EVIDENCE_MAX}
    entries = evidence.backing_skill(request.user, skill)
    return {"evidence_max": EVIDENCE_MAX, "backing": for_skill(entries, skill)}


def _respond(request: UserRequest, question: _Question) -> HttpResponse:
    if question.attempt.submitted_at:
        return closed(request, question.attempt)
    if request.method != "POST":
        return _drawn(request, question)
    form, page = question.make_form({"data": request.POST}), sent.read(request.POST)
    if LATER in request.POST and form.says_nothing:
        return go(request, reverse("assessments:attempt", args=[question.attempt.pk]))
    if not form.is_valid():
        return _page(request, question, form, page, status=422)
    try:
        saved = question.save(form.cleaned_data, page)
    except answers.AttemptClosed:
        return closed(request, question.attempt)
    except answers.AnswerChanged as refusal:
        return _changed(request, question, form, page, refusal)
    drop_held(request)
    return _kept(request, question, saved)


def _drawn(request: UserRequest, question: _Question) -> HttpResponse:
    """The question with its saved answer, or with what was sent here after the session had ended."""
    given: dict[str, Any] = {"initial": question.initial}
    held = take_held(request)
    if held is not None:
        data = QueryDict(mutable=True)
        data.update(dict(held))
        given = {"data": data}
    page = sent.fresh(question.saved, timezone.now())
    return _page(request, question, question.make_form(given), page, status=200, is_held=held is not None)


def _changed(
    request: UserRequest, question: _Question, form: AnswerForm, page: Sent, refusal: answers.AnswerChanged
) -> HttpResponse:
    """Both answers, the saved one and the one that was sent; sending it again keeps it."""
    if not is_automatic(request):
        page = sent.fresh(refusal.saved, timezone.now())
    catalogue = Catalogue(snapshots.catalogue(question.attempt.version_id))
    return _page(request, question, form, page, status=409, changed=changed(refusal.saved, catalogue))


def _kept(request: UserRequest, question: _Question, saved: Saved) -> HttpResponse:
    if is_automatic(request):
        return render(request, SAVED, {"saved": saved})
    if LATER in request.POST:
        return go(request, reverse("assessments:attempt", args=[question.attempt.pk]))
    # The answer may have brought new questions: a high rating its scenarios, any answer the next of a quick check.
    question.attempt.refresh_from_db(fields=["ratings", "scenario_answers"])
    asked = attempts.form_of(question.attempt)
    return go(request, step_url(question.attempt, asked.next_open(question.kind, question.id)))


def _page(
    request: UserRequest, question: _Question, form: AnswerForm, page: Sent, *, status: int, **more: Any
) -> HttpResponse:
    attempt, asked = question.attempt, question.asked
    before = asked.before(question.kind, question.id)
    context = {
        "attempt": attempt,
        "form": form,
        "page": page,
        "saved": question.saved,
        "progress": presentation.place(asked, question.kind, question.id),
        "left": time_left(asked, seconds_of(attempt)),
        "back": step_url(attempt, before) if before else attempt.get_absolute_url(),
    }
    template = SAVED if is_automatic(request) else question.template
    response = render(request, template, {**question.shown(), **context, **more}, status=status)
    if request.htmx and not is_automatic(request):
        return whole(response)
    return response


def whole(response: HttpResponse) -> HttpResponse:
    """A page that takes the place of the one that sent the form by htmx."""
    response.headers["HX-Reselect"] = "#main"
    return reswap(retarget(response, "#main"), "outerHTML")


def is_automatic(request: UserRequest) -> bool:
    """Whether the page saved by itself, without a button."""
    return bool(request.htmx) and not {LATER, ON} & set(request.POST)
