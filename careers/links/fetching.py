"""Asks for one address as a polite stranger: every hop is checked before it is taken, and nothing takes long."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ssl import SSLContext
from threading import Event, Timer
from urllib.parse import quote, urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import create_urllib3_context

from careers.links.addresses import Address, Barred, Place, is_public, locate
from careers.models import LinkCheck

Outcome = LinkCheck.Outcome
PERMANENT, TEMPORARY = {301, 308}, {302, 303, 307}
FOR_PEOPLE = {401, 403, 405, 406, 418, 429, 451, 999}
"""Answers of sites that turn programs away; they say nothing about the page."""

HOPS = 5
STEP_SECONDS, WHOLE_SECONDS = 10.0, 30.0
UNENCODED = "!#$%&'()*+,/:;=?@[]~"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """What was found at an address; `moved_to` is where it leads for good."""

    outcome: str
    status: int | None = None
    moved_to: str = ""


class Fetcher:
    """Fetches addresses of machines that are allowed; times are in seconds."""

    def __init__(
        self,
        agent: str,
        is_allowed: Callable[[Address], bool] = is_public,
        step: float = STEP_SECONDS,
        whole: float = WHOLE_SECONDS,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self.agent, self.is_allowed, self.step, self.whole, self.seconds = agent, is_allowed, step, whole, seconds

    def check(self, url: str) -> Found:
        """What is found there, after at most five redirects; never an error."""
        end = self.seconds() + self.whole
        here, home, is_settled = url, url, False
        try:
            for _ in range(HOPS + 1):
                status, there = self._ask(here, end)
                if there is None:
                    return _found(status, home if home != url else "")
                here = urljoin(here, there)
                is_settled = is_settled or status in TEMPORARY
                home = home if is_settled else here
            return Found(Outcome.BROKEN, status)
        except Barred:
            return Found(Outcome.BARRED)
        except (HTTPError, OSError, ValueError):
            return Found(Outcome.SILENT)

    def _ask(self, url: str, end: float) -> tuple[int, str | None]:
        """The status, and where it leads on; what HEAD does not answer well is asked for with GET."""
        place = locate(url, self.is_allowed)
        status, there = self._request("HEAD", place, end)
        if there is None and not 200 <= status < 300:
            status, there = self._request("GET", place, end)
        return status, there

    def _request(self, method: str, place: Place, end: float) -> tuple[int, str | None]:
        left = end - self.seconds()
        if left <= 0:
            raise TimeoutError
        connection = self._connection(place, min(self.step, left))
        try:
            with _ended_after(connection, left):
                connection.request(method, quote(place.target, safe=UNENCODED), headers=self._headers(place))
                # The status is all that is wanted: of a body nothing is read, however long it is.
                answer = connection.getresponse()
                leads_on = answer.status in PERMANENT | TEMPORARY
                return answer.status, answer.headers.get("Location") if leads_on else None
        finally:
            connection.close()

    def _connection(self, place: Place, timeout: float) -> HTTPConnection:
        if place.scheme == "http":
            return HTTPConnection(place.machine, place.port, timeout=timeout)
        # To the machine that was checked, under the name that its certificate has to be for.
        return HTTPSConnection(
            place.machine,
            place.port,
            timeout=timeout,
            server_hostname=place.host,
            assert_hostname=place.host,
            ssl_context=_context(),
            cert_reqs="CERT_REQUIRED",
        )

    def _headers(self, place: Place) -> dict[str, str]:
        host = f"[{place.host}]" if ":" in place.host else place.host
        usual = {"http": 80, "https": 443}[place.scheme]
        return {
            "Host": host if place.port == usual else f"{host}:{place.port}",
            "User-Agent": self.agent,
            "Accept": "text/html,application/pdf;q=0.9,*/*;q=0.5",
        }


def _context() -> SSLContext:
    context = create_urllib3_context()
    context.load_default_certs()
    return context


def _found(status: int, moved_to: str) -> Found:
    if 200 <= status < 300:
        is_usable = moved_to and len(moved_to) <= LONGEST
        return Found(Outcome.MOVED, status, moved_to) if is_usable else Found(Outcome.FINE, status)
    return Found(Outcome.REFUSED if status in FOR_PEOPLE else Outcome.BROKEN, status)


@contextmanager
def _ended_after(connection: HTTPConnection, seconds: float) -> Iterator[None]:
    """Hang up after that time: a server that sends a byte now and then would never run into a timeout of reading."""
    is_over = Event()

    def hang_up() -> None:
        is_over.set()
        with suppress(OSError, AttributeError):
            connection.sock.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
    if is_over.is_set():
        raise TimeoutError
