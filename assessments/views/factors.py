"""Second factors of an account: setting one up leads back to where it was asked for, and recovery codes are shown."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.utils import get_next_redirect_url, passthrough_next_redirect_url
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from assessments.views.own import UserRequest
from careers import factors

GROUP = 4
"""How many characters of a key stand together, for whoever types it."""


class ThenBack:
    """A view that sets up a second factor: the person has shown it by that, and goes on to the page they wanted."""

    request: UserRequest

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the factor, and note that it was shown in this session."""
        try:
            with transaction.atomic():
                response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        except IntegrityError:
            # The same form came twice at the same moment: the other one did it.
            return redirect("mfa_index")
        post_authentication(self.request, factors.of(self.request.user).latest("pk"))
        return response

    def get_success_url(self) -> str:
        """New recovery codes first, which know the way on; else the page that was wanted."""
        here = super().get_success_url()  # type: ignore[misc]
        if here == reverse("mfa_view_recovery_codes"):
            return str(passthrough_next_redirect_url(self.request, here, "next"))
        return get_next_redirect_url(self.request) or str(here)


class App(ThenBack, ActivateTOTPView):
    """An authenticator app."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The key as a picture, as a link, and in groups to be typed."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        key = context["form"].secret
        groups = (key[start : start + GROUP] for start in range(0, len(key), GROUP))
        return context | {"key": " ".join(groups), "wanted": get_next_redirect_url(self.request)}


class Passkey(ThenBack, AddWebAuthnView):
    """A passkey or a security key."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the browser is asked for."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"wanted": get_next_redirect_url(self.request)}


@require_safe
def codes(request: UserRequest) -> HttpResponse:
    """The recovery codes that are left."""
    left = _codes(request)
    context = {"codes": left, "wanted": get_next_redirect_url(request)}
    return TemplateResponse(request, "mfa/recovery_codes/index.html", context)


@require_safe
def codes_file(request: UserRequest) -> HttpResponse:
    """The same as a file."""
    text = "".join(f"{code}\n" for code in _codes(request))
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="cmio-coach-recovery-codes.txt"'
    return response


@require_safe
def passkeys(request: HttpRequest) -> HttpResponse:
    """They are listed among the other second factors."""
    return redirect("mfa_index")


def _codes(request: UserRequest) -> list[str]:
    raise_if_reauthentication_required(request, app="allauth.mfa")
    kept = get_object_or_404(Authenticator, user=request.user, type=Authenticator.Type.RECOVERY_CODES)
    found: list[str] = kept.wrap().get_unused_codes()
    return found
