"""Asks clamd whether a file is clean, in the protocol that clamd speaks (INSTREAM)."""

import logging
import socket
import struct

from django.conf import settings

from assessments.models import EvidenceFile

logger = logging.getLogger(__name__)
TIMEOUT = 10.0
"""Seconds that connecting, and each part of the exchange, may take."""

CHUNK = 64 * 1024
LONGEST_REPLY = 1024
Scan = EvidenceFile.Scan
Address = tuple[str, int] | str
"""Host and port, or the path of a socket."""


class Unclear(Exception):
    """The scanner answered, but not with a verdict."""


def scan(content: bytes) -> EvidenceFile.Scan:
    """The scanner's verdict; HELD where it cannot be reached or is not clear, NOT_SCANNED where there is none."""
    address: Address | None = settings.CLAMD
    if address is None:
        return Scan.NOT_SCANNED
    try:
        return _verdict(_ask(address, content))
    except (OSError, Unclear) as error:
        logger.warning("The virus scanner gave no verdict: %s", type(error).__name__)
        return Scan.HELD


def _ask(address: Address, content: bytes) -> bytes:
    with _connected(address) as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            part = content[start : start + CHUNK]
            connection.sendall(struct.pack("!I", len(part)) + part)
        connection.sendall(struct.pack("!I", 0))
        return _reply(connection)


def _connected(address: Address) -> socket.socket:
    if not isinstance(address, str):
        return socket.create_connection(address, timeout=TIMEOUT)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(TIMEOUT)
        connection.connect(address)
    except OSError:
        connection.close()
        raise
    return connection


def _reply(connection: socket.socket) -> bytes:
    reply = b""
    while not reply.endswith(b"\0") and len(reply) < LONGEST_REPLY:
        part = connection.recv(LONGEST_REPLY)
        if not part:
            break
        reply += part
    return reply


def _verdict(reply: bytes) -> EvidenceFile.Scan:
    if reply == b"stream: OK\0":
        return Scan.CLEAN
    if reply.startswith(b"stream: ") and reply.endswith(b" FOUND\0"):
        return Scan.FOUND
    raise Unclear
