"""Load from this process: whole requests over new connections, as many at once as there are threads."""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

AT_ONCE = 4
"""Connections at a time: enough to keep two workers busy."""

SECONDS = 30.0
"""The longest wait for one answer."""


class Unexpected(Exception):
    """An answer that is not what the measurement is about."""


@dataclass(frozen=True, slots=True)
class Request:
    """Bytes to send, and what the first line and the length of the answer have to be."""

    head: bytes
    status: int
    least: int = 0


def request(path: str, *, status: int = 200, least: int = 0, **headers: str) -> Request:
    """A GET request as a browser sends it."""
    lines = {"Host": "127.0.0.1", "Connection": "close"} | {key.replace("_", "-"): headers[key] for key in headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return Request(f"GET {path} HTTP/1.1\r\n{head}\r\n".encode(), status, least)


def ask(port: int, asked: Request) -> bytes:
    """The whole answer; Unexpected where it is another one."""
    with socket.create_connection(("127.0.0.1", port), timeout=SECONDS) as connection:
        connection.sendall(asked.head)
        parts = []
        while part := connection.recv(262_144):
            parts.append(part)
    answer = b"".join(parts)
    if int(answer[9:12] or 0) != asked.status or len(answer) < asked.least:
        raise Unexpected(answer[:300])
    return answer


def load(port: int, asked: Sequence[Request], times: int) -> float:
    """Send that many requests, going round the given ones; the seconds from the first to the last answer."""
    shares = [list(islice(cycle(asked), start, times, AT_ONCE)) for start in range(AT_ONCE)]
    failed: list[Exception] = []

    def run(share: list[Request]) -> None:
        try:
            for one in share:
                ask(port, one)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(share,)) for share in shares]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]
    return time.perf_counter() - began
