"""No page, no status and no mail count tells whether an address has an account."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from tests.accounts import steps

pytestmark = pytest.mark.django_db
UNKNOWN = "nobody@example.org"
KNOWN = "alice@example.org"
Step = Callable[[Client, str], steps.Answer]


def signed_up(client: Client, address: str) -> steps.Answer:
    steps.sign_up(client, address)
    return client.get("/accounts/confirm-email/")


def signed_in(client: Client, address: str) -> steps.Answer:
    return steps.sign_in(client, address, "wrong password here")


def reset(client: Client, address: str) -> steps.Answer:
    steps.ask_for_reset(client, address)
    return client.get("/accounts/password/reset/confirm/")


def reset_with_wrong_code(client: Client, address: str) -> steps.Answer:
    steps.ask_for_reset(client, address)
    return client.post("/accounts/password/reset/confirm/", {"code": "AAAA-AAAA"})


def signed_up_with_wrong_code(client: Client, address: str) -> steps.Answer:
    steps.sign_up(client, address)
    return client.post("/accounts/confirm-email/", {"code": "AAAA-AAAA"})


@pytest.mark.parametrize("step", [signed_up, signed_in, reset, reset_with_wrong_code, signed_up_with_wrong_code])
def test_a_known_and_an_unknown_address_get_the_same_answer(alice: User, step: Step) -> None:
    known = step(Client(), KNOWN)
    mails_to_known = len(mail.outbox)
    unknown = step(Client(), UNKNOWN)
    assert known.status_code == unknown.status_code == 200
    assert steps.without_tokens(known).replace(KNOWN, "?") == steps.without_tokens(unknown).replace(UNKNOWN, "?")
    assert len(mail.outbox) == 2 * mails_to_known


def test_signing_up_again_tells_the_owner_and_nobody_else(client: Client, alice: User) -> None:
    steps.sign_up(client, KNOWN)
    (message,) = mail.outbox
    assert message.to == [KNOWN]
    assert message.subject == "You have a CMIO Coach account already"
    assert "http://testserver/accounts/password/reset/" in message.body
    assert User.objects.count() == 1


def test_a_reset_for_an_unknown_address_tells_its_owner(client: Client) -> None:
    steps.ask_for_reset(client, UNKNOWN)
    (message,) = mail.outbox
    assert message.subject == "There is no CMIO Coach account with this address"
    assert "http://testserver/accounts/signup/" in message.body


def test_a_taken_address_cannot_be_found_by_changing_to_it(alice: User, charlie: User) -> None:
    client = Client()
    steps.sign_in(client, charlie.email)
    known = client.post("/accounts/email/", {"action_add": "1", "email": KNOWN})
    unknown = client.post("/accounts/email/", {"action_add": "1", "email": UNKNOWN})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
