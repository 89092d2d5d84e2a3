"""A site of our own on a real socket, with the pages that a link checker meets."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from careers.links.addresses import Address
from careers.links.fetching import Fetcher

STEP, WHOLE = 0.4, 0.9
"""Seconds that a fetcher of tests waits for one answer, and for all of them."""


class Site(ThreadingHTTPServer):
    """What it was asked for, and where it is."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Page)
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []

    def url(self, path: str) -> str:
        """The address of one of its pages."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up on it is no mistake."""


class _Page(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self._answer()

    def do_GET(self) -> None:
        """Answer."""
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path))
        self.server.headers.append(dict(self.headers))
        kind, _, rest = self.path.lstrip("/").partition("/")
        if kind.isdecimal():
            self._status(int(kind), rest)
        else:
            {"slow": self._slow, "drip": self._drip, "hangs-up": self._hang_up, "huge": self._huge}[kind]()

    def _status(self, status: int, rest: str) -> None:
        """`/301/somewhere` leads there, `/301/!http://…` anywhere; `/405/200` answers HEAD with the first."""
        if 300 <= status < 400:
            self.send_response(status)
            self.send_header("Location", rest[1:] if rest.startswith("!") else f"/{rest}")
        else:
            self.send_response(int(rest) if rest and self.command == "GET" else status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _slow(self) -> None:
        time.sleep(2 * STEP)

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for _ in range(40):
            self.wfile.write(b"X")
            time.sleep(STEP / 4)

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.close()

    def _huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def site() -> Iterator[Site]:
    """The site while it is needed."""
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def is_here(address: Address) -> bool:
    """This machine, which no fetcher of the site itself may ask."""
    return address == ip_address("127.0.0.1")


def fetcher() -> Fetcher:
    """A fetcher without patience that may ask this machine."""
    return Fetcher("a test", is_here, STEP, WHOLE)
