"""Own plans: all of them, the builder, one plan, and ticking its actions."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.domain import weeks
from assessments.domain.planning.calendar import first_monday
from assessments.forms.plans import PlanForm
from assessments.models import Plan, Profile, Result
from assessments.presentation import builder, open_ends, words
from assessments.presentation import plan as plan_page
from assessments.presentation import plans as plan_list
from assessments.presentation.catalogue import Catalogue
from assessments.services import plans as services
from assessments.services.profiles import profile_of
from assessments.services.revisions import PlanChanged
from assessments.views.own import UserRequest
from assessments.views.own_plans import edit_of, own_plan, stale
from assessments.views.saved_plans import saved


@require_safe
def index(request: UserRequest) -> HttpResponse:
    """The user's plans, newest first."""
    today = timezone.localdate()
    rows = [(plan, _row(plan, today)) for plan in Plan.objects.for_user(request.user)]
    has_result = bool(rows) or Result.objects.for_user(request.user).exists()
    headline = plan_list.headline([row for _, row in rows])
    return render(request, "assessments/plans.html", {"rows": rows, "headline": headline, "has_result": has_result})


@require_http_methods(("GET", "HEAD", "POST"))
def new(request: UserRequest) -> HttpResponse:
    """Build a plan from one of the user's results."""
    result = _result(request)
    if result is None:
        return render(request, "assessments/plan_none.html")
    profile = profile_of(request.user)
    standing = services.standing(result, profile)
    form = _form(request, result, profile, standing)
    if request.method != "POST":
        return _builder(request, result, standing, form, status=200)
    if not form.is_valid():
        return _builder(request, result, standing, form, status=422)
    try:
        plan = services.build_plan(
            user=request.user,
            id=form.cleaned_data["id"],
            result=result,
            standing=standing,
            given=form.given,
            unavailable=form.cleaned_data["unavailable"],
            at=timezone.now(),
        )
    except services.Infeasible as refusal:
        return _builder(request, result, standing, form, status=422, broken=refusal.broken)
    return redirect(plan)


@own_plan
@require_safe
def plan(request: UserRequest, plan: Plan) -> HttpResponse:
    """One plan as it stands today."""
    page, attempt = plan_page.page(saved(plan), timezone.localdate()), plan.result.attempt
    level_name = snapshots.levels(attempt.version_id)[attempt.level]
    return render(request, "assessments/plan.html", {"plan": plan, "page": page, "level_name": level_name})


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def progress(request: UserRequest, plan: Plan) -> HttpResponse:
    """Keep the ticks of this week's list, or of one step in the list of all; go back to where it was ticked."""
    # Whoever had to sign in before their ticks were taken comes here by GET.
    if request.method == "POST":
        before, done = request.POST.getlist("before"), request.POST.getlist("done")
        try:
            services.set_progress(plan=plan, edit=edit_of(request, plan), before=before, done=done)
        except PlanChanged as changed:
            return stale(request, plan, changed)
    return redirect(_ticked_at(request, plan))


def _ticked_at(request: UserRequest, plan: Plan) -> str:
    step = request.POST.get("step")
    if step in {row["id"] for row in plan.current.actions}:
        return f"{plan.get_absolute_url()}#step-{step}"
    page = reverse("home") if request.POST.get("at") == "home" else plan.get_absolute_url()
    return f"{page}#this-week"


def _row(plan: Plan, today: date) -> plan_list.Row:
    attempt = plan.result.attempt
    return plan_list.row(saved(plan), snapshots.levels(attempt.version_id)[attempt.level], today)


def _result(request: UserRequest) -> Result | None:
    results = Result.objects.for_user(request.user)
    named = request.GET.get("attempt")
    if named is None:
        return results.first()
    try:
        return get_object_or_404(results, attempt=UUID(named))
    except ValueError as error:
        raise Http404 from error


def _form(request: UserRequest, result: Result, profile: Profile, standing: services.Standing) -> PlanForm:
    catalogue = Catalogue(snapshots.catalogue(result.attempt.version_id))
    return PlanForm(
        request.POST if request.method == "POST" else None,
        actions=catalogue.actions.keys(),
        moves=[move.id for move in _moves(result, standing)],
        conditions=builder.to_arrange(catalogue),
        initial=_initial(profile, timezone.localdate()),
    )


def _moves(result: Result, standing: services.Standing) -> tuple[builder.Move, ...]:
    instrument = snapshots.instrument(result.attempt.version_id, result.attempt.level)
    gates = open_ends.open_gates(instrument, standing.profession, standing.gates)
    return builder.moves(instrument, standing.levels, [gate.id for gate in gates])


def _initial(profile: Profile, today: date) -> dict[str, Any]:
    kept = profile.pk is not None
    hours, budget = profile.hours_per_week, profile.budget_usd
    return {
        "id": uuid4(),
        "start": first_monday(today + timedelta(days=1)),
        "target": profile.target_date,
        "hours_per_week": "" if hours is None else words.amount(float(hours)),
        "budget_usd": "" if budget is None else f"{budget:,}",
        "blocked_weeks": weeks.write([week.monday for week in profile.blocked_weeks.all()]) if kept else "",
        "unavailable": sorted(snapshots.ruled_out(profile)) if kept else [],
    }


def _builder(
    request: UserRequest,
    result: Result,
    standing: services.Standing,
    form: PlanForm,
    *,
    status: int,
    broken: tuple[Any, ...] = (),
) -> HttpResponse:
    attempt = result.attempt
    catalogue = Catalogue(snapshots.catalogue(attempt.version_id))
    big = [key for key, row in catalogue.actions.items() if row["big_move"]]
    context = {
        "result": result,
        "level_name": snapshots.levels(attempt.version_id)[attempt.level],
        "action_url": f"{reverse('assessments:plan_new')}?attempt={attempt.pk}",
        "profession": standing.profession,
        "form": form,
        "moves": [(move, form.move(move.id)) for move in _moves(result, standing)],
        "all_actions": builder.action_groups(catalogue),
        "usual_actions": builder.action_groups(catalogue, without=big),
        "broken": [(catalogue.actions[row["id"]]["name"], row["why"]) for row in broken],
    }
    return render(request, "assessments/plan_new.html", context, status=status)
