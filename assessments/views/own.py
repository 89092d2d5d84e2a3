"""What all pages of an attempt share: whose it is, whether it is open, and the address of a question."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from assessments.domain.form import SKILL, Step
from assessments.models import Attempt

View = Callable[..., HttpResponse]
CLOSED = "This assessment is already submitted, so its answers cannot change. Here is its result."


class UserRequest(HttpRequest):
    """A request as the middleware hands it to the pages of somebody who is signed in."""

    user: User
    htmx: HtmxDetails


def own_attempt(view: View) -> View:
    """Hand the view the user's own attempt; anybody else's is missing, before the method is even looked at."""

    @wraps(view)
    def handle(request: UserRequest, attempt_id: UUID, **kwargs: Any) -> HttpResponse:
        attempt = get_object_or_404(Attempt.objects.for_user(request.user), pk=attempt_id)
        return view(request, attempt, **kwargs)

    return handle


def closed(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """Send the user of a submitted attempt to its result, and say why when they tried to answer."""
    if request.method == "POST":
        messages.info(request, CLOSED)
    if request.htmx:
        return HttpResponseClientRedirect(reverse("assessments:result", args=[attempt.pk]))
    return redirect("assessments:result", attempt.pk)


def step_url(attempt: Attempt, step: Step | None) -> str:
    """The address of a question; without one, of the check page."""
    if step is None:
        return reverse("assessments:check", args=[attempt.pk])
    return reverse(f"assessments:{'question' if step.kind == SKILL else 'scenario'}", args=[attempt.pk, step.id])
