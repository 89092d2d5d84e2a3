"""Answers for public pages from memory, ahead of Django: what it costs to ask the site is paid once a publication."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from careers.ready import negotiation, stamp
from careers.ready.release import release
from careers.ready.shelf import Page
from careers.ready.views import MARK, Taken

MOST = 20_000
"""Addresses that a worker remembers, about a kilobyte each; when there are more it begins anew."""

HEALED_AFTER = 60.0
"""Seconds without a stamp after which a worker makes one: no publication takes that long."""

VARYING = {"content-length", "content-encoding"}
"""Headers that depend on the encoding."""

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page with all headers that the site put on it; `until` in seconds since 1970."""

    page: Page
    headers: Headers
    until: float
    is_for_strangers: bool


@dataclass(frozen=True, slots=True)
class Memory:
    """What was served under one stamp; threads share it, so it is replaced whole."""

    stamp: str | None
    entries: dict[Key, Entry]


class ReadyPages:
    """Remembers the public pages that the site served, and answers for it while the content's stamp stays the same."""

    def __init__(self, site: Application) -> None:
        self.site = site
        # Whoever starts the site may have changed what no publication announced: a restored database, another clock.
        stamp.renew()
        # Before the first request: once another release lies on disk, ours would keep its pages under that one's name.
        release()
        self.memory = Memory(None, {})
        self.missing_since: float | None = None

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """The page from memory where that is allowed, else what the site answers."""
        if entry := self.find(environ):
            try:
                return answer(environ, entry, start_response)
            except OSError:
                pass  # another version has taken its place on disk: let the site find that

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            if status.startswith("200") and (taken := environ.get(MARK)):
                self.remember(environ, taken, headers)
            return start_response(status, headers, exc_info)

        return self.site(environ, start)

    def find(self, environ: Environ) -> Entry | None:
        """The entry for this request, where content is as it was and nothing personal can be asked for."""
        present, memory = stamp.read(), self.memory
        if present is None or present != memory.stamp:
            self.begin(present)
            return None
        entry = memory.entries.get(key(environ))
        if entry is None or entry.until <= time.time() or environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return None
        if entry.is_for_strangers and settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", ""):
            return None
        return entry

    def begin(self, present: str | None) -> None:
        """Begin anew under the present stamp; where there has been none for long, make one."""
        self.memory = Memory(present, {})
        if present is not None:
            self.missing_since = None
        elif self.missing_since is None:
            self.missing_since = time.monotonic()
        elif time.monotonic() - self.missing_since > HEALED_AFTER:
            stamp.heal()

    def remember(self, environ: Environ, taken: Taken, headers: Headers) -> None:
        """Keep what the site answered, unless its address says more than the page knows or content has changed."""
        memory = self.memory
        if environ.get("QUERY_STRING", "") != taken.options or taken.stamp is None or taken.stamp != memory.stamp:
            return
        if any(name.lower() == "set-cookie" for name, _ in headers):
            return  # it takes the cookie of a session that ended away from one reader, and is for nobody else
        if len(memory.entries) >= MOST:
            memory.entries.clear()
        kept = [(name, value) for name, value in headers if name.lower() not in VARYING]
        ends = taken.until.timestamp() if taken.until else float("inf")
        memory.entries[key(environ)] = Entry(taken.page, kept, ends, taken.is_for_strangers)


def key(environ: Environ) -> Key:
    """What the site's answer for strangers depends on: also host (it may be refused), prefix and scheme."""
    return (
        environ.get("SCRIPT_NAME"),
        environ.get("PATH_INFO"),
        environ.get("QUERY_STRING"),
        environ.get("HTTP_HOST"),
        environ.get("wsgi.url_scheme"),
        _forwarded_scheme(environ),
    )


def _forwarded_scheme(environ: Environ) -> str | None:
    """What the proxy said, read as Django reads it: of several proxies the first counts."""
    if not settings.SECURE_PROXY_SSL_HEADER:
        return None
    name, secure = settings.SECURE_PROXY_SSL_HEADER
    return str(environ.get(name, "").partition(",")[0].strip() == secure)


def answer(environ: Environ, entry: Entry, start_response: StartResponse) -> Iterable[bytes]:
    """The page in the best encoding that the browser reads, or that it has not changed."""
    if negotiation.matches(entry.page.etag, environ.get("HTTP_IF_NONE_MATCH", "")):
        headers = [(name, value) for name, value in entry.headers if name != "Content-Type"]
        start_response("304 Not Modified", headers)
        return ()
    encoding = negotiation.best(environ.get("HTTP_ACCEPT_ENCODING", ""), entry.page.encodings)
    body = entry.page.body(encoding)
    headers = [*entry.headers, ("Content-Length", str(len(body)))]
    if encoding != "identity":
        headers.append(("Content-Encoding", encoding))
    start_response("200 OK", headers)
    return () if environ["REQUEST_METHOD"] == "HEAD" else (body,)
