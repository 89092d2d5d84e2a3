"""Which machines may be asked: those that the public Internet reaches, whatever a name leads to."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
NAT64 = IPv6Network("64:ff9b::/96")
PORTS = {"http": 80, "https": 443}


class Barred(Exception):
    """An address that is not fetched."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address leads: what to ask which host for, and the machine that was checked."""

    scheme: str
    host: str
    port: int
    target: str
    machine: str


def is_public(address: Address) -> bool:
    """Whether the public Internet reaches the machine; an IPv4 address inside an IPv6 one counts as itself."""
    inner = _inner(address)
    return is_public(inner) if inner else address.is_global and not address.is_multicast and not address.is_reserved


def locate(url: str, is_allowed: Callable[[Address], bool]) -> Place:
    """Where the address leads; Barred where it may not be fetched, OSError where its host has no machine.

    The machine is chosen here, once: whoever asks has to ask this one and no other.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise Barred(str(error)) from error
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None or parts.password is not None:
        raise Barred("not an address of a public page")
    host = _ascii(parts.hostname)
    machines = _machines(host, port)
    # One that may not be asked is reason enough: a name with two machines could lead to either.
    if not all(is_allowed(machine) for machine in machines):
        raise Barred("leads to a machine that is not public")
    target = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}"
    return Place(parts.scheme, host, port, target, str(machines[0]))


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError as error:
        raise Barred("not a host name") from error


def _machines(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    # A scope, as in fe80::1%eth0, is no part of the address.
    return [ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]


def _inner(address: Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
