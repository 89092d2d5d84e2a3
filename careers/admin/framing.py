"""Which pages of the desk may hold a frame, and which may stand in one: those of this site alone."""

from typing import TypeVar

from csp.constants import SELF
from django.http import HttpResponseBase

Page = TypeVar("Page", bound=HttpResponseBase)


def frames_allowed(response: Page) -> Page:
    """Let this one page show pages of this site in a frame."""
    return _relaxed(response, "frame-src")


def framed_here(response: Page) -> Page:
    """Let pages of this site show this one page in a frame."""
    # The middleware leaves a header that is there already.
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return _relaxed(response, "frame-ancestors")


def _relaxed(response: Page, directive: str) -> Page:
    # The one way in which the middleware of the policy learns that a page differs.
    given = getattr(response, "_csp_replace", None) or {}
    response._csp_replace = given | {directive: [SELF]}  # type: ignore[attr-defined]
    return response
