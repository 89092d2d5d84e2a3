"""Nothing that can be typed or sent into an account form makes the site fail."""

from urllib.parse import quote_from_bytes

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.accounts import steps

pytestmark = pytest.mark.django_db
NASTY = [
    b"\0",
    b"a\0@example.org",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    "🦉@example.org".encode(),
    "д@пример.рф".encode(),
    b"x" * 10_000,
    b"x" * 10_000 + b"@example.org",
    b"a@b\r\nBcc: c@example.org",
    b"<script>alert(1)</script>",
    b"{{ 7 * 7 }}{% debug %}",
    b"' OR 1=1 --",
    "\u202egro.elpmaxe@\u202c".encode(),
]
FORM = "application/x-www-form-urlencoded"
FIELDS = ("email", "password1", "login", "password", "code", "action", "next", "oldpassword", "action_add")
FORMS = (
    "/accounts/signup/",
    "/accounts/login/",
    "/accounts/confirm-email/",
    "/accounts/password/reset/",
    "/accounts/password/reset/confirm/",
    "/accounts/password/reset/complete/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/accounts/email/",
    "/accounts/logout/",
)


def send(client: Client, path: str, values: dict[str, bytes]) -> int:
    cache.clear()
    body = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in values.items())
    return client.post(path, body, content_type=FORM).status_code


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_a_stranger_gets_an_answer(client: Client, path: str, value: bytes) -> None:
    assert send(client, path, dict.fromkeys(FIELDS, value)) < 500


@pytest.mark.parametrize("path", FORMS)
def test_a_user_gets_an_answer(client: Client, alice: User, path: str) -> None:
    for value in NASTY:
        steps.sign_in(client, alice.email)
        assert send(client, path, dict.fromkeys(FIELDS, value)) < 500


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_the_code_pages_answer_while_a_code_is_awaited(client: Client, alice: User, value: bytes) -> None:
    steps.sign_up(client)
    assert send(client, "/accounts/confirm-email/", {"code": value}) == 200
    assert send(client, "/accounts/confirm-email/", {"action": value, "email": value}) == 200
    cache.clear()
    steps.ask_for_reset(client, alice.email)
    assert send(client, "/accounts/password/reset/confirm/", {"code": value}) == 200


@pytest.mark.parametrize("value", [value for value in NASTY if b"\0" not in value and len(value) < 1000])
def test_any_text_may_be_a_password(client: Client, value: bytes) -> None:
    password = value + b" and twelve more"
    assert send(client, "/accounts/signup/", {"email": b"dana@example.org", "password1": password}) == 302
    assert User.objects.get().check_password(password.decode(errors="replace"))


def test_what_was_typed_comes_back_as_text_only(client: Client) -> None:
    page = client.post("/accounts/login/", {"login": '"><script>alert(1)</script>', "password": "x"})
    assert b"<script>alert" not in page.content
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.content.decode()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(FORMS), values=st.dictionaries(st.sampled_from(FIELDS), st.binary(max_size=60)))
def test_no_bytes_make_a_form_fail(client: Client, path: str, values: dict[str, bytes]) -> None:
    assert send(client, path, values) < 500
