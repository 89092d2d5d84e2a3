"""Create an account: address, password, code."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.accounts import steps

pytestmark = pytest.mark.django_db
CODE_PAGE = "/accounts/confirm-email/"


def test_it_asks_for_the_code_and_then_opens_the_site(client: Client) -> None:
    assert steps.sign_up(client)["Location"] == CODE_PAGE
    assert not steps.is_signed_in(client)
    answer = client.post(CODE_PAGE, {"code": steps.code_in_mail()})
    assert answer["Location"] == "/"
    assert steps.is_signed_in(client)
    assert User.objects.get(email=steps.ADDRESS).check_password(steps.PASSWORD)


def test_the_code_page_says_where_the_code_is_and_how_long_it_works(client: Client) -> None:
    steps.sign_up(client)
    page = steps.text(client.get(CODE_PAGE))
    assert f"We sent an email to {steps.ADDRESS}" in page
    assert "works for 10 minutes" in page
    assert 'autocomplete="one-time-code"' in page


def test_the_mail_says_in_plain_words_what_to_do(client: Client) -> None:
    steps.sign_up(client)
    (message,) = mail.outbox
    assert message.to == [steps.ADDRESS]
    assert message.subject == "Your CMIO Coach code"
    assert "within 10 minutes" in message.body
    assert "testserver" not in message.body
    assert "If it was not you, do nothing" in message.body


def test_small_letters_and_no_dash_are_the_same_code(client: Client) -> None:
    steps.sign_up(client)
    client.post(CODE_PAGE, {"code": steps.code_in_mail().lower().replace("-", "")})
    assert steps.is_signed_in(client)


def test_a_wrong_code_is_an_error_that_keeps_what_was_typed(client: Client) -> None:
    steps.sign_up(client)
    page = client.post(CODE_PAGE, {"code": "AAAA-AAAA"})
    assert steps.title(page).startswith("Error: ")
    assert 'value="AAAA-AAAA"' in steps.text(page)
    assert '<a href="#id_code">Check the code' in steps.text(page)


def test_three_wrong_codes_start_over(client: Client) -> None:
    steps.sign_up(client)
    code = steps.code_in_mail()
    for _ in range(2):
        client.post(CODE_PAGE, {"code": "AAAA-AAAA"})
    assert client.post(CODE_PAGE, {"code": "AAAA-AAAA"})["Location"] == "/accounts/login/"
    client.post(CODE_PAGE, {"code": code})
    assert not steps.is_signed_in(client)


def test_a_code_works_once(client: Client) -> None:
    steps.sign_up(client)
    code = steps.code_in_mail()
    client.post(CODE_PAGE, {"code": code})
    other = Client()
    assert other.post(CODE_PAGE, {"code": code})["Location"] == "/accounts/login/"
    assert not steps.is_signed_in(other)


def test_another_code_can_be_sent_and_replaces_the_first(client: Client) -> None:
    steps.sign_up(client)
    first = steps.code_in_mail()
    cache.clear()
    client.post(CODE_PAGE, {"action": "resend"})
    assert len(mail.outbox) == 2
    assert steps.code_in_mail() != first
    client.post(CODE_PAGE, {"code": steps.code_in_mail()})
    assert steps.is_signed_in(client)


def test_another_code_takes_a_little_patience(client: Client) -> None:
    steps.sign_up(client)
    page = client.post(CODE_PAGE, {"action": "resend"})
    assert page.status_code == 429
    assert "Too many tries in a short time" in steps.text(page)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("taken", [False, True])
def test_a_mistyped_address_can_be_given_up(client: Client, alice: User, taken: bool) -> None:
    steps.sign_up(client, alice.email if taken else "dana@exmaple.org")
    assert "Start again with another address" in steps.text(client.get(CODE_PAGE))
    answer = client.post("/accounts/logout/", {"next": "/accounts/signup/"})
    assert client.get(answer["Location"]).status_code == 200
    steps.sign_up(client)
    client.post(CODE_PAGE, {"code": steps.code_in_mail()})
    assert steps.is_signed_in(client)


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("elevenchars", "It must contain at least 12 characters"),
        ("", "Enter a password of 12 characters or more"),
        ("qwerty123456", "too common"),
        ("dana@example.org", "too similar"),
    ],
)
def test_it_refuses_a_weak_password_and_keeps_the_address(client: Client, password: str, message: str) -> None:
    page = steps.sign_up(client, password=password)
    assert message in steps.text(page)
    assert f'value="{steps.ADDRESS}"' in steps.text(page)
    assert password == "" or f'value="{password}"' not in steps.text(page).replace(f'value="{steps.ADDRESS}"', "")
    assert not User.objects.exists()


@pytest.mark.parametrize("password", ["twelve chars", "🦉🦉🦉🦉🦉🦉🦉🦉🦉🦉🦉🦉", " leading and trailing ", "x y" * 60])
def test_it_takes_any_long_password_as_it_is(client: Client, password: str) -> None:
    steps.sign_up(client, password=password)
    assert User.objects.get().check_password(password)


def test_password_managers_are_welcome(client: Client) -> None:
    page = steps.text(client.get("/accounts/signup/"))
    assert 'autocomplete="new-password"' in page
    assert 'autocomplete="email"' in page
    assert "12 characters or more" in page
    assert "onpaste" not in page


def test_it_goes_on_to_the_page_that_was_asked_for(client: Client) -> None:
    client.post("/accounts/signup/", {"email": steps.ADDRESS, "password1": steps.PASSWORD, "next": "/plans/"})
    assert client.post(CODE_PAGE, {"code": steps.code_in_mail()})["Location"] == "/plans/"
