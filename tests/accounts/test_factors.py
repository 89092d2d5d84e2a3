"""An authenticator app beside the password: set up, asked for, lost, removed; its owner is told of each change."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests import markup
from tests.accounts import steps
from tests.accounts.factors import AGAIN, APP, APP_OFF, CODES, INDEX, NEW_CODES, STEP, freshly_in, key_on
from tests.careers.admin.conftest import KEY, code_now, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh(alice: User) -> Client:
    """A browser in which Alice has just typed her password again."""
    return freshly_in(alice)


@pytest.fixture
def stepped(alice: User) -> Client:
    """A browser in which Alice has typed her password and owes the code."""
    with_app(alice)
    client = Client()
    assert steps.sign_in(client, alice.email)["Location"] == STEP
    return client


def set_up(client: Client) -> str:
    """Set up an app; its key."""
    key = key_on(markup.read(client.get(APP)))
    assert client.post(APP, {"code": code_now(key)})["Location"] == CODES
    return key


def codes(client: Client) -> list[str]:
    return [row.text for row in markup.read(client.get(CODES)).one("ul", class_="codes").all("li")]


def committed(callbacks: list[Callable[[], Any]]) -> None:
    """Do what waits for the end of a transaction, while the request goes on."""
    with request_context(RequestFactory().get("/")):
        for callback in callbacks:
            callback()


def kinds(user: User) -> list[str]:
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))


def test_setting_up_asks_for_the_password_first(as_alice: Client) -> None:
    assert as_alice.get(APP)["Location"].startswith("/accounts/reauthenticate/?next=")
    assert as_alice.post(APP, {"code": "1"})["Location"].startswith("/accounts/reauthenticate/?next=")


def test_the_page_shows_picture_key_and_link_of_the_same_secret(fresh: Client) -> None:
    page = markup.read(fresh.get(APP))
    key = key_on(page)
    assert len(key) == 32
    link = next(link["href"] for link in page.all("a") if link["href"].startswith("otpauth:"))
    assert link == f"otpauth://totp/alice%40example.org?secret={key}&issuer=CMIO%20Coach"
    assert page.one("svg", class_="qr").one("path")["d"].count("M") > 200


def test_an_app_is_set_up_and_its_owner_told(
    fresh: Client, alice: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        set_up(fresh)
    committed(callbacks)
    assert kinds(alice) == ["recovery_codes", "totp"]
    message = mail.outbox[-1]
    assert (message.to, message.subject) == ([alice.email], "An authenticator app was set up for CMIO Coach")
    assert "From: 127.0.0.1" in message.body
    assert "choose a new password at once" in message.body
    assert "Remove authenticator app" in markup.read(fresh.get(INDEX)).text


def test_a_wrong_first_code_keeps_the_key_and_sets_nothing_up(fresh: Client, alice: User) -> None:
    key = key_on(markup.read(fresh.get(APP)))
    page = fresh.post(APP, {"code": "000000"})
    assert key_on(markup.read(page)) == key
    assert steps.title(page).startswith("Error: ")
    assert "it is not the one that your app shows now" in steps.text(page)
    assert kinds(alice) == []


@pytest.mark.parametrize("code", ["", "1" * 5000, "\0", "①②③④⑤⑥", " "])
def test_what_is_no_code_is_refused(fresh: Client, alice: User, code: str) -> None:
    fresh.get(APP)
    assert fresh.post(APP, {"code": code}).status_code == 200
    assert kinds(alice) == []


def test_the_same_form_twice_sets_up_one(fresh: Client, alice: User) -> None:
    key = set_up(fresh)
    assert fresh.post(APP, {"code": code_now(key)})["Location"] == APP_OFF
    assert kinds(alice) == ["recovery_codes", "totp"]


def test_signing_in_asks_for_the_code_and_then_leads_on(alice: User) -> None:
    with_app(alice)
    client = Client()
    assert steps.sign_in(client, alice.email, to="/plans/")["Location"] == STEP
    assert not steps.is_signed_in(client)
    assert client.post(STEP, {"code": code_now()})["Location"] == "/plans/"
    assert steps.is_signed_in(client)


def test_the_step_says_what_it_wants_and_a_wrong_code_stays_there(stepped: Client) -> None:
    page = markup.read(stepped.get(STEP))
    assert page.one("h1").text == "Enter the code from your app"
    assert page.one("input", name="code")["autocomplete"] == "one-time-code"
    wrong = stepped.post(STEP, {"code": "000000"})
    assert steps.title(wrong) == "Error: Show your second factor – CMIO Coach"
    assert not steps.is_signed_in(stepped)


def test_spaces_in_a_code_are_fine(stepped: Client) -> None:
    code = code_now()
    stepped.post(STEP, {"code": f" {code[:3]} {code[3:]} "})
    assert steps.is_signed_in(stepped)


@pytest.mark.parametrize(("ago", "fits"), [(1, True), (3, False)])
def test_a_code_that_changed_while_it_was_typed_still_fits(stepped: Client, ago: int, fits: bool) -> None:
    stepped.post(STEP, {"code": code_now(ago=ago)})
    assert steps.is_signed_in(stepped) is fits


def test_a_code_works_once(stepped: Client, alice: User) -> None:
    code = code_now()
    stepped.post(STEP, {"code": code})
    other = Client()
    steps.sign_in(other, alice.email)
    # What allauth keeps of it is gone before the code is.
    cache.delete(f"allauth.mfa.totp.used?user={alice.pk}&code={code}")
    assert "Each code works once" in steps.text(other.post(STEP, {"code": f"{code[:3]} {code[3:]}"}))
    assert not steps.is_signed_in(other)


def test_five_misses_pause_the_account(stepped: Client) -> None:
    for _ in range(5):
        stepped.post(STEP, {"code": "000000"})
    assert "Too many tries in a short time" in steps.text(stepped.post(STEP, {"code": code_now()}))
    assert not steps.is_signed_in(stepped)


def test_a_lost_device_is_replaced_by_a_recovery_code_once(fresh: Client, alice: User) -> None:
    set_up(fresh)
    first, *others = codes(fresh)
    assert len(others) == 9
    for opens in (True, False):
        client = Client()
        steps.sign_in(client, alice.email)
        client.post(STEP, {"code": first})
        assert steps.is_signed_in(client) is opens
    assert "9 of 10 left" in markup.read(fresh.get(INDEX)).text


def test_recovery_codes_can_be_taken_along_as_a_file(fresh: Client) -> None:
    set_up(fresh)
    answer = fresh.get(f"{CODES}download/")
    assert answer.content.decode().split() == codes(fresh)
    assert answer["Content-Disposition"] == 'attachment; filename="cmio-coach-recovery-codes.txt"'
    assert "no-store" in answer["Cache-Control"]


def test_new_codes_end_the_former_ones(
    fresh: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    set_up(fresh)
    before = codes(fresh)
    with django_capture_on_commit_callbacks() as callbacks:
        assert fresh.post(NEW_CODES)["Location"] == CODES
    committed(callbacks)
    assert set(codes(fresh)).isdisjoint(before)
    assert mail.outbox[-1].subject == "New recovery codes for CMIO Coach"


def test_codes_are_shown_to_nobody_who_has_not_just_shown_who_they_are(as_alice: Client, alice: User) -> None:
    with_app(alice)
    for path in (CODES, f"{CODES}download/", NEW_CODES, APP_OFF):
        assert as_alice.get(path)["Location"].startswith(AGAIN), path


def test_a_password_alone_changes_no_factor_where_there_is_one(as_alice: Client, alice: User) -> None:
    with_app(alice)
    for path in ("/accounts/2fa/webauthn/add/", APP_OFF, "/accounts/email/"):
        asked = as_alice.get(path)
        assert asked.status_code == 200 or asked["Location"].startswith(AGAIN), path
    as_alice.post("/accounts/reauthenticate/", {"password": steps.PASSWORD})
    assert as_alice.post(APP_OFF)["Location"].startswith(AGAIN)
    as_alice.post(AGAIN, {"code": code_now(KEY), "next": APP_OFF})
    # What was asked for and put off is done now.
    assert kinds(alice) == []


def test_removing_the_app_ends_the_step_and_its_owner_is_told(fresh: Client, alice: User) -> None:
    set_up(fresh)
    fresh.post(APP_OFF)
    assert kinds(alice) == []
    assert mail.outbox[-1].subject == "The authenticator app of your CMIO Coach account was removed"
    assert steps.sign_in(Client(), alice.email)["Location"] == "/"


def test_a_new_password_does_not_skip_the_step(alice: User) -> None:
    with_app(alice)
    client = Client()
    steps.ask_for_reset(client, alice.email)
    client.post("/accounts/password/reset/confirm/", {"code": steps.code_in_mail()})
    client.post("/accounts/password/reset/complete/", {"password1": steps.NEW_PASSWORD})
    assert not steps.is_signed_in(client)
    assert steps.sign_in(client, alice.email, steps.NEW_PASSWORD)["Location"] == STEP


def test_nothing_is_there_for_those_who_have_no_factor(fresh: Client) -> None:
    for path in (CODES, f"{CODES}download/", APP_OFF):
        assert fresh.get(path).status_code == 404
    assert fresh.post(NEW_CODES).status_code == 200
    assert "a password alone opens your account" in markup.read(fresh.get(INDEX)).text


def test_deleting_a_user_takes_their_factors_along(alice: User) -> None:
    with_app(alice)
    alice.delete()
    assert not Authenticator.objects.exists()
