"""A bad line between client and server: some connections break, at a moment of four."""

import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import Random

WHOLE, BEFORE, IN_REQUEST, AFTER_REQUEST, IN_ANSWER = "whole", "before", "in request", "after request", "in answer"
MOMENTS = (BEFORE, IN_REQUEST, AFTER_REQUEST, IN_ANSWER)
BROKEN = 0.2
"""The share of connections that break."""


@dataclass(slots=True)
class Line:
    """Hands requests on to a port, and counts how their connections fared."""

    to: int
    chance: Random
    port: int = 0
    fared: Counter[str] = field(default_factory=Counter)

    def serve(self, listener: socket.socket) -> None:
        """Take connections until the listener is closed."""
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            fate = self.chance.choice(MOMENTS) if self.chance.random() < BROKEN else WHOLE
            self.fared[fate] += 1
            threading.Thread(target=self._carry, args=(near, fate), daemon=True).start()

    def _carry(self, near: socket.socket, fate: str) -> None:
        with near, suppress(OSError):
            request = _request(near)
            if fate == BEFORE:
                return
            with socket.create_connection(("127.0.0.1", self.to), timeout=30) as far:
                # What is left of a form may still look like one: the last words of an answer are missing.
                far.sendall(request[: -self.chance.randint(1, 40)] if fate == IN_REQUEST else request)
                if fate in {IN_REQUEST, AFTER_REQUEST}:
                    far.shutdown(socket.SHUT_WR)
                answer = b"".join(iter(lambda: far.recv(65536), b""))
            if fate in {WHOLE, IN_ANSWER}:
                near.sendall(answer[: len(answer) // 2] if fate == IN_ANSWER else answer)


@contextmanager
def bad_line(to: int, chance: Random) -> Iterator[Line]:
    """A line to that port, on a port of its own."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        line = Line(to, chance, listener.getsockname()[1])
        thread = threading.Thread(target=line.serve, args=(listener,), daemon=True)
        thread.start()
        try:
            yield line
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def _request(near: socket.socket) -> bytes:
    """A whole request."""
    found = b""
    while not _is_whole(found):
        part = near.recv(65536)
        if not part:
            raise ConnectionError
        found += part
    return found


def _is_whole(request: bytes) -> bool:
    head, end, body = request.partition(b"\r\n\r\n")
    length = next((line[15:] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), b"0")
    return bool(end) and len(body) >= int(length)
