"""A worker as the server runs it: the site behind its memory, asked over the interface that servers use."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponse
from django.test import RequestFactory

from careers.ready.wsgi import ReadyPages


class Worker:
    """One process's memory with the site behind it; what it answers looks like a response."""

    def __init__(self) -> None:
        self.application = ReadyPages(WSGIHandler())

    def get(
        self, path: str, method: str = "GET", host: str = "testserver", prefix: str = "", **headers: str
    ) -> HttpResponse:
        """What the worker answers; `prefix` is where the server says that the site lies."""
        path, _, query = path.partition("?")
        environ = RequestFactory().generic(method, path).environ | {"QUERY_STRING": query, "HTTP_HOST": host}
        environ["SCRIPT_NAME"] = prefix
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        said: list[Any] = []

        def start(status: str, lines: list[tuple[str, str]], exc_info: Any = None) -> None:
            said[:] = [status, lines]

        with one_connection():
            parts = self.application(environ, start)
            content = b"".join(parts)
            if close := getattr(parts, "close", None):
                close()
        response = HttpResponse(content, status=int(said[0].split()[0]), headers=dict(said[1]))
        if not any(name == "Content-Type" for name, _ in said[1]):
            del response["Content-Type"]
        return response


@contextmanager
def one_connection() -> Iterator[None]:
    """Between requests a server drops a connection with an open transaction; in a test it is the test's own."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)
