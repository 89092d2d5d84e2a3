"""The page that waits for a calculation and leads on, and the one that offers ways out where no plan fits."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments import snapshots
from assessments.domain.following.extras import with_extras
from assessments.models import Calculation
from assessments.presentation.builder import fixes, summary
from assessments.presentation.catalogue import Catalogue
from assessments.services import drafts
from assessments.services.calculations import Purpose, TooManyOpen
from assessments.services.drafts import Place, Sent
from assessments.views.builder import asked
from assessments.views.builder.answers import ACTIONS, CHECK, MEANS, NAMES, from_limits, own_of, with_change
from assessments.views.builder.opened import Builder, opened
from assessments.views.own import UserRequest, go

USUAL = timedelta(seconds=60)
"""After so long the page says that it takes longer than usual."""

View = Callable[..., HttpResponse]


def own_calculation(view: View) -> View:
    """Hand the view the user's own calculation; anybody else's is missing."""

    @wraps(view)
    def handle(request: UserRequest, calculation_id: UUID) -> HttpResponse:
        related = ("result__attempt", "plan__result__attempt", "plan__current_revision__schedule")
        rows = Calculation.objects.for_user(request.user).select_related(*related)
        return view(request, get_object_or_404(rows, pk=calculation_id))

    return handle


@own_calculation
@require_safe
def calculation(request: UserRequest, calculation: Calculation) -> HttpResponse:
    """Say what is being worked out, look again every two seconds, and lead on once it is there."""
    if calculation.state == Calculation.State.DONE:
        return go(request, _leads_to(calculation))
    builder = opened(_place(calculation), timezone.localdate())
    context = {
        "calculation": calculation,
        "has_failed": calculation.state == Calculation.State.FAILED,
        "is_late": timezone.now() - calculation.created_at > USUAL,
        "back": _back(builder, calculation),
        "again_url": _again(builder, calculation),
    }
    return render(request, "assessments/plan_waiting.html", context)


@own_calculation
@require_http_methods(("GET", "HEAD", "POST"))
def changes(request: UserRequest, calculation: Calculation) -> HttpResponse:
    """Offer the changes that would work, or make the one that was chosen and ask again."""
    if not _needs_change(calculation):
        return redirect(calculation)
    builder = _with_answers(calculation)
    if request.method != "POST":
        return _offer(request, calculation, builder, status=200)
    change = _chosen(calculation, request.POST.get("fix", ""))
    if change is None:
        return _offer(request, calculation, builder, status=422, error="Choose one of the changes")
    try:
        return redirect(asked.plan_for(_changed(builder, change), timezone.now()))
    except TooManyOpen:
        return _offer(request, calculation, builder, status=429, error=asked.TOO_MANY)


def _leads_to(calculation: Calculation) -> str:
    if calculation.purpose == Purpose.WHAT_IF:
        return Builder.address(opened(_place(calculation), timezone.localdate()), MEANS)
    plan = calculation.plan
    # What is proposed for a plan is decided there, also where there is none: its limits need not be those of a draft.
    if plan and calculation.purpose == Purpose.REVISE:
        return reverse("assessments:plan_proposal", args=[plan.pk, calculation.pk])
    if _needs_change(calculation):
        return reverse("assessments:calculation_changes", args=[calculation.pk])
    return plan.get_absolute_url() if plan else reverse("assessments:plans")


def _needs_change(calculation: Calculation) -> bool:
    """Whether no new plan came of it, or one without an action although another limit would make room for one."""
    answer = calculation.answer
    if calculation.purpose != Purpose.BUILD or answer is None:
        return False
    document = answer["document"]
    return "remedies" in answer or (not document["actions"] and any(row["would_need"] for row in document["unmet"]))


def _place(calculation: Calculation) -> Place:
    plan = None if calculation.purpose == Purpose.BUILD else calculation.plan
    return Place(calculation.user, plan.result if plan else calculation.result, plan)


def _back(builder: Builder, calculation: Calculation) -> tuple[str, str]:
    """Where it was asked from, and what that is called."""
    if calculation.purpose == Purpose.REVISE and calculation.plan and not builder.draft:
        return calculation.plan.get_absolute_url(), "Back to your plan"
    return builder.address(MEANS if calculation.purpose == Purpose.WHAT_IF else CHECK), "Back to your answers"


def _again(builder: Builder, calculation: Calculation) -> str:
    """Where sending the same answers again asks anew; nothing where they were not entered in the builder."""
    is_built = calculation.purpose == Purpose.BUILD or bool(builder.draft)
    return builder.address(CHECK) if is_built and calculation.purpose != Purpose.WHAT_IF else ""


def _with_answers(calculation: Calculation) -> Builder:
    """The builder with what was asked; the draft where there is one, which holds the same or what came after."""
    builder = opened(_place(calculation), timezone.localdate())
    if builder.draft:
        return builder
    asked_for = calculation.request["situation"]
    return Builder(builder.place, builder.profile, None, builder.today, from_limits(asked_for), own_of(asked_for))


def _chosen(calculation: Calculation, place: str) -> dict[str, Any] | None:
    answer = calculation.answer or {}
    if not (place.isascii() and place.isdigit() and len(place) < 4):
        return None
    found = fixes.change_of(int(place), answer["document"], answer.get("remedies", ()))
    return dict(found) if found else None


def _changed(builder: Builder, change: dict[str, Any]) -> Builder:
    """The builder once the change is kept in its draft."""
    fields, own = with_change(builder.fields, builder.own, change)
    sent = Sent(step=ACTIONS, fields=fields, seen=None, own=own, replaces_own=True, more={step: {} for step in NAMES})
    draft = drafts.save(place=builder.place, sent=sent, at=timezone.now())
    return Builder(builder.place, builder.profile, draft, builder.today)


def _offer(
    request: UserRequest, calculation: Calculation, builder: Builder, *, status: int, error: str = ""
) -> HttpResponse:
    answer, situation = calculation.answer or {}, calculation.request["situation"]
    catalogue = Catalogue(with_extras(snapshots.catalogue(calculation.version_id), situation.get("extras", {})))
    document, is_empty = answer["document"], "remedies" not in answer
    found = (
        fixes.for_an_empty_plan(document)
        if is_empty
        else fixes.ways_out(document, answer["remedies"], situation, catalogue)
    )
    context = {
        "calculation": calculation,
        "plan": calculation.plan,
        "ways": found,
        "is_empty": is_empty,
        "error": error,
        "kept": summary.in_short(situation),
        "stages": [(number, name, True, builder.address(number)) for number, name in NAMES.items()],
        "means_url": builder.address(MEANS),
        "actions_url": builder.address(ACTIONS),
    }
    return render(request, "assessments/plan_infeasible.html", context, status=status)
