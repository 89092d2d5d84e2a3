"""Forms of an account that were sent after the session had ended: kept until whoever began them has signed in again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpResponse, QueryDict

from assessments.views.own import UserRequest, go

View = Callable[..., HttpResponse]
HELD, SALT = "typed", "assessments.held"
OWNER, CSRF = "owner", "csrfmiddlewaretoken"
MOST_CHARACTERS = 8000
LASTS = 30 * 24 * 3600
"""Seconds for which a page that was drawn for somebody shows that it was."""


def kept_when_signed_out(view: View) -> View:
    """Ask strangers to sign in, as everywhere; a form that was begun while signed in is kept for its owner."""

    @wraps(view)
    def handle(request: UserRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method == "POST":
            _hold(request)
            return go(request, redirect_to_login(request.path).url)
        return go(request, redirect_to_login(request.get_full_path()).url)

    allowed: View = login_not_required(handle)
    return allowed


def owner(user: User) -> str:
    """What such a form carries, so that another person who signs in in this browser is not shown what it said."""
    return signing.dumps(user.pk, salt=SALT)


def take(request: UserRequest) -> QueryDict | None:
    """What the user sent to this address while they were signed out; it is there until it is dropped."""
    held = request.session.get(HELD)
    if not held or (held["path"], held["owner"]) != (request.path, request.user.pk):
        return None
    found = QueryDict(mutable=True)
    for name, values in held["sent"].items():
        found.setlist(name, values)
    return found


def drop(request: UserRequest) -> None:
    """Forget what was held for this address."""
    if take(request) is not None:
        del request.session[HELD]


def _hold(request: UserRequest) -> None:
    try:
        pk = signing.loads(request.POST.get(OWNER, ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return
    sent = {name: values for name, values in request.POST.lists() if name not in {OWNER, CSRF}}
    if sum(len(text) for name, values in sent.items() for text in (name, *values)) <= MOST_CHARACTERS:
        request.session[HELD] = {"path": request.path, "owner": pk, "sent": sent}
