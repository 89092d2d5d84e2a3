"""Every page about second factors: our look, our policy, no cache, every field with a label."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client

from tests import markup, policy
from tests.accounts import steps
from tests.accounts.factors import (
    AGAIN,
    APP,
    APP_OFF,
    CODES,
    INDEX,
    NEW_CODES,
    PASSKEY,
    PASSKEY_AGAIN,
    STEP,
    SoftKey,
    asked,
    freshly_in,
)
from tests.addresses import all_addresses
from tests.careers.admin.conftest import with_app
from tests.conftest import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def fresh(alice: User) -> Client:
    """A browser in which Alice has set up a passkey a moment ago, and then an app."""
    client = freshly_in(alice)
    client.post(PASSKEY, {"name": "Work laptop", "credential": SoftKey().made(asked(client, PASSKEY))})
    return client


def states(client: Client, user: User) -> Iterator[tuple[Client, str]]:
    """Each page, in each state that changes it."""
    key = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN).pk
    yield from ((client, path) for path in (INDEX, APP, f"{APP}?next=/admin/", PASSKEY, f"{PASSKEY}?next=/admin/"))
    yield from ((client, path) for path in (CODES, f"{CODES}?next=/admin/", NEW_CODES, AGAIN, PASSKEY_AGAIN))
    yield from ((client, f"{INDEX}webauthn/keys/{key}/{page}/") for page in ("edit", "remove"))
    yield owing(user), STEP
    with_app(user)
    yield from ((client, path) for path in (INDEX, APP_OFF, AGAIN, PASSKEY_AGAIN))
    yield owing(user), STEP


def owing(user: User) -> Client:
    client = Client()
    steps.sign_in(client, user.email)
    return client


def test_each_keeps_to_it(fresh: Client, alice: User) -> None:
    for client, path in states(fresh, alice):
        answer = client.get(path)
        page = markup.read(answer)
        assert (answer.status_code, policy.faults(page)) == (200, []), path
        assert set(answer["Content-Security-Policy"].split("; ")) == policy.HEADER
        assert "no-store" in answer["Cache-Control"]
        assert steps.title(answer).endswith(" – CMIO Coach")
        assert page.one("div", class_="agrid")


def test_each_says_what_is_wrong_where_it_is_wrong(fresh: Client, alice: User) -> None:
    with_app(alice)
    for client, path in ((fresh, AGAIN), (owing(alice), STEP), (owing(alice), STEP)):
        answer = client.post(path, {"code": ""})
        assert '<a href="#id_code">Enter the code that your app shows now' in steps.text(answer)
        assert steps.title(answer).startswith("Error: ")
        assert policy.faults(markup.read(answer)) == []


def test_strangers_see_none_of_them(client: Client) -> None:
    for address in all_addresses():
        if address.name.startswith("mfa_"):
            assert client.get(address.path)["Location"].startswith("/accounts/login/"), address


def test_every_address_of_theirs_answers_whoever_has_nothing_yet(alice: User) -> None:
    for address in all_addresses():
        if address.name.startswith("mfa_"):
            for method in ("GET", "POST", "PUT", "DELETE"):
                assert signed_in(alice).generic(method, address.path).status_code < 500, address


def test_the_account_leads_there(as_alice: Client) -> None:
    assert INDEX in {link["href"] for link in markup.read(as_alice.get("/profile/")).all("a")}
