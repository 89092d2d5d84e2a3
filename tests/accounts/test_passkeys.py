"""Passkeys beside the password: added, shown, renamed, removed; whatever a browser says that is not true is refused."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from pytest_django.fixtures import Settings

from tests import markup
from tests.accounts import steps
from tests.accounts.factors import CODES, INDEX, PASSKEY, PASSKEY_AGAIN, STEP, SoftKey, asked, freshly_in

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
REFUSED = "Your passkey was not accepted. Choose the button again and follow what the browser asks"


def said(response: dict[str, Any]) -> str:
    """What a browser could say that is no passkey."""
    return json.dumps({"id": "eA", "rawId": "eA", "type": "public-key", "response": response})


UNTRUE = [
    *(
        "",
        "{",
        "null",
        "0",
        "false",
        "true",
        "1",
        '"x"',
        "[]",
        "{}",
        "[[1]]",
        "[" * 5000,
        "\0",
        '{"id": "x"}',
        '{"id": 5}',
    ),
    said({}),
    said({"clientDataJSON": "eA", "attestationObject": "eA", "authenticatorData": "eA", "signature": "eA"}),
    said({"clientDataJSON": "e30", "attestationObject": "oA", "authenticatorData": "eA", "signature": "eA"}),
    said({"clientDataJSON": 1, "attestationObject": None, "authenticatorData": [], "signature": {}}),
]


@pytest.fixture(autouse=True)
def _over_https(settings: Settings) -> None:
    """The host's name decides, as it does where the site is served."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False


@pytest.fixture
def fresh(alice: User) -> Client:
    """A browser in which Alice has just typed her password again."""
    return freshly_in(alice)


def added(client: Client, name: str = "Work laptop") -> SoftKey:
    key = SoftKey()
    answer = client.post(PASSKEY, {"name": name, "credential": key.made(asked(client, PASSKEY))})
    assert answer.status_code == 302
    return key


def owing(user: User) -> Client:
    client = Client()
    assert steps.sign_in(client, user.email)["Location"] == STEP
    return client


def passkeys() -> list[Any]:
    return list(Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN))


def test_a_passkey_is_added_listed_and_its_owner_told(fresh: Client, alice: User) -> None:
    added(fresh)
    assert [(row.user, str(row)) for row in passkeys()] == [(alice, "Work laptop")]
    assert "Passkey: Work laptop" in markup.read(fresh.get(INDEX)).text
    assert mail.outbox[-1].subject == "A passkey was added to CMIO Coach"
    assert fresh.get(CODES).status_code == 200


def test_the_page_asks_the_browser_by_files_of_this_site_alone(fresh: Client) -> None:
    page = markup.read(fresh.get(PASSKEY))
    scripts = [script["src"] for script in page.all("script") if script["type"] != "application/json"]
    assert scripts[-2:] == ["/static/mfa/js/webauthn-json.js", "/static/js/passkey.js"]
    assert page.one("form", data_passkey="create").one("noscript").text.startswith("The browser asks for a passkey")


def test_the_browser_is_told_which_site_and_whose(fresh: Client, alice: User) -> None:
    options = asked(fresh, PASSKEY)
    assert options["rp"] == {"id": "testserver", "name": "CMIO Coach"}
    assert options["user"]["name"] == alice.email


def test_signing_in_asks_for_the_passkey(fresh: Client, alice: User) -> None:
    key = added(fresh)
    client = owing(alice)
    page = markup.read(client.get(STEP))
    assert page.one("h1").text == "Use your passkey"
    assert page.one("input", name="code").around("form")
    answer = client.post(STEP, {"credential": key.shown(asked(client, STEP))})
    assert (answer.status_code, steps.is_signed_in(client)) == (302, True)


def test_it_is_shown_again_before_something_that_matters(fresh: Client, alice: User) -> None:
    key = added(fresh)
    client = owing(alice)
    client.post(STEP, {"credential": key.shown(asked(client, STEP))})
    assert client.get(CODES)["Location"].startswith(PASSKEY_AGAIN)
    again = {"credential": key.shown(asked(client, PASSKEY_AGAIN)), "next": CODES}
    assert client.post(PASSKEY_AGAIN, again)["Location"] == CODES
    assert client.get(CODES).status_code == 200


