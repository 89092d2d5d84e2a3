"""Change the address of an account: password once more, then a code to the new address."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from tests.accounts import steps

pytestmark = pytest.mark.django_db
EMAIL, CODE_PAGE = "/accounts/email/", "/accounts/confirm-email/"
NEW = "alice.new@example.org"


@pytest.fixture
def browser(client: Client, alice: User) -> Client:
    """Alice has just typed her password once more."""
    client.force_login(alice)
    client.post("/accounts/reauthenticate/", {"password": steps.PASSWORD})
    return client


def ask(client: Client, address: str) -> str:
    return client.post(EMAIL, {"action_add": "1", "email": address}).get("Location", "")


def test_the_new_address_counts_from_its_code_on(browser: Client, alice: User) -> None:
    assert ask(browser, NEW) == CODE_PAGE
    assert mail.outbox[-1].to == [NEW]
    alice.refresh_from_db()
    assert alice.email == "alice@example.org"
    page = browser.post(CODE_PAGE, {"code": steps.code_in_mail()}, follow=True)
    assert f"Your email address is now {NEW}." in steps.text(page)
    alice.refresh_from_db()
    assert alice.email == NEW


def test_afterwards_only_the_new_address_signs_in(browser: Client) -> None:
    ask(browser, NEW)
    browser.post(CODE_PAGE, {"code": steps.code_in_mail()})
    old, new = Client(), Client()
    steps.sign_in(old, "alice@example.org")
    steps.sign_in(new, NEW)
    assert not steps.is_signed_in(old)
    assert steps.is_signed_in(new)


def test_an_old_session_has_to_show_its_password_first(as_alice: Client, alice: User) -> None:
    answer = as_alice.post(EMAIL, {"action_add": "1", "email": NEW})
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert not mail.outbox
    page = as_alice.post("/accounts/reauthenticate/", {"password": "wrong password here"})
    assert '<a href="#id_password">Check the password' in steps.text(page)
    assert steps.title(page).startswith("Error: ")


def test_the_password_once_more_goes_on_where_the_change_stopped(as_alice: Client) -> None:
    as_alice.post(EMAIL, {"action_add": "1", "email": NEW})
    answer = as_alice.post("/accounts/reauthenticate/", {"password": steps.PASSWORD, "next": EMAIL})
    assert answer["Location"] == CODE_PAGE
    assert mail.outbox[-1].to == [NEW]


@pytest.mark.parametrize("address", ["", "no address", "a@b\nBcc: x@example.org", "é" * 300 + "@example.org"])
def test_an_unusable_address_is_an_error_that_keeps_what_was_typed(browser: Client, address: str) -> None:
    page = browser.post(EMAIL, {"action_add": "1", "email": address})
    assert steps.title(page).startswith("Error: ")
    assert '<a href="#id_email">Enter ' in steps.text(page)
    assert not mail.outbox


def test_the_present_address_is_no_change(browser: Client, alice: User) -> None:
    page = browser.post(EMAIL, {"action_add": "1", "email": alice.email})
    assert "Enter another address: this one is yours already" in steps.text(page)


def test_it_can_be_called_off(browser: Client, alice: User) -> None:
    ask(browser, NEW)
    assert f'<a href="{EMAIL}">Cancel</a>' in steps.text(browser.get(CODE_PAGE))
    assert alice.email in steps.text(browser.get(EMAIL))


@pytest.mark.parametrize("action", ["action_remove", "action_primary", "action_send"])
def test_actions_on_an_address_of_somebody_else_do_nothing(browser: Client, charlie: User, action: str) -> None:
    before = list(User.objects.order_by("pk").values_list("email", flat=True))
    assert browser.post(EMAIL, {action: "1", "email": charlie.email}).status_code == 302
    assert list(User.objects.order_by("pk").values_list("email", flat=True)) == before
    assert not mail.outbox
