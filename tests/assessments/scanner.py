"""A virus scanner of our own that speaks clamd's protocol, byte by byte, and can be as unkind as a real one."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""The text that every scanner takes for a virus, in two parts so that this file is not taken for one."""


@dataclass
class Scanner:
    """Where it listens, what it was sent, and what it answers instead of a verdict."""

    address: tuple[str, int] | str = ""
    seen: list[bytes] = field(default_factory=list)
    answer: bytes | None = None

    def serve(self, listener: socket.socket) -> None:
        """Answer one connection after the other until the listener is closed."""
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.sendall(self._reply(connection))

    def _reply(self, connection: socket.socket) -> bytes:
        if _read(connection, 10) != b"zINSTREAM\0":
            return b"UNKNOWN COMMAND\0"
        content = b""
        while size := struct.unpack("!I", _read(connection, 4))[0]:
            content += _read(connection, size)
        self.seen.append(content)
        if self.answer is not None:
            return self.answer
        return b"stream: Win.Test.EICAR_HDB-1 FOUND\0" if EICAR in content else b"stream: OK\0"


@contextmanager
def running(path: str = "") -> Iterator[Scanner]:
    """A scanner on a port of this machine, or on the socket of that path."""
    listener = socket.socket(socket.AF_UNIX if path else socket.AF_INET)
    listener.bind(path or ("127.0.0.1", 0))
    listener.listen()
    scanner = Scanner(path or listener.getsockname())
    thread = threading.Thread(target=scanner.serve, args=(listener,), daemon=True)
    thread.start()
    try:
        yield scanner
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def _read(connection: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = connection.recv(size - len(found))
        if not part:
            raise ConnectionError
        found += part
    return found