def test_a_recovery_code_stands_in_for_it(fresh: Client, alice: User) -> None:
    added(fresh)
    code = markup.read(fresh.get(CODES)).one("ul", class_="codes").all("li")[0].text
    client = owing(alice)
    client.post(STEP, {"code": code})
    assert steps.is_signed_in(client)


@pytest.mark.parametrize(
    "untrue",
    [
        lambda key, options: SoftKey(id=key.id).shown(options),
        lambda key, options: SoftKey(id=b"another", secret=key.secret).shown(options),
        lambda key, options: SoftKey("https://evil.test", key.id, key.secret).shown(options),
        lambda key, options: key.shown(options | {"challenge": "eA"}),
        lambda key, options: key.made(options),
    ],
    ids=["other secret", "other key", "other site", "other challenge", "other purpose"],
)
def test_what_another_key_or_site_says_signs_nobody_in(fresh: Client, alice: User, untrue: Any) -> None:
    key = added(fresh)
    client = owing(alice)
    page = client.post(STEP, {"credential": untrue(key, asked(client, STEP))})
    assert REFUSED in steps.text(page)
    assert steps.title(page).startswith("Error: ")
    assert not steps.is_signed_in(client)


def test_what_a_browser_said_works_once(fresh: Client, alice: User) -> None:
    key = added(fresh)
    client = owing(alice)
    used = {"credential": key.shown(asked(client, STEP))}
    client.post(STEP, used)
    other = owing(alice)
    other.get(STEP)
    assert REFUSED in steps.text(other.post(STEP, used))


@pytest.mark.parametrize("untrue", UNTRUE)
def test_what_is_no_passkey_adds_none(fresh: Client, untrue: str) -> None:
    fresh.get(PASSKEY)
    assert REFUSED in steps.text(fresh.post(PASSKEY, {"name": "x", "credential": untrue}))
    assert passkeys() == []


@pytest.mark.parametrize("untrue", UNTRUE)
def test_what_is_no_passkey_signs_nobody_in(fresh: Client, alice: User, untrue: str) -> None:
    added(fresh)
    client = owing(alice)
    client.get(STEP)
    assert REFUSED in steps.text(client.post(STEP, {"credential": untrue}))
    assert not steps.is_signed_in(client)


def test_each_part_of_what_a_browser_says_may_be_wrong(fresh: Client) -> None:
    whole = json.loads(SoftKey().made(asked(fresh, PASSKEY)))
    for place in (whole, whole["response"]):
        for name in list(place):
            kept = place[name]
            wrong: Any
            for wrong in (None, 5, [], {}, "x", "A" * 200):
                place[name] = wrong
                assert fresh.post(PASSKEY, {"credential": json.dumps(whole)}).status_code in {200, 302}, (name, wrong)
            place[name] = kept


@pytest.mark.parametrize(("name", "kept"), [("", "Passkey"), ("x" * 60, "x" * 60), ("<b>", "<b>")])
def test_a_passkey_has_a_name(fresh: Client, name: str, kept: str) -> None:
    added(fresh, name)
    assert [str(row) for row in passkeys()] == [kept]
    assert f"Passkey: {kept}" in markup.read(fresh.get(INDEX)).text


def test_a_passkey_is_renamed_and_removed(fresh: Client, alice: User) -> None:
    added(fresh)
    here = f"{INDEX}webauthn/keys/{passkeys()[0].pk}/"
    assert fresh.post(f"{here}edit/", {"name": ""}).status_code == 200
    assert fresh.post(f"{here}edit/", {"name": "x" * 61}).status_code == 200
    assert fresh.post(f"{here}edit/", {"name": "Blue key"}).status_code == 302
    assert [str(row) for row in passkeys()] == ["Blue key"]
    assert "Remove the passkey “Blue key”" in steps.text(fresh.get(f"{here}remove/"))
    assert fresh.post(f"{here}remove/", follow=True).redirect_chain[-1][0] == INDEX
    assert Authenticator.objects.count() == 0
    assert mail.outbox[-1].subject == "A passkey of your CMIO Coach account was removed"


def test_nobody_touches_the_passkey_of_another(fresh: Client, charlie: User) -> None:
    added(fresh)
    here = f"{INDEX}webauthn/keys/{passkeys()[0].pk}/"
    stranger = freshly_in(charlie)
    for page in ("edit", "remove"):
        for method in ("GET", "POST"):
            assert stranger.generic(method, f"{here}{page}/").status_code == 404
    assert len(passkeys()) == 1
