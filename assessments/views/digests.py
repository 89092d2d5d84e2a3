"""The digest by mail: how often it is sent, and its end by the link in each of them."""

from datetime import datetime
from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from assessments.forms.digests import DigestForm
from assessments.models import Digest
from assessments.presentation.words import day
from assessments.services import digests as services
from assessments.services import mondays
from assessments.views.guest import sealed
from assessments.views.own import UserRequest

METHODS = ("GET", "HEAD", "POST")
OFF = "No email is sent to you any more"
ON = "Saved. The next email leaves on {}"


@require_http_methods(METHODS)
def choice(request: UserRequest) -> HttpResponse:
    """How often the user gets the digest, and by which clock."""
    kept = Digest.objects.filter(user=request.user).first()
    if request.method != "POST":
        return _page(request, DigestForm(initial=_initial(kept)), kept, status=200)
    form = DigestForm(request.POST)
    if not form.is_valid():
        return _page(request, form, kept, status=422)
    now = timezone.now()
    chosen = services.choose(user=request.user, at=now, **form.cleaned_data)
    coming = _coming(chosen, now)
    messages.success(request, ON.format(coming) if coming else OFF)
    return redirect("assessments:digest")


# A mail program that stops the digest for its user knows no cookie and no token of a form (RFC 8058); the address
# itself is the secret, and all that it does is to send less.
@csrf_exempt
@login_not_required
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the digest by POST; GET, which scanners of mail send too, only asks."""
    digest = Digest.objects.with_token(token).first()
    return _unknown(request) if digest is None else sealed(_stop(request, digest))


@require_http_methods(METHODS)
def _stop(request: HttpRequest, digest: Digest) -> HttpResponse:
    if request.method == "POST":
        services.stop(digest=digest, at=timezone.now())
    is_off = request.method == "POST" or digest.frequency == Digest.Frequency.OFF
    return render(request, "assessments/digest_stop.html", {"is_off": is_off})


def _unknown(request: HttpRequest) -> HttpResponse:
    """A page that says so; whoever follows many of them has to wait."""
    refused: HttpResponse | None = consume_or_429(request, action="guess", limit_get=True)
    return refused or render(request, "assessments/digest_unknown.html", status=404)


def _initial(kept: Digest | None) -> dict[str, Any]:
    shown = kept or Digest()
    return {"frequency": shown.frequency, "zone": shown.zone}


def _coming(kept: Digest | None, at: datetime) -> str:
    """The day of the next email; empty where none is sent."""
    if kept is None or kept.frequency == Digest.Frequency.OFF:
        return ""
    return day(mondays.upcoming(at, kept.zone, monthly=kept.frequency == Digest.Frequency.MONTHLY))


def _page(request: UserRequest, form: DigestForm, kept: Digest | None, *, status: int) -> HttpResponse:
    context = {"form": form, "coming": _coming(kept, timezone.now())}
    return render(request, "assessments/digest.html", context, status=status)
