"""Answers for public pages from memory, ahead of the middleware that they do not need."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from careers.ready import negotiation, stamp
from careers.ready.shelf import Page
from careers.ready.views import ReadyResponse, Remembered

MOST = 50_000
"""Addresses that a worker remembers, some hundred bytes each."""

HEALED_AFTER = 60.0
"""Seconds without a stamp after which a worker makes one: no publication takes that long."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page with all headers that the rest of the site puts on it; `until` in seconds since 1970."""

    page: Page
    headers: dict[str, str]
    until: float
    is_personal: bool


@dataclass(frozen=True, slots=True)
class Memory:
    """What was served under one stamp; threads share it, so it is replaced whole."""

    stamp: str | None
    entries: dict[str, Entry]


class ReadyPages:
    """Remembers the public pages that were served and answers for them while the content's stamp stays the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if settings.DEBUG:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.memory = Memory(None, {})
        self.missing_since: float | None = None

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page from memory where that is allowed, else what the site answers."""
        if entry := self.find(request):
            try:
                return answer(request, entry)
            except OSError:
                pass  # another version has taken its place on disk: make it anew
        response = self.get_response(request)
        if not isinstance(response, ReadyResponse):
            return response
        return self.remember(request, response)

    def find(self, request: HttpRequest) -> Entry | None:
        """The entry for this request, where content is as it was and nothing personal may be asked for."""
        present = stamp.read()
        memory = self.memory
        if present is None or present != memory.stamp:
            self.forget(present)
            return None
        entry = memory.entries.get(address(request))
        if entry is None or entry.until <= time.time() or request.method not in {"GET", "HEAD"}:
            return None
        if entry.is_personal and settings.SESSION_COOKIE_NAME in request.META.get("HTTP_COOKIE", ""):
            return None
        request.get_host()  # refuses a host that is not ours, as the rest of the site does
        return entry

    def forget(self, present: str | None) -> None:
        """Begin anew under the present stamp; where there has been none for long, make one."""
        self.memory = Memory(present, {})
        if present is not None:
            self.missing_since = None
        elif self.missing_since is None:
            self.missing_since = time.monotonic()
        elif time.monotonic() - self.missing_since > HEALED_AFTER:
            stamp.heal()

    def remember(self, request: HttpRequest, response: ReadyResponse) -> HttpResponse:
        """Keep what the site answered, with its headers, and answer from that."""
        known = response.remembered
        entry = Entry(known.page, _headers(response, known), _ends(known), known.is_personal)
        is_whole = request.META.get("QUERY_STRING", "") == known.options
        memory = self.memory
        if is_whole and known.stamp is not None and known.stamp == memory.stamp and len(memory.entries) < MOST:
            memory.entries[address(request)] = entry
        return answer(request, entry)


def address(request: HttpRequest) -> str:
    """What was asked for, as the server passes it on."""
    return f"{request.META.get('PATH_INFO')}?{request.META.get('QUERY_STRING', '')}"


def answer(request: HttpRequest, entry: Entry) -> HttpResponse:
    """The page in the best encoding that the browser reads, or that it has not changed."""
    if negotiation.matches(entry.page.etag, request.META.get("HTTP_IF_NONE_MATCH", "")):
        return HttpResponseNotModified(headers=entry.headers)
    accepted = negotiation.encodings(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    encoding = next(name for name in accepted if name in entry.page.encodings)
    response = HttpResponse(entry.page.body(encoding), headers=entry.headers)
    if encoding != "identity":
        response["Content-Encoding"] = encoding
    return response


def _headers(response: HttpResponse, known: Remembered) -> dict[str, str]:
    own = {
        "ETag": known.page.etag,
        "Cache-Control": "public, no-cache",
        "Vary": "Accept-Encoding, Cookie" if known.is_personal else "Accept-Encoding",
    }
    # Its length depends on the encoding; the server counts it.
    return {name: value for name, value in response.items() if name != "Content-Length"} | own


def _ends(known: Remembered) -> float:
    return known.until.timestamp() if known.until else float("inf")
