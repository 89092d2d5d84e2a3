"""One skill of a plan is rated again; the result that the plan was built from stays as it is."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from assessments.forms import sent
from assessments.forms.rating_again import RatingAgainForm
from assessments.models import Plan, Rerating
from assessments.presentation import questions
from assessments.presentation import rating_again as presentation
from assessments.presentation.evidence import ForSkill, for_skill, step_url
from assessments.presentation.plan import Saved
from assessments.presentation.saved_plans import saved as as_saved
from assessments.services import evidence
from assessments.services import reratings as services
from assessments.services.answers import AnswerChanged, Sent
from assessments.views import held
from assessments.views.held import kept_when_signed_out
from assessments.views.own import UserRequest, go
from assessments.views.own_plans import own_plan
from assessments.views.questions import METHODS, ON, SAVED, is_automatic, whole

BACK, AFTER = "back", "after"
BUTTON = "Save the new rating"
TEMPLATE = "assessments/rate_again.html"
TO_PLAN_AGAIN = '{} <a href="{}">Plan again</a>'
"""What changed, and the way to the offer on the plan's page."""


@kept_when_signed_out
@own_plan
@require_http_methods(METHODS)
def skill(request: UserRequest, plan: Plan, skill: str) -> HttpResponse:
    """Rate one skill of the plan's instrument again; with htmx saved on every change, with the button in any case."""
    shown = as_saved(plan)
    if skill not in {known.id for known in shown.instrument.skills}:
        raise Http404
    if request.method != "POST":
        row, typed = plan.reratings.filter(skill=skill).first(), held.take(request)
        form, page = RatingAgainForm(typed, auto_id="%s", initial=_initial(row)), sent.fresh(row, timezone.now())
        return _page(request, plan, shown, skill, form, page, status=200, saved=row, is_held=typed is not None)
    try:
        return _sent(request, plan, shown, skill)
    except Plan.DoesNotExist as gone:
        raise Http404 from gone


def _sent(request: UserRequest, plan: Plan, shown: Saved, skill: str) -> HttpResponse:
    form, page = RatingAgainForm(request.POST, auto_id="%s"), sent.read(request.POST)
    is_back = request.POST.get(ON) == BACK
    if not is_back and not form.is_valid():
        return _page(request, plan, shown, skill, form, page, status=422)
    row = None
    try:
        if is_back:
            services.withdraw(plan=plan, skill=skill, sent=page)
        else:
            row = services.save(plan=plan, skill=skill, sent=page, at=timezone.now(), **form.cleaned_data)
    except AnswerChanged as refusal:
        if not is_automatic(request):
            page = sent.fresh(refusal.saved, timezone.now())
        told = presentation.changed(refusal.saved, shown.catalogue)
        return _page(request, plan, shown, skill, form, page, status=409, changed=told)
    held.drop(request)
    return _kept(request, plan, shown, skill, row)


def _kept(request: UserRequest, plan: Plan, shown: Saved, skill: str, row: Rerating | None) -> HttpResponse:
    if is_automatic(request):
        return render(request, SAVED, {"saved": row})
    name = shown.catalogue.skills[skill]["name"]
    told = presentation.news(name, services.standing(plan)) if row else presentation.withdrawn(name)
    messages.success(request, format_html(TO_PLAN_AGAIN, told, f"{plan.get_absolute_url()}#h-offers"))
    return go(request, _back(request, plan, shown))


def _back(request: UserRequest, plan: Plan, shown: Saved) -> str:
    return presentation.back_url(plan, _asked_after(request, shown))


def _asked_after(request: UserRequest, shown: Saved) -> str:
    """The key of the finished action after which the skill is rated; empty where it is no such one."""
    named = request.POST.get(AFTER) or request.GET.get("action", "")
    return named if presentation.finished(shown, named) else ""


def _backing(request: UserRequest, plan: Plan, skill: str, after: str) -> ForSkill:
    """The evidence for the skill; after a step, more of it begins with what the step leaves."""
    found = for_skill(evidence.backing_skill(request.user, skill), skill)
    return replace(found, add_url=step_url(plan.pk, after, skill)) if after else found


def _initial(row: Rerating | None) -> dict[str, Any]:
    return {"level": row.level, "low_confidence": row.low_confidence} if row else {}


def _page(
    request: UserRequest,
    plan: Plan,
    shown: Saved,
    skill: str,
    form: RatingAgainForm,
    page: Sent,
    *,
    status: int,
    **more: Any,
) -> HttpResponse:
    if is_automatic(request):
        return render(request, SAVED, {"form": form, "button": BUTTON, **more}, status=status)
    after = _asked_after(request, shown)
    context = {
        "plan": plan,
        "owner": held.owner(request.user),
        "button": BUTTON,
        "form": form,
        "page": page,
        "after": after,
        "finished": presentation.finished(shown, after),
        "result_day": shown.result_day,
        "back": _back(request, plan, shown),
        "backing": _backing(request, plan, skill, after),
    }
    response = render(request, TEMPLATE, {**questions.skill(shown.catalogue, skill), **context, **more}, status=status)
    return whole(response) if request.htmx else response
