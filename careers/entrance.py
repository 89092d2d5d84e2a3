"""The way to the editors' desk for those who are not on it yet."""

from allauth.account.utils import get_next_redirect_url
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from careers import factors


def lead(request: HttpRequest, *, may_enter: bool) -> HttpResponse:
    """On to the page that was asked for, or to the first thing that is missing on the way there."""
    wanted = get_next_redirect_url(request) or reverse("admin:index")
    user = request.user
    if not isinstance(user, User):
        return redirect_to_login(wanted)
    if not user.is_staff:
        raise PermissionDenied
    if may_enter:
        return HttpResponseRedirect(wanted)
    if not factors.of(user).exists():
        return TemplateResponse(request, "mfa/needed.html", {"wanted": wanted})
    return redirect_to_login(wanted, factors.asking(user))
