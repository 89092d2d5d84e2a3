"""Notes on an own plan: all of them, a new one, and the end of one."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.forms import sharing as forms
from assessments.models import Plan
from assessments.presentation import notes as presentation
from assessments.services import notes as services
from assessments.views import held
from assessments.views.held import kept_when_signed_out
from assessments.views.own import UserRequest
from assessments.views.own_plans import own_plan

METHODS = ("GET", "HEAD", "POST")
DELETED = "The note is deleted"
HINT = "Mentors with whom you share the notes read it too. Leave out anything about patients"


def latest(plan: Plan, user: User) -> dict[str, Any]:
    """The newest notes for the page of a plan of the user's with an empty form, in one query."""
    rows = list(plan.notes.all()[: presentation.SHOWN + 1])
    lines = presentation.own(rows[: presentation.SHOWN])
    has_more = len(rows) > presentation.SHOWN
    return {"lines": lines, "has_more": has_more, "form": _fresh(), "owner": held.owner(user)}


@kept_when_signed_out
@own_plan
@require_http_methods(METHODS)
def notes(request: UserRequest, plan: Plan) -> HttpResponse:
    """All notes on a plan, and a new one."""
    if request.method != "POST":
        typed = held.take(request)
        return _page(request, plan, _fresh() if typed is None else forms.NoteForm(typed, hint=HINT), status=200)
    form = forms.NoteForm(request.POST, hint=HINT)
    if not form.is_valid():
        return _page(request, plan, form, status=422)
    try:
        services.write(plan=plan, at=timezone.now(), **form.cleaned_data)
    except services.TooMany:
        form.add_error("text", forms.NOTES_FULL_OWN)
        return _page(request, plan, form, status=422)
    held.drop(request)
    return redirect(f"{plan.get_absolute_url()}#notes")


@own_plan
@require_http_methods(METHODS)
def delete(request: UserRequest, plan: Plan, note_id: UUID) -> HttpResponse:
    """Ask before a note is erased, then erase it."""
    note = get_object_or_404(plan.notes, pk=note_id)
    if request.method != "POST":
        (line,) = presentation.own([note])
        return render(request, "assessments/plan_note_delete.html", {"plan": plan, "line": line})
    services.delete(note=note)
    messages.success(request, DELETED)
    return redirect("assessments:plan_notes", plan.pk)


def _fresh() -> forms.NoteForm:
    return forms.NoteForm(initial={"id": uuid4()}, hint=HINT)


def _page(request: UserRequest, plan: Plan, form: forms.NoteForm, *, status: int) -> HttpResponse:
    lines = presentation.own(list(plan.notes.all()))
    context = {
        "plan": plan,
        "notes": {"lines": lines},
        "form": form,
        "owner": held.owner(request.user),
        "is_held": request.method != "POST" and form.is_bound,
    }
    return render(request, "assessments/plan_notes.html", context, status=status)
