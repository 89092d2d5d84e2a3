"""Sign in, stay safe on the way, sign out."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from tests.accounts import steps

pytestmark = pytest.mark.django_db


def test_it_signs_in_twice_over(client: Client, alice: User) -> None:
    for _ in range(2):
        assert steps.sign_in(client, alice.email)["Location"] == "/"
        assert steps.is_signed_in(client)
        client.post("/accounts/logout/")
        assert not steps.is_signed_in(client)


def test_two_browsers_can_be_signed_in_at_once(alice: User) -> None:
    first, second = Client(), Client()
    steps.sign_in(first, alice.email)
    steps.sign_in(second, alice.email)
    assert steps.is_signed_in(first)
    assert steps.is_signed_in(second)


def test_capitals_in_the_address_do_not_matter(client: Client, alice: User) -> None:
    steps.sign_in(client, alice.email.upper())
    assert steps.is_signed_in(client)


def test_the_session_gets_a_new_key_at_sign_in(client: Client, alice: User) -> None:
    client.get("/accounts/login/")
    before = client.session.session_key
    steps.sign_in(client, alice.email)
    assert client.session.session_key != before


def test_a_wrong_password_is_an_error_that_keeps_the_address_only(client: Client, alice: User) -> None:
    page = steps.sign_in(client, alice.email, "wrong password here")
    assert steps.title(page).startswith("Error: ")
    assert '<a href="#id_login">Check the email address and the password' in steps.text(page)
    assert f'value="{alice.email}"' in steps.text(page)
    assert "wrong password here" not in steps.text(page)


def test_signing_out_takes_a_post(client: Client, alice: User) -> None:
    client.force_login(alice)
    page = client.get("/accounts/logout/")
    assert page.status_code == 200
    assert steps.is_signed_in(client)
    assert client.post("/accounts/logout/")["Location"] == "/"
    assert not steps.is_signed_in(client)


def test_the_old_cookie_is_dead_after_signing_out(client: Client, alice: User) -> None:
    steps.sign_in(client, alice.email)
    stolen = Client()
    stolen.cookies["sessionid"] = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    assert not steps.is_signed_in(stolen)


def test_signing_out_needs_the_token_of_the_form(alice: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(alice)
    assert strict.post("/accounts/logout/").status_code == 403
    assert steps.is_signed_in(strict)


@pytest.mark.parametrize(
    "away",
    ["//evil.test/", "https://evil.test/", "/\\evil.test", "https:evil.test", "javascript:alert(1)", "\t//evil.test"],
)
def test_it_never_leads_off_the_site(client: Client, alice: User, away: str) -> None:
    assert steps.sign_in(client, alice.email, to=away)["Location"] == "/"
    assert client.post("/accounts/logout/", {"next": away})["Location"] == "/"


def test_it_leads_to_the_page_that_was_asked_for(client: Client, alice: User) -> None:
    asked = client.get("/profile/time/")
    assert asked["Location"] == "/accounts/login/?next=/profile/time/"
    page = steps.text(client.get(asked["Location"]))
    assert 'name="next" value="/profile/time/"' in page
    assert steps.sign_in(client, alice.email, to="/profile/time/")["Location"] == "/profile/time/"


def test_an_address_that_was_never_confirmed_gets_a_code_first(client: Client) -> None:
    steps.sign_up(Client())
    cache.clear()
    assert steps.sign_in(client, steps.ADDRESS)["Location"] == "/accounts/confirm-email/"
    assert not steps.is_signed_in(client)


def test_an_account_that_is_switched_off_stays_out(client: Client, alice: User) -> None:
    User.objects.filter(pk=alice.pk).update(is_active=False)
    steps.sign_in(client, alice.email)
    assert not steps.is_signed_in(client)


def test_who_is_signed_in_is_sent_on_from_the_forms(client: Client, alice: User) -> None:
    client.force_login(alice)
    for path in ("/accounts/login/", "/accounts/signup/"):
        assert client.get(path)["Location"] == "/"


def test_five_misses_pause_the_account_and_the_page_says_so(client: Client, alice: User) -> None:
    for _ in range(5):
        steps.sign_in(client, alice.email, "wrong password here")
    page = steps.sign_in(client, alice.email)
    assert "Too many tries in a short time" in steps.text(page)
    assert not steps.is_signed_in(client)
