"""What every response carries, and which requests no page has to look at."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from cmio_coach.middleware import (
    LARGEST_FORM,
    browser_policies,
    forms_of_one_size,
    no_body_for_head,
    refuse_impossible_text,
)
from tests.policy import HEADER

WANTED = {
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def answer(request: HttpRequest) -> HttpResponse:
    """A view that is content with anything."""
    return HttpResponse("fine")


def test_a_view_may_set_a_policy_of_its_own() -> None:
    def own(request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})

    response = browser_policies(own)(RequestFactory().get("/"))
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response["Permissions-Policy"] == WANTED["Permissions-Policy"]


@pytest.mark.parametrize(
    "path", ["/healthz", "/nowhere/", "/profile/", "/accounts/login/", "/admin/login/", "/healthz?a=%00"]
)
@pytest.mark.django_db
def test_every_kind_of_answer_carries_the_headers(client: Client, path: str) -> None:
    response = client.get(path)
    assert {name: response.get(name) for name in WANTED} == WANTED
    assert set(response["Content-Security-Policy"].split("; ")) == HEADER


@pytest.mark.parametrize(
    "address", ["/a\0b", "/?q=%00", "/?q=fine&%00=1&r=a%00", "/careers/?kind=%00", "/careers/x/?q=%00"]
)
def test_a_nul_in_the_address_is_a_bad_request(address: str) -> None:
    path, _, query = address.partition("?")
    request = RequestFactory().get("/", query_params=None, QUERY_STRING=query)
    request.path = path
    assert refuse_impossible_text(answer)(request).status_code == 400


@pytest.mark.django_db
def test_a_nul_in_the_session_cookie_is_a_bad_request(client: Client) -> None:
    # Browsers and scripts may write it as an escape in plain ASCII.
    response = client.get("/", headers={"cookie": r'sessionid="aaaaaaaa\000bbbbbbbb"'})
    assert response.status_code == 400


@pytest.mark.parametrize("address", ["/?q=%E2%9C%93", "/careers/?q=a%00b"])
def test_other_requests_pass(address: str) -> None:
    assert refuse_impossible_text(answer)(RequestFactory().get(address)).content == b"fine"


@pytest.mark.parametrize(("method", "body"), [("GET", b"fine"), ("HEAD", b"")])
def test_only_the_answer_to_head_has_no_body_and_both_have_its_length(method: str, body: bytes) -> None:
    response = no_body_for_head(answer)(RequestFactory().generic(method, "/"))
    assert response.content == body
    assert response.headers.get("Content-Length", "4") == "4"


@pytest.mark.django_db
def test_what_a_person_sees_is_kept_out_of_every_cache(as_alice: Client) -> None:
    cache_control = as_alice.get("/assessments/")["Cache-Control"]
    assert "no-store" in cache_control
    assert "private" in cache_control


@pytest.mark.django_db
def test_a_stranger_may_cache_what_is_the_same_for_all(client: Client) -> None:
    assert "no-store" not in client.get("/healthz").get("Cache-Control", "")


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("path", ["/accounts/login/", "/careers/", "/nowhere/"])
@pytest.mark.django_db
def test_a_form_larger_than_any_of_ours_is_a_bad_request(client: Client, path: str) -> None:
    fits, larger = (b"a=" + b"x" * (LARGEST_FORM - 2 + more) for more in (0, 1))
    assert client.post(path, fits, FORM).status_code != 400
    assert client.post(path, larger, FORM).status_code == 400
    assert client.post(path, larger, "text/plain").status_code == 400


@pytest.mark.parametrize("length", ["", "x", "-1", "²", "9" * 99])
def test_a_length_that_is_no_number_is_none(length: str) -> None:
    request = RequestFactory().get("/", CONTENT_LENGTH=length)
    assert forms_of_one_size(answer)(request).status_code == 200
