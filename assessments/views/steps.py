"""One step of a plan: how it stands, its hours and its money; where it lies is in `moving`."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.forms.steps import day_of, hours_of
from assessments.models import Plan, Revision
from assessments.presentation import step as step_page
from assessments.presentation.saved_plans import saved
from assessments.presentation.step import Page
from assessments.services import steps as services
from assessments.services.revisions import Edit, PlanChanged
from assessments.views import moving
from assessments.views.own import UserRequest
from assessments.views.own_plans import edit_of, own_plan, stale
from assessments.views.step_pages import draw, hours_form, live_catalogue, spent_form, state_form

Handler = Callable[[UserRequest, Plan, Page], HttpResponse]
NOTHING = "Nothing was changed: it stands like that already."
FULL = f"A step can have at most {services.MOST_ENTRIES} entries. Remove some, and log the sum of a week instead"


@own_plan
@require_http_methods(("GET", "HEAD", "POST"))
def step(request: UserRequest, plan: Plan, action: str) -> HttpResponse:
    """Show a step, or do with it what a form of its page says."""
    shown = step_page.page(saved(plan), action, timezone.localdate(), live_catalogue(plan))
    if shown is None:
        return _gone(request, plan, action)
    if request.method != "POST":
        return draw(request, plan, shown)
    handle = HANDLERS.get(request.POST.get("do", ""))
    if handle is None:
        return draw(request, plan, shown, status=422)
    try:
        return handle(request, plan, shown)
    except PlanChanged as changed:
        return stale(request, plan, changed)


def _gone(request: UserRequest, plan: Plan, action: str) -> HttpResponse:
    """A step that is not in the plan is missing; one that was when its page was drawn has two versions to show."""
    if request.method == "POST":
        seen = plan.revisions.select_related("schedule").filter(number=edit_of(request, plan).seen).first()
        if seen and action in {row["id"] for row in seen.actions}:
            return stale(request, plan, PlanChanged(seen, plan.current))
    raise Http404


def _state(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    form = state_form(shown, request.POST)
    if not form.is_valid():
        return draw(request, plan, shown, form, status=422)
    edit, given = edit_of(request, plan), form.cleaned_data
    made = services.set_state(plan=plan, edit=edit, action=shown.step.id, state=given["state"], reason=given["reason"])
    return _back(request, plan, shown, edit, made)


def _hours(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    form = hours_form(plan, request.POST)
    if form.is_valid():
        edit, given = edit_of(request, plan), form.cleaned_data
        try:
            made = services.log_hours(
                plan=plan, edit=edit, action=shown.step.id, day=given["day"], hours=given["hours"]
            )
            return _back(request, plan, shown, edit, made)
        except services.TooManyHours as refusal:
            form.add_error("hours", f"A day has 24 hours, and {refusal.there:g} are logged for this one already")
        except services.TooManyEntries:
            form.add_error("hours", FULL)
    return draw(request, plan, shown, form, status=422)


def _forget(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    """Take an entry of hours away; one that is not there any more is gone already."""
    day, hours = day_of(request.POST.get("day", "")), hours_of(request.POST.get("hours", ""))
    edit = edit_of(request, plan)
    if day is None or hours is None:
        return redirect(_address(plan, shown))
    made = services.drop_hours(plan=plan, edit=edit, action=shown.step.id, day=day, hours=hours)
    return _back(request, plan, shown, edit, made)


def _spent(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    form = spent_form(shown, request.POST)
    if not form.is_valid():
        return draw(request, plan, shown, form, status=422)
    edit = edit_of(request, plan)
    made = services.set_spent(plan=plan, edit=edit, action=shown.step.id, spent_usd=form.cleaned_data["spent"])
    return _back(request, plan, shown, edit, made)


def _back(request: UserRequest, plan: Plan, shown: Page, edit: Edit, made: Revision) -> HttpResponse:
    messages.success(request, f"{made.words}." if made.key == edit.key else NOTHING)
    return redirect(_address(plan, shown))


def _address(plan: Plan, shown: Page) -> str:
    return reverse("assessments:plan_step", args=[plan.pk, shown.step.id])


HANDLERS: Mapping[str, Handler] = {
    "state": _state,
    "hours": _hours,
    "forget": _forget,
    "spent": _spent,
    **moving.HANDLERS,
}
"""What each form of the page does, by its hidden `do`."""
