"""The load is whole requests, and an answer that is not the expected one ends the measurement."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from benchmarks.load import Unexpected, ask, load, request


class Handler(BaseHTTPRequestHandler):
    """Answers with what it was asked for, and counts."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer."""
        self.asked.append(self.path)
        missing = self.path == "/missing"
        self.send_response(404 if missing else 200)
        self.end_headers()
        self.wfile.write(self.headers.get("If-None-Match", "whole").encode())

    def log_message(self, *arguments: object) -> None:
        """Stay quiet."""


@pytest.fixture
def port() -> Iterator[int]:
    Handler.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def test_every_request_is_sent_in_turn(port: int) -> None:
    assert load(port, [request("/a"), request("/b")], 10) > 0
    assert sorted(Handler.asked) == ["/a"] * 5 + ["/b"] * 5


def test_headers_are_sent_under_their_names(port: int) -> None:
    assert ask(port, request("/", If_None_Match="tag")).endswith(b"tag")


@pytest.mark.parametrize("asked", [request("/missing"), request("/", status=304), request("/", least=10_000)])
def test_another_answer_than_expected_is_no_measurement(port: int, asked: object) -> None:
    with pytest.raises(Unexpected):
        load(port, [asked], 4)  # type: ignore[list-item]
