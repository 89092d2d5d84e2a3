"""The page of one step of a plan, drawn with whatever form was sent to it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from assessments import snapshots
from assessments.domain.following.placing import open_mondays
from assessments.domain.situation import read
from assessments.forms.steps import HoursForm, MoveForm, SpentForm, SplitForm, StateForm, day_of
from assessments.models import Plan
from assessments.presentation import moving
from assessments.presentation.step import Page
from assessments.services.revisions import last_change
from assessments.views.own import UserRequest


def live_catalogue(plan: Plan) -> Mapping[str, Any] | None:
    """The catalogue of the plan's career that is live now; none: it is not assessed any more."""
    version = snapshots.live_version(plan.result.attempt.version.catalogue.career.slug, timezone.now())
    return snapshots.catalogue(version.pk) if version else None


def draw(
    request: UserRequest,
    plan: Plan,
    shown: Page,
    form: forms.Form | None = None,
    refused: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; the form that was sent takes the place of the empty one of its kind.

    - refused: where a move breaks laws, these in words, and whether the rest can be planned around it
    """
    found = [state_form(shown), hours_form(plan), spent_form(shown), move_form(plan, shown), SplitForm()]
    kinds = {kind.prefix: form if form and kind.prefix == form.prefix else kind for kind in found}
    context = {
        "plan": plan,
        "page": shown,
        "step": shown.step,
        "form": form,
        "forms": kinds,
        "refused": refused,
        "last": last_change(plan, plan.current),
    }
    return render(request, "assessments/plan_step.html", context, status=status)


def state_form(shown: Page, data: Mapping[str, Any] | None = None) -> StateForm:
    """How far somebody is."""
    progress = shown.step.progress
    return StateForm(data, initial={"state": progress.state, "reason": progress.reason})


def hours_form(plan: Plan, data: Mapping[str, Any] | None = None) -> HoursForm:
    """Hours of today, or of another day."""
    today = timezone.localdate()
    first = timezone.localdate(plan.created_at)
    return HoursForm(data, first=first, today=today, initial={"day": today.isoformat()})


def spent_form(shown: Page, data: Mapping[str, Any] | None = None) -> SpentForm:
    """Money spent."""
    spent = shown.step.progress.spent_usd
    return SpentForm(data, initial={"spent": "" if spent is None else f"{spent:,}"})


def move_form(plan: Plan, shown: Page, data: Mapping[str, Any] | None = None) -> MoveForm:
    """The open weeks to choose from; what was sent stays chosen."""
    mondays = open_mondays(read(plan.current.request), timezone.localdate())
    chosen: date | None = day_of(str(data.get("move-start", ""))) if data else shown.step.start
    choices = moving.choices(mondays, chosen)
    return MoveForm(data, mondays=mondays, choices=choices, initial={"start": shown.step.start.isoformat()})
