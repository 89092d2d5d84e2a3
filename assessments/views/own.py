"""What all pages of an attempt share: whose it is, whether it is open, and the address of a question."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from assessments.domain.form import SKILL, Step
from assessments.models import Attempt
from assessments.models.attempts import AttemptQuerySet
from assessments.services import tries

View = Callable[..., HttpResponse]
CLOSED = "This assessment is already submitted, so its answers cannot change. Here is its result."
HELD = "held"
HELD_FIELDS = ("level", "low_confidence", "evidence", "answer")
HELD_LENGTH = 2000


class UserRequest(HttpRequest):
    """A request as the middleware hands it to the pages of somebody who is signed in."""

    user: User
    htmx: HtmxDetails


def own_attempt(view: View) -> View:
    """Hand the view an attempt of the visitor's own, before the method is even looked at.

    - signed in: the user's; anybody else's is missing
    - not signed in: one that was started in this browser; for all others it asks to sign in, and keeps what was sent
    """

    @wraps(view)
    def handle(request: UserRequest, attempt_id: UUID, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated or attempt_id in tries.of(request.session):
            if request.method == "POST" and not request.user.is_authenticated:
                tries.keep_way_back(request.session, timezone.now())
            # With its answers: every page of an attempt reads them, most of them more than once.
            found = own_attempts(request).filter(pk=attempt_id).prefetch_related("ratings", "scenario_answers").first()
            # What was deleted while this request was on its way is missing too.
            with suppress(Attempt.DoesNotExist):
                if found:
                    return view(request, found, **kwargs)
            return _missing(request)
        return _sign_in(request)

    allowed: View = login_not_required(handle)
    return allowed


def own_attempts(request: UserRequest) -> AttemptQuerySet:
    """The visitor's attempts: the user's, or those that were started in this browser and not claimed."""
    if request.user.is_authenticated:
        return Attempt.objects.for_user(request.user)
    return Attempt.objects.tried(tries.of(request.session))


def take_held(request: HttpRequest) -> Mapping[str, str] | None:
    """What was sent to this address by somebody who was signed out; it is there until an answer is saved."""
    held = request.session.get(HELD)
    return held["sent"] if held and held["path"] == request.path else None


def drop_held(request: HttpRequest) -> None:
    """Forget what was held for this address."""
    if take_held(request) is not None:
        del request.session[HELD]


def seconds_of(attempt: Attempt) -> list[int]:
    """How long each answered question took, where that is known."""
    answers = (*attempt.ratings.all(), *attempt.scenario_answers.all())
    return [answer.seconds for answer in answers if answer.seconds]


def closed(request: UserRequest, attempt: Attempt) -> HttpResponse:
    """Send the user of a submitted attempt to its result, and say why when they tried to answer."""
    if request.method == "POST":
        messages.info(request, CLOSED)
    return go(request, reverse("assessments:result", args=[attempt.pk]))


def go(request: UserRequest, address: str) -> HttpResponse:
    """Send the whole page there, also where htmx asked for a part."""
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def step_url(attempt: Attempt, step: Step | None) -> str:
    """The address of a question; without one, of the check page."""
    if step is None:
        return reverse("assessments:check", args=[attempt.pk])
    return reverse(f"assessments:{'question' if step.kind == SKILL else 'scenario'}", args=[attempt.pk, step.id])


def _missing(request: UserRequest) -> HttpResponse:
    if request.user.is_authenticated:
        raise Http404
    # It was started in this browser, so it can be said what became of it.
    return render(request, "assessments/gone.html", {"days": tries.KEPT.days}, status=404)


def _sign_in(request: UserRequest) -> HttpResponse:
    """Ask to sign in and come back; an answer that was sent is held in the session and shown again then."""
    if request.method == "POST":
        sent = {name: request.POST[name] for name in HELD_FIELDS if name in request.POST}
        if sent and sum(map(len, sent.values())) <= HELD_LENGTH:
            request.session[HELD] = {"path": request.path, "sent": sent}
    return go(request, redirect_to_login(request.path).url)
