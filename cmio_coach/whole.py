"""A form whose connection broke before its end still looks like one, with half an answer in it: it is not taken."""

from collections.abc import Callable, Iterable
from typing import Any

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]


class WholeBody:
    """The body of a request; ConnectionError where less comes than was announced."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.readline = stream.readline  # Django wants it to be there; forms are read by size

    def read(self, size: int) -> bytes:
        """So many bytes, which Django never asks for beyond the announced length."""
        part: bytes = self.stream.read(size)
        if len(part) < size:
            raise ConnectionError("The connection ended before the request did")
        return part


def whole_requests(site: Application) -> Application:
    """The site without halves of requests: Django takes a body that it cannot read for one without a proof of origin.

    Servers hand on what came, however much was announced.
    """

    def answer(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["wsgi.input"] = WholeBody(environ["wsgi.input"])
        return site(environ, start_response)

    return answer
