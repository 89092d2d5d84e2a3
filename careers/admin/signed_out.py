"""Forms of the desk that were sent after the session had ended: kept for whoever typed them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from careers.services import keeping

View = Callable[..., HttpResponse]
SALT = "careers.admin.typist"
TYPIST = "typist"
LASTS = 30 * 24 * 3600
"""Seconds for which a form shows for whom it was drawn."""


def typist(user: User, path: str) -> str:
    """What a form carries so that, sent without a session, it is kept for its person and for this page only."""
    return signing.dumps([user.pk, path], salt=SALT)


def kept_when_signed_out(view: View, is_let_in: Callable[[HttpRequest], bool]) -> View:
    """Ask strangers to sign in, as everywhere; what was typed while signed in waits for its owner on the page."""

    @wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        is_sent = request.method == "POST"
        if is_sent and not is_let_in(request):
            _keep(request)
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return redirect_to_login(request.path if is_sent else request.get_full_path())

    allowed: View = login_not_required(handle)
    return allowed


def _keep(request: HttpRequest) -> None:
    try:
        pk, path = signing.loads(request.POST.get(TYPIST, ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return
    user = User.objects.filter(pk=pk, is_active=True).first()
    if user is None or path != request.path:
        return
    try:
        keeping.keep(user=user, path=path, entries=request.POST.lists(), at=timezone.now())
    except keeping.TooLong:
        # There is nobody to tell: the browser still has it, one step back.
        return
