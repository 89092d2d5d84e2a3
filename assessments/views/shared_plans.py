"""A plan as a mentor sees it by a link, without an account, and the note that the mentor leaves."""

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments import snapshots
from assessments.forms import sharing as forms
from assessments.models import Plan, Share
from assessments.presentation import notes as noted
from assessments.presentation import sharing as presentation
from assessments.presentation.saved_plans import saved
from assessments.services import notes as services
from assessments.views import shared
from assessments.views.guest import sealed
from assessments.views.own import UserRequest, go

METHODS = ("GET", "HEAD", "POST")
SENT = "Your note is sent"
HINT = "{} reads it, and so may other mentors. Leave out anything about patients"


@login_not_required
def first(request: UserRequest, token: str) -> HttpResponse:
    """What a link shares: a plan, or the skills of an attempt to rate."""
    share = Share.objects.with_token(token).first()
    if share is None:
        return shared.skills(request, token=token)
    is_open = share.is_usable(timezone.now())
    return sealed(_plan(request, share, token) if is_open else _closed(request, share))


@require_http_methods(METHODS)
def _plan(request: UserRequest, share: Share, token: str) -> HttpResponse:
    hint = HINT.format(share.sharer)
    if request.method != "POST":
        return _page(request, share, token, forms.NoteForm(initial={"id": uuid4()}, hint=hint), status=200)
    form = forms.NoteForm(request.POST, hint=hint)
    if not form.is_valid():
        return _page(request, share, token, form, status=422)
    try:
        services.leave(share=share, at=timezone.now(), **form.cleaned_data)
    except (services.TooMany, services.TooFast) as refusal:
        form.add_error("text", forms.NOTES_FAST if isinstance(refusal, services.TooFast) else forms.NOTES_FULL)
        return _page(request, share, token, form, status=422)
    except services.LinkClosed:
        # The page that comes next says what became of the link.
        return go(request, request.path)
    messages.success(request, SENT)
    return go(request, f"{reverse('assessments:shared', args=[token])}#notes")


def _page(request: UserRequest, share: Share, token: str, form: forms.NoteForm, *, status: int) -> HttpResponse:
    plan = Plan.objects.whole().get(pk=share.plan_id)
    attempt = plan.result.attempt
    level_name = snapshots.levels(attempt.version_id)[attempt.level]
    seen = plan.notes.all() if Share.Part.NOTES in share.parts else share.notes.all()
    context = {
        "share": share,
        "token": token,
        "page": presentation.page(saved(plan), share.parts, level_name, timezone.localdate()),
        "sees": presentation.said(share.parts),
        "notes": noted.seen_by(share, list(seen)),
        "form": form,
        "is_own": request.user.is_authenticated and request.user.pk == plan.user_id,
    }
    return render(request, "assessments/shared_plan.html", context, status=status)


def _closed(request: UserRequest, share: Share) -> HttpResponse:
    return render(request, "assessments/shared_plan_closed.html", {"share": share}, status=410)
