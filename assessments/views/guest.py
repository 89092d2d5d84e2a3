"""What all pages of a guest share: whose link was followed, whether it still opens, and that nothing of it leaks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from allauth.core.ratelimit import consume_or_429
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from assessments import snapshots
from assessments.domain.instrument import Instrument
from assessments.models import Invitation, MentorRating
from assessments.presentation import shared as presentation
from assessments.presentation.catalogue import Catalogue
from assessments.views.own import UserRequest, go

View = Callable[..., HttpResponse]
SEALED = {"Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex, nofollow"}
"""No other site learns the address. With `no-referrer` browsers would send forms with `Origin: null`, which is refused
as a form of another site."""


@dataclass(frozen=True)
class Guest:
    """A mentor who followed the link of an invitation, and what the mentor may see of the attempt."""

    invitation: Invitation
    token: str

    @property
    def url(self) -> str:
        """The page with all skills."""
        return reverse("assessments:shared", args=[self.token])

    def skill_url(self, line: presentation.Line | None) -> str:
        """The page of one skill; without one, the page with all."""
        return reverse("assessments:shared_skill", args=[self.token, line.id]) if line else self.url

    @property
    def instrument(self) -> Instrument:
        """The skills that are rated."""
        attempt = self.invitation.attempt
        return snapshots.instrument(attempt.version_id, attempt.level)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Their names and statements."""
        return Catalogue(snapshots.catalogue(self.invitation.attempt.version_id))

    @cached_property
    def given(self) -> dict[str, MentorRating]:
        """What the mentor had answered when it was first asked for, in one query."""
        return {rating.skill: rating for rating in self.invitation.ratings.all()}


def by_link(view: View) -> View:
    """Hand the view the guest whose link was followed, before the method is even looked at.

    - a closed link has a page of its own, with status 410
    - an unknown one is missing; whoever follows many of them has to wait
    """

    @wraps(view)
    def handle(request: UserRequest, token: str, **kwargs: Any) -> HttpResponse:
        invitation = Invitation.objects.with_token(token).first()
        if invitation is None:
            return _unknown(request)
        guest = Guest(invitation, token)
        is_open = invitation.is_usable(timezone.now())
        return sealed(view(request, guest, **kwargs) if is_open else _closed(request, guest))

    allowed: View = login_not_required(handle)
    return allowed


def _closed(request: UserRequest, guest: Guest) -> HttpResponse:
    """What became of the link; a page that saves by itself is left for it, because nothing will be saved there."""
    if request.htmx:
        return go(request, guest.url)
    return render(request, "assessments/shared_closed.html", {"invitation": guest.invitation}, status=410)


def _unknown(request: UserRequest) -> HttpResponse:
    refused: HttpResponse | None = consume_or_429(request, action="guess", limit_get=True)
    if refused is None:
        raise Http404
    return refused


def sealed(answer: HttpResponse) -> HttpResponse:
    """The address is the key: it is told to no other site, to no crawler and to no cache."""
    for name, value in SEALED.items():
        answer.headers[name] = value
    patch_cache_control(answer, private=True, no_store=True)
    return answer
