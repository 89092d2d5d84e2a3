"""One request over a connection of its own: a whole answer, or nothing known."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

PATIENCE = 10.0
"""Seconds after which nobody waits any longer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that came back whole."""

    status: int
    location: str
    body: str


@dataclass(frozen=True, slots=True)
class Door:
    """Where a client knocks, and the cookies by which it is known there."""

    port: int
    session: str
    token: str

    def get(self, path: str) -> bytes:
        """The bytes that ask for a page."""
        return self._head("GET", path, {})

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> bytes:
        """The bytes that send a form."""
        body = urlencode({"csrfmiddlewaretoken": self.token} | dict(fields)).encode()
        form = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
        return self._head("POST", path, form | {name.replace("_", "-"): text for name, text in headers.items()}) + body

    def ask(self, request: bytes) -> Reply | None:
        """The whole answer to these bytes; none where the connection ended before, so that the outcome is unknown."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
                connection.sendall(request)
                return read(b"".join(iter(lambda: connection.recv(65536), b"")))
        except OSError:
            return None

    def _head(self, method: str, path: str, more: Mapping[str, str]) -> bytes:
        cookies = f"sessionid={self.session}; csrftoken={self.token}"
        lines = {"Host": "127.0.0.1", "Connection": "close", "Cookie": cookies} | dict(more)
        head = "".join(f"{name}: {text}\r\n" for name, text in lines.items())
        return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode()


def read(answer: bytes) -> Reply | None:
    """The answer, none where a part is missing."""
    head, end, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines)}
    if not end or len(body) != int(headers.get("content-length", -1)):
        return None
    return Reply(int(first.split()[1]), headers.get("location", ""), body.decode())
