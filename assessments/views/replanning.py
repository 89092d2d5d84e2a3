"""Planning a plan again: asking for it, and deciding between what came of it and the plan as it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments import snapshots
from assessments.domain.following.difference import outlook
from assessments.forms.replanning import LimitsForm
from assessments.models import Calculation, Plan, Result, Revision, Schedule
from assessments.presentation import proposal as pages
from assessments.presentation import words
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.causes import causes, news
from assessments.presentation.plan import Saved
from assessments.presentation.saved_plans import saved
from assessments.presentation.terms import whole
from assessments.services.calculations import TooManyOpen, settle
from assessments.services.profiles import profile_of
from assessments.services.proposals import NEWER_RESULT, accept, ask_again, limits
from assessments.services.revisions import PlanChanged
from assessments.services.wishes import remedied, wishes_of
from assessments.views.own import UserRequest
from assessments.views.own_plans import edit_of, own_plan

ACCEPT, KEEP = "accept", "keep"
BUSY = "Several plans that you asked for are still being worked out. Ask again once they are there. Nothing changed."
REFUSED = "Not asked for: {}. Your plan is as it was."
LONGEST_NUMBER = 4
Decision = Calculation.Decision


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def replan(request: UserRequest, plan: Plan) -> HttpResponse:
    """Ask for the plan to be worked out anew from today, with the limits that were sent and its own for the rest.

    `like` names a proposal whose limits are meant, and `remedy` one of the changes that were tried for it; `anew`
    leaves aside how the plan lies now, as the figure did that was found to close a gap.
    """
    # Whoever had to sign in before they could ask comes here by GET.
    if request.method != "POST":
        return redirect(plan)
    wishes = _wishes_like(request, plan)
    given = {**limits(plan), **wishes}
    form = LimitsForm(
        request.POST,
        target=date.fromisoformat(given["target"]),
        blocked=[date.fromisoformat(day) for day in given["blocked_weeks"]],
        today=timezone.localdate(),
    )
    if not form.is_valid():
        messages.error(request, REFUSED.format("; ".join(form.problems)))
        return redirect(plan)
    wishes = {**wishes, **form.wishes, **_newer_result(request, plan, given)}
    try:
        anew = "anew" in request.POST
        asked = ask_again(plan=plan, profile=profile_of(request.user), wishes=wishes, at=timezone.now(), anew=anew)
    except TooManyOpen:
        messages.error(request, BUSY)
        return redirect(plan)
    return redirect(asked)


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def proposal(request: UserRequest, plan: Plan, calculation_id: UUID) -> HttpResponse:
    """What a plan that was worked out again changes and why; accept it or keep the plan as it is."""
    rows = Calculation.objects.proposals_for(plan).select_related("basis__schedule")
    found = get_object_or_404(rows, pk=calculation_id)
    if found.answer is None:
        return redirect(found)
    if request.method == "POST" and not found.settled:
        return _decide(request, plan, found)
    return _show(request, plan, found, status=200)


def _decide(request: UserRequest, plan: Plan, found: Calculation) -> HttpResponse:
    if request.POST.get("do") == KEEP:
        settle(calculation=found, decision=Decision.KEPT)
        messages.success(request, f"You kept your plan as it is, at revision {plan.current.number}.")
        return redirect(plan)
    if request.POST.get("do") != ACCEPT or found.basis is None or _has_no_plan(found):
        return _show(request, plan, found, status=422)
    try:
        made = accept(calculation=found, edit=edit_of(request, plan), words=_words(found))
    except PlanChanged:
        return _show(request, get_object_or_404(Plan.objects.for_user(request.user), pk=plan.pk), found, status=409)
    kept = f"Revision {found.basis.number} is kept and can be restored."
    messages.success(request, f"You follow the new plan now, revision {made.number}. {kept}")
    return redirect(plan)


def _has_no_plan(found: Calculation) -> bool:
    return "remedies" in (found.answer or {})


def _show(request: UserRequest, plan: Plan, found: Calculation, *, status: int) -> HttpResponse:
    basis = found.basis
    if _has_no_plan(found):
        return _infeasible(request, plan, found, status=status)
    if basis is None:
        raise Http404
    before, after, today = saved(plan, basis), _after(plan, found, basis), timezone.localdate()
    again = set(plan.reratings.values_list("skill", flat=True))
    why = causes(before, after, basis.schedule.created_at.date(), today, again, _news(plan, found, basis))
    context = {
        "plan": plan,
        "calculation": found,
        "page": pages.proposal(before, after, why, today),
        "changed": None if found.settled or plan.current == basis else plan.current,
        "undecided": status == 422,
    }
    return render(request, "assessments/plan_proposal.html", context, status=status)


def _infeasible(request: UserRequest, plan: Plan, found: Calculation, *, status: int) -> HttpResponse:
    catalogue = Catalogue(snapshots.plan_document(_schedule(found)))
    context = {"plan": plan, "calculation": found, "page": pages.no_plan(found.answer or {}, catalogue)}
    return render(request, "assessments/plan_no_proposal.html", context, status=status)


def _after(plan: Plan, found: Calculation, basis: Revision) -> Saved:
    """The proposal as the plan would be saved: with its progress, from the result that it starts from."""
    schedule = _schedule(found)
    day = schedule.request["extras"].get(NEWER_RESULT, {}).get("day")
    return Saved(
        document=schedule.document,
        request=schedule.request,
        rows=schedule.rows,
        catalogue=Catalogue(snapshots.plan_document(schedule)),
        instrument=snapshots.plan_instrument(schedule, plan.result.attempt.level),
        progress=basis.following,
        result_day=date.fromisoformat(day) if day else plan.result.created_at.date(),
        number=basis.number + 1,
    )


def _schedule(found: Calculation) -> Schedule:
    """What was answered, as a schedule that is not kept."""
    answer: Mapping[str, Any] = (found.answer or {})["document"]
    return Schedule(version_id=found.version_id, request=found.request["situation"], document=answer)


def _news(plan: Plan, found: Calculation, basis: Revision) -> tuple[str, ...]:
    """What the version that the proposal uses changed against the plan's."""
    if found.version_id == basis.schedule.version_id:
        return ()
    old, new = (Catalogue(snapshots.catalogue(id)) for id in (basis.schedule.version_id, found.version_id))
    return news(old, new, plan.result.attempt.level, basis.actions)


