"""Own plans: all of them, one plan, and ticking its actions."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.models import Plan, Result, Revision
from assessments.presentation import plan as plan_page
from assessments.presentation import plans as plan_list
from assessments.presentation.saved_plans import saved
from assessments.presentation.since import since
from assessments.services import plans as services
from assessments.services import revisions
from assessments.services.revisions import PlanChanged, last_change
from assessments.views import notes, sharing
from assessments.views.offered import offers_of
from assessments.views.own import UserRequest
from assessments.views.own_plans import edit_of, own_plan, stale
from assessments.views.step_pages import live_catalogue


@require_safe
def index(request: UserRequest) -> HttpResponse:
    """The user's plans, newest first."""
    today = timezone.localdate()
    rows = [(plan, _row(plan, today)) for plan in Plan.objects.for_user(request.user)]
    has_result = bool(rows) or Result.objects.for_user(request.user).exists()
    headline = plan_list.headline([row for _, row in rows])
    return render(request, "assessments/plans.html", {"rows": rows, "headline": headline, "has_result": has_result})


@own_plan
@require_safe
def plan(request: UserRequest, plan: Plan) -> HttpResponse:
    """One plan as it stands today."""
    attempt, shown, today = plan.result.attempt, saved(plan), timezone.localdate()
    context = {
        "plan": plan,
        "page": plan_page.page(shown, today, live_catalogue(plan)),
        "level_name": snapshots.levels(attempt.version_id)[attempt.level],
        "last": last_change(plan, plan.current),
        "offers": offers_of(plan, shown, timezone.now()),
        "since": since(plan, shown, today),
        "notes": notes.latest(plan, request.user),
        "sharing": sharing.open_links(plan),
    }
    return render(request, "assessments/plan.html", context)


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


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def undo(request: UserRequest, plan: Plan) -> HttpResponse:
    """Take the last change back; go back to the step on whose page that was asked, as long as it is in the plan."""
    if request.method != "POST":
        return redirect(plan)
    try:
        made = revisions.undo(plan=plan, edit=edit_of(request, plan))
    except PlanChanged as changed:
        return stale(request, plan, changed)
    is_undone = made.change == Revision.Change.UNDONE
    messages.success(request, f"{made.words}." if is_undone else "There is no change to undo.")
    step = request.POST.get("step")
    if step in {row["id"] for row in made.actions}:
        return redirect("assessments:plan_step", plan.pk, step)
    return redirect(plan)


def _ticked_at(request: UserRequest, plan: Plan) -> str:
    step = request.POST.get("step")
    if step in {row["id"] for row in plan.current.actions}:
        return f"{plan.get_absolute_url()}#step-{step}"
    page = reverse("home") if request.POST.get("at") == "home" else plan.get_absolute_url()
    return f"{page}#this-week"


def _row(plan: Plan, today: date) -> plan_list.Row:
    attempt = plan.result.attempt
    return plan_list.row(saved(plan), snapshots.levels(attempt.version_id)[attempt.level], today)
