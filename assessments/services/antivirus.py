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


class Unclear(Exception):
    """The scanner answered, but not with a verdict."""


def scan(content: bytes) -> EvidenceFile.Scan:
    """The scanner's verdict; HELD where it cannot be reached or is not clear, NOT_SCANNED where there is none."""
    if settings.CLAMD is None:
        return Scan.NOT_SCANNED
    try:
        return _verdict(_ask(content))
    except (OSError, Unclear) as error:
        logger.warning("The virus scanner gave no verdict: %s", type(error).__name__)
        return Scan.HELD


def _ask(content: bytes) -> bytes:
    with _connected() as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            part = content[start : start + CHUNK]
            connection.sendall(struct.pack("!I", len(part)) + part)
        connection.sendall(struct.pack("!I", 0))
        return _reply(connection)


def _connected() -> socket.socket:
    if not isinstance(settings.CLAMD, str):
        return socket.create_connection(settings.CLAMD, timeout=TIMEOUT)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connection.settimeout(TIMEOUT)
        connection.connect(settings.CLAMD)
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
