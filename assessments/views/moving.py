"""Where one step of a plan lies: move it alone, or ask for a plan in which the rest moves with it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from assessments import snapshots
from assessments.domain.following.placing import Fault
from assessments.forms.steps import SplitForm
from assessments.models import Calculation, Plan
from assessments.presentation import moving as presentation
from assessments.presentation.step import Page
from assessments.services import placing as services
from assessments.services.calculations import TooManyOpen
from assessments.services.profiles import profile_of
from assessments.views.own import UserRequest
from assessments.views.own_plans import edit_of
from assessments.views.step_pages import draw, move_form

SETTLED = "Work on this step has begun or it is settled, so its weeks and its parts stay as they are."
TOO_MANY = "Several plans that you asked for are still being worked out. Wait until they are there, then ask again."
NOT_SPLIT = "This step is not a part of another one."
NOT_OWN = "You did not add this step, so it cannot be removed. Skip it instead."
NO_PARTS = "Steps that you added, and parts of a step, are not split. Change the hours of your own step instead."
NOT_MOVED = "The step is in that week already."


def _move(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    """Move the step alone; where that breaks a law, say which, keep what was chosen, and offer to plan around it."""
    if not shown.can_change:
        return _step(request, plan, shown, SETTLED)
    form = move_form(plan, shown, request.POST)
    if not form.is_valid():
        return draw(request, plan, shown, form, status=422)
    start = form.cleaned_data["start"]
    if start == shown.step.start:
        return _step(request, plan, shown, NOT_MOVED)
    try:
        made = services.move(plan=plan, edit=edit_of(request, plan), action=shown.step.id, start=start)
    except services.BreaksLaws as refusal:
        return draw(request, plan, shown, form, _refused(plan, refusal.faults), status=422)
    return _step(request, plan, shown, f"{made.words}.")


def _around(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    if not shown.can_change:
        return _step(request, plan, shown, SETTLED)
    form = move_form(plan, shown, request.POST)
    if not form.is_valid():
        return draw(request, plan, shown, form, status=422)
    return _ask(request, plan, shown, services.move_and_replan, start=form.cleaned_data["start"])


def _release(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    made = services.release(plan=plan, edit=edit_of(request, plan), action=shown.step.id)
    return _step(request, plan, shown, f"{made.words}.")


def _split(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    if shown.is_part or shown.is_own or not shown.can_change:
        return _step(request, plan, shown, SETTLED if not shown.can_change else NO_PARTS)
    form = SplitForm(request.POST)
    if not form.is_valid():
        return draw(request, plan, shown, form, status=422)
    return _ask(request, plan, shown, services.split, share=float(form.cleaned_data["share"]))


def _join(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    if not shown.is_part:
        return _step(request, plan, shown, NOT_SPLIT)
    return _ask(request, plan, shown, services.join)


def _pin(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    return _ask(request, plan, shown, services.pin, pinned=True)


def _unpin(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    return _ask(request, plan, shown, services.pin, pinned=False)


def _remove(request: UserRequest, plan: Plan, shown: Page) -> HttpResponse:
    if not shown.is_own:
        return _step(request, plan, shown, NOT_OWN)
    return _ask(request, plan, shown, services.remove_own)


def _ask(
    request: UserRequest, plan: Plan, shown: Page, service: Callable[..., Calculation], **given: Any
) -> HttpResponse:
    """Ask for the plan to be worked out again with a change, and wait for the proposal."""
    profile = profile_of(request.user)
    try:
        asked = service(plan=plan, profile=profile, action=shown.step.id, at=timezone.now(), **given)
    except TooManyOpen:
        return _step(request, plan, shown, TOO_MANY)
    except services.Settled:
        return _step(request, plan, shown, SETTLED)
    return redirect(asked)


def _refused(plan: Plan, faults: tuple[Fault, ...]) -> dict[str, Any]:
    schedule = plan.current.schedule
    skills = {row["id"]: row["name"] for row in snapshots.plan_document(schedule)["competencies"]["skills"]}
    return {
        "reasons": presentation.reasons(faults, snapshots.action_names(schedule), skills),
        "can_replan": presentation.can_replan(faults),
    }


def _step(request: UserRequest, plan: Plan, shown: Page, message: str) -> HttpResponse:
    messages.info(request, message)
    return redirect(reverse("assessments:plan_step", args=[plan.pk, shown.step.id]))


HANDLERS: Mapping[str, Callable[[UserRequest, Plan, Page], HttpResponse]] = {
    "move": _move,
    "around": _around,
    "release": _release,
    "split": _split,
    "join": _join,
    "pin": _pin,
    "unpin": _unpin,
    "remove": _remove,
}
