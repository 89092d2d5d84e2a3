"""Views whose page is the same for everyone: they are never given the request, so nothing personal can get into it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from careers.ready import shelf, stamp


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
class Remembered:
    """A kept page with what bounds its time: the stamp under which it was found, and the moment its version ends."""

    page: shelf.Page
    stamp: str | None
    until: datetime | None
    options: str
    is_personal: bool


class ReadyResponse(HttpResponse):
    """A public page that was taken from the shelf; the middleware answers the next request without a view."""

    remembered: Remembered


def ready_page(view: Callable[..., Ready]) -> Callable[..., HttpResponse]:
    """A public view for a page that is the same for everyone; the view gets the query and what the address names."""
    return _public(view, is_personal=False)


def ready_page_for_strangers(view: Callable[..., Ready]) -> Callable[..., HttpResponse]:
    """The same for an address at which those who are signed in see more: they are never answered from memory."""
    return _public(view, is_personal=True)


def _public(view: Callable[..., Ready], *, is_personal: bool) -> Callable[..., HttpResponse]:
    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, **named: Any) -> HttpResponse:
        # Before anything is asked: what changes from here on takes the stamp away.
        present = stamp.read()
        ready = view(request.GET, **named)
        if ready.version is None or settings.DEBUG:
            return ready.make()
        version = hashlib.sha256(repr(ready.version).encode()).hexdigest()[:32]
        address = f"{request.path}?{ready.options}"
        page = shelf.find(address, version)
        body = _body(page) if page else None
        if page is None or body is None:
            made = ready.make()
            page, body = shelf.keep(address, version, made.content, dict(made.headers)), made.content
            if page is None:
                return made
        response = ReadyResponse(body, headers=dict(page.headers))
        response.remembered = Remembered(page, present, ready.until, ready.options, is_personal)
        return response

    return answer


def _body(page: shelf.Page) -> bytes | None:
    try:
        return page.body("identity")
    except OSError:
        return None


def option(query: QueryDict, name: str, known: dict[str, Any] | set[str] | frozenset[str]) -> str:
    """The query's value where it is a known one, else nothing."""
    value = query.get(name, "")
    return value if value in known else ""
