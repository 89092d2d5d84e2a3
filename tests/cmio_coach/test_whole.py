"""Half a request is none, whichever way its form is written."""

import io
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, UnreadablePostError
from django.test import RequestFactory

from cmio_coach.whole import whole_requests

FIELDS = {"level": "3", "evidence": "Led the order-set clean-up"}
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=BoUnDaRyStRiNg")


def arrived(content_type: str, missing: int, *, is_guarded: bool = True) -> HttpRequest:
    """The request as the site gets it when so many bytes at the end are missing."""
    factory, seen = RequestFactory(), list[HttpRequest]()
    whole = "level=3&evidence=Led the order-set clean-up" if "urlencoded" in content_type else FIELDS
    sent = factory.post("/", whole, content_type=content_type) if isinstance(whole, str) else factory.post("/", whole)
    body = sent.body
    environ: dict[str, Any] = sent.environ | {"wsgi.input": io.BytesIO(body[: len(body) - missing])}

    def site(environ: dict[str, Any], _start: Any) -> tuple[bytes, ...]:
        seen.append(WSGIRequest(environ))
        return ()

    (whole_requests(site) if is_guarded else site)(environ, None)  # type: ignore[arg-type]
    return seen[0]


@pytest.mark.parametrize("content_type", FORMS)
def test_a_whole_form_is_read(content_type: str) -> None:
    assert arrived(content_type, 0).POST.dict() == FIELDS


@pytest.mark.parametrize("content_type", FORMS)
@pytest.mark.parametrize("missing", [1, 3, 30])
def test_half_a_form_cannot_be_read(content_type: str, missing: int) -> None:
    with pytest.raises(UnreadablePostError):
        _ = arrived(content_type, missing).POST


def test_without_the_guard_half_an_answer_would_be_taken_for_a_whole_one() -> None:
    assert arrived(FORMS[0], 9, is_guarded=False).POST["evidence"] == "Led the order-set"
