"""Forget, reset and change a password."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from tests.accounts import steps

pytestmark = pytest.mark.django_db
RESET = "/accounts/password/reset/"
CONFIRM, COMPLETE, DONE = f"{RESET}confirm/", f"{RESET}complete/", f"{RESET}done/"
CHANGE = "/accounts/password/change/"


def test_a_code_replaces_a_forgotten_password(client: Client, alice: User) -> None:
    assert steps.ask_for_reset(client, alice.email)["Location"] == CONFIRM
    assert client.post(CONFIRM, {"code": steps.code_in_mail()})["Location"] == COMPLETE
    assert client.post(COMPLETE, {"password1": steps.NEW_PASSWORD})["Location"] == DONE
    assert "Your password is changed" in steps.text(client.get(DONE))
    steps.sign_in(client, alice.email, steps.NEW_PASSWORD)
    assert steps.is_signed_in(client)


def test_the_mail_with_the_code_says_that_nothing_changed_yet(client: Client, alice: User) -> None:
    steps.ask_for_reset(client, alice.email)
    (message,) = mail.outbox
    assert message.to == [alice.email]
    assert "your password stays as it is" in message.body


def test_the_old_password_and_old_sessions_end_with_the_reset(client: Client, alice: User) -> None:
    elsewhere = Client()
    steps.sign_in(elsewhere, alice.email)
    steps.ask_for_reset(client, alice.email)
    client.post(CONFIRM, {"code": steps.code_in_mail()})
    client.post(COMPLETE, {"password1": steps.NEW_PASSWORD})
    assert not steps.is_signed_in(elsewhere)
    steps.sign_in(client, alice.email)
    assert not steps.is_signed_in(client)


def test_a_new_password_needs_the_code_first(client: Client, alice: User) -> None:
    assert client.post(COMPLETE, {"password1": steps.NEW_PASSWORD})["Location"] == RESET
    steps.ask_for_reset(client, alice.email)
    assert client.post(COMPLETE, {"password1": steps.NEW_PASSWORD})["Location"] == CONFIRM
    alice.refresh_from_db()
    assert alice.check_password(steps.PASSWORD)


def test_three_wrong_codes_end_the_reset(client: Client, alice: User) -> None:
    steps.ask_for_reset(client, alice.email)
    code = steps.code_in_mail()
    for _ in range(3):
        client.post(CONFIRM, {"code": "AAAA-AAAA"})
    assert client.post(CONFIRM, {"code": code})["Location"] == "/accounts/login/"


def test_the_code_of_somebody_else_does_not_fit(alice: User, charlie: User) -> None:
    of_charlie, of_alice = Client(), Client()
    steps.ask_for_reset(of_charlie, charlie.email)
    code = steps.code_in_mail()
    steps.ask_for_reset(of_alice, alice.email)
    assert "Check the code" in steps.text(of_alice.post(CONFIRM, {"code": code}))


def test_a_weak_new_password_is_an_error(client: Client, alice: User) -> None:
    steps.ask_for_reset(client, alice.email)
    client.post(CONFIRM, {"code": steps.code_in_mail()})
    page = client.post(COMPLETE, {"password1": "short"})
    assert steps.title(page) == "Error: Choose a new password – CMIO Coach"
    assert '<a href="#id_password1">' in steps.text(page)


def test_changing_the_password_keeps_this_browser_and_ends_the_others(alice: User) -> None:
    here, elsewhere = Client(), Client()
    steps.sign_in(here, alice.email)
    steps.sign_in(elsewhere, alice.email)
    answer = here.post(CHANGE, {"oldpassword": steps.PASSWORD, "password1": steps.NEW_PASSWORD})
    assert answer.status_code == 302
    assert steps.is_signed_in(here)
    assert not steps.is_signed_in(elsewhere)


def test_changing_the_password_needs_the_present_one(as_alice: Client, alice: User) -> None:
    page = as_alice.post(CHANGE, {"oldpassword": "wrong password here", "password1": steps.NEW_PASSWORD})
    assert '<a href="#id_oldpassword">Enter the password that you use now</a>' in steps.text(page)
    alice.refresh_from_db()
    assert alice.check_password(steps.PASSWORD)


def test_an_account_without_a_password_can_choose_its_first(as_alice: Client, alice: User) -> None:
    assert as_alice.get("/accounts/password/set/")["Location"] == CHANGE
    alice.set_unusable_password()
    alice.save()
    as_alice.force_login(alice)
    assert as_alice.get(CHANGE)["Location"] == "/accounts/password/set/"
    assert "Choose a password" in steps.text(as_alice.get("/accounts/password/set/"))
    as_alice.post("/accounts/password/set/", {"password1": steps.NEW_PASSWORD})
    alice.refresh_from_db()
    assert alice.check_password(steps.NEW_PASSWORD)
