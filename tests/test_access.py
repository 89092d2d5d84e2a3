"""Deny, then allow: what is not on the public list asks a stranger to sign in, whatever the method."""

import pytest
from django.test import Client

from tests.addresses import all_addresses

PUBLIC = {
    "home",
    "careers:list",
    "careers:detail",
    "about-research",
    "accessibility",
    "privacy",
    "contact",
    "healthz",
    "readyz",
}
"""Pages that anybody may read; none of them shows or changes what belongs to a user."""

SIGNING_IN = {
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_reauthenticate",
    "admin:login",
    "admin:jsi18n",
}
"""Steps of signing up and in: they have to answer strangers."""

METHODS = ("get", "head", "options", "post", "put", "patch", "delete")
ADDRESSES = all_addresses()


def test_the_walk_finds_every_part_of_the_site() -> None:
    names = {address.name for address in ADDRESSES}
    assert {"home", "careers:detail", "assessments:question", "assessments:plan", "account_login"} <= names
    assert "admin:careers_section_change" in names


def test_the_lists_name_only_what_exists() -> None:
    assert names_missing() <= SIGNING_IN


def names_missing() -> set[str]:
    return (PUBLIC | SIGNING_IN) - {address.name for address in ADDRESSES}


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_a_stranger_is_sent_to_sign_in_or_refused(client: Client, method: str) -> None:
    open_to_all = PUBLIC | SIGNING_IN
    for address in ADDRESSES:
        if address.name in open_to_all:
            continue
        response = getattr(client, method)(address.path)
        is_sign_in = response.status_code == 302 and "/login/" in response["Location"]
        assert is_sign_in or response.status_code in {403, 404, 405}, (method, address, response.status_code)


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_no_public_page_fails_whatever_the_method(client: Client, method: str) -> None:
    for address in ADDRESSES:
        if address.name in PUBLIC:
            assert getattr(client, method)(address.path).status_code < 500, (method, address)
