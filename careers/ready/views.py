"""Views whose page is the same for everyone: they are never given the request, so nothing personal can get into it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from careers.ready import negotiation, shelf, stamp

MARK = "careers.ready"
"""Where a request's environment tells the server's side which page was taken from the shelf."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A page that may be kept: what tells its versions apart, how to make it, and when its version ends.

    `options` are those parts of the query that make it another page, as in an address. Without a version the page is
    made anew for each request.
    """

    version: tuple[object, ...] | None
    make: Callable[[], HttpResponse]
    until: datetime | None = None
    options: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """A page from the shelf with what bounds its time: the stamp when it was found, the end of its version."""

    page: shelf.Page
    stamp: str | None
    until: datetime | None
    options: str
    is_for_strangers: bool


def ready_page(view: Callable[..., Ready]) -> Callable[..., HttpResponse]:
    """A public view for a page that is the same for everyone; the view gets the query and what the address names."""
    return _public(view, is_for_strangers=False)


def ready_page_for_strangers(view: Callable[..., Ready]) -> Callable[..., HttpResponse]:
    """The same for an address at which those who are signed in see more: they are never answered from memory."""
    return _public(view, is_for_strangers=True)


def _public(view: Callable[..., Ready], *, is_for_strangers: bool) -> Callable[..., HttpResponse]:
    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> HttpResponse:
        # Before anything is asked: what changes from here on takes the stamp away.
        present = stamp.read()
        ready = view(request.GET, **named)
        found = _find_or_make(ready, request.path)
        if isinstance(found, HttpResponse):
            return found
        request.META[MARK] = Taken(found, present, ready.until, ready.options, is_for_strangers)
        try:
            return _response(request, found, is_for_strangers)
        except OSError:
            return ready.make()  # somebody else has put a later version in its place

    answer.same_for_everyone = True  # type: ignore[attr-defined]
    return answer


def content(ready: Ready, path: str) -> bytes:
    """The plain bytes that everyone gets at this path, for a page that adds to them and answers one reader only."""
    found = _find_or_make(ready, path)
    if isinstance(found, HttpResponse):
        return found.content
    try:
        return found.body("identity")
    except OSError:
        return ready.make().content  # somebody else has put a later version in its place


def _find_or_make(ready: Ready, path: str) -> shelf.Page | HttpResponse:
    """The page from the shelf, put there first where it is missing; as it was made where none may be kept."""
    if ready.version is None or settings.DEBUG:
        return ready.make()
    address = f"{path}?{ready.options}"
    version = hashlib.sha256(repr((settings.SITE_URL, ready.version)).encode()).hexdigest()[:32]
    page = shelf.find(address, version)
    if page:
        return page
    made = ready.make()
    return shelf.keep(address, version, made.content, dict(made.headers)) or made


def _response(request: HttpRequest, page: shelf.Page, is_for_strangers: bool) -> HttpResponse:
    headers = dict(page.headers) | {
        "ETag": page.etag,
        "Cache-Control": "public, no-cache",
        "Vary": "Accept-Encoding, Cookie" if is_for_strangers else "Accept-Encoding",
    }
    if negotiation.matches(page.etag, request.META.get("HTTP_IF_NONE_MATCH", "")):
        return HttpResponseNotModified(headers=headers)
    encoding = negotiation.best(request.META.get("HTTP_ACCEPT_ENCODING", ""), page.encodings)
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    return HttpResponse(page.body(encoding), headers=headers)