def _words(found: Calculation) -> str:
    document = _schedule(found).document
    finish = outlook(document, found.basis.following if found.basis else {}, ()).finish
    end = f"finish {words.day(finish)}" if finish else "no step left"
    return f"Planned again: {end}, readiness {whole(document['totals']['readiness_then'])}"


def _wishes_like(request: UserRequest, plan: Plan) -> dict[str, Any]:
    """The limits of the proposal that was named, with one change that was tried where that was named too."""
    named, number = request.POST.get("like"), request.POST.get("remedy")
    if not named:
        return {}
    try:
        found = get_object_or_404(Calculation.objects.proposals_for(plan).select_related("basis"), pk=UUID(named))
        if number is None:
            return wishes_of(found)
        return remedied(found, int(number) if number.isdecimal() and len(number) < LONGEST_NUMBER else -1)
    except (ValueError, LookupError) as error:
        raise Http404 from error


def _newer_result(request: UserRequest, plan: Plan, given: Mapping[str, Any]) -> dict[str, Any]:
    """The extras with a newer result to start from, where one was named."""
    named = request.POST.get("result", "")
    if not named.isdecimal() or len(named) > 18:
        return {}
    found = Result.objects.newer_than(plan.result).filter(pk=int(named)).first()
    if found is None:
        return {}
    started = {"id": found.pk, "day": found.created_at.date().isoformat()}
    return {"extras": {**given["extras"], NEWER_RESULT: started}}
