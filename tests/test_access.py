"""Deny, then allow: what is not on the public list asks a stranger to sign in, whatever the method."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.addresses import all_addresses
from tests.full_account import feed_page, full_account, shared_pages, stop_page

PUBLIC = {
    "home",
    "guide",
    "careers:list",
    "careers:detail",
    "careers:editions",
    "careers:edition",
    "careers:changes",
    "careers:toolkit",
    "careers:toolkit-kind",
    "careers:toolkit-download",
    "careers:compare",
    "careers:document",
    "careers:schema",
    "careers:data",
    "careers:pdf",
    "careers:picture",
    "careers:feed",
    "sitemap",
    "robots",
    "security",
    "about-research",
    "instrument",
    "accessibility",
    "privacy",
    "contact",
    "healthz",
    "readyz",
}
"""Pages that anybody may read; none of them shows or changes what belongs to a user."""

TRYING = {"assessments:attempts"}
"""Where somebody without an account starts an attempt; it is theirs alone, in the browser that they started it in."""

SIGNING_IN = {
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_email_verification_sent",
    "account_reset_password",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_password_reset_completed",
    "account_confirm_login_code",
    "mfa_authenticate",
}
"""Steps of signing up and in: they have to answer strangers."""

BY_LINK = {
    "assessments:shared",
    "assessments:shared_skill",
    "assessments:calendar_feed",
    "assessments:digest_stop",
    "preview",
}
"""Pages of a guest, calendars, the end of emails, drafts that editors show: whoever has the address, which nobody can
guess, needs no account."""

METHODS = ("get", "head", "options", "post", "put", "patch", "delete", "trace")


def unguarded(client: Client, method: str) -> list[str]:
    """The addresses that are on no list and still answer whoever asks, by the names of their patterns."""
    asked = [address for address in all_addresses() if address.name not in PUBLIC | TRYING | SIGNING_IN]
    return [address.name for address in asked if not is_refusal(getattr(client, method)(address.path))]


def is_refusal(response: Any) -> bool:
    """Whether it says that one has to sign in, that one may not, or that there is nothing."""
    if response.status_code == 302:
        return bool(response["Location"].startswith(("/accounts/login/?next=", "/admin/login/?next=")))
    return response.status_code in {403, 404, 405}


def test_the_walk_finds_every_part_of_the_site() -> None:
    names = {address.name for address in all_addresses()}
    assert {"home", "careers:detail", "assessments:question", "assessments:plan", "account_login"} <= names
    assert "admin:careers_section_change" in names


def test_the_lists_name_only_what_exists() -> None:
    names = {address.name for address in all_addresses()}
    assert names >= PUBLIC | TRYING | SIGNING_IN


@pytest.mark.django_db
def test_the_lists_name_nothing_that_asks_for_a_sign_in_anyway(client: Client) -> None:
    listed = [address for address in all_addresses() if address.name in PUBLIC | TRYING | SIGNING_IN]
    assert [address.name for address in listed if is_refusal(client.get(address.path))] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_a_stranger_is_sent_to_sign_in_or_refused(client: Client, method: str) -> None:
    assert unguarded(client, method) == []


@pytest.mark.django_db
@pytest.mark.urls("tests.leaky_urls")
@pytest.mark.parametrize("method", METHODS)
def test_an_open_page_that_nobody_listed_would_be_found(client: Client, method: str) -> None:
    assert unguarded(client, method) == ["unlisted", "unlisted_too", "counting", "dead_end", "fragile"]


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_a_public_page_answers_whatever_the_method(client: Client, method: str) -> None:
    expected = {200} if method in {"get", "head"} else {405}
    found = {address.name: getattr(client, method)(address.path).status_code for address in all_addresses()}
    assert {found[name] for name in PUBLIC} == expected


@pytest.mark.django_db
def test_what_is_open_to_all_shows_nothing_of_anybody(client: Client, alice: User) -> None:
    account = full_account(alice)
    secrets = [alice.email, *(str(row.pk) for row in (account.open, account.submitted, account.plan, account.evidence))]
    for address in all_addresses():
        if address.name in PUBLIC | TRYING | SIGNING_IN:
            page = client.get(address.path).content.decode(errors="replace")
            assert not [secret for secret in secrets if secret in page], address


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_a_guest_page_is_missing_but_for_its_link(client: Client, alice: User, method: str) -> None:
    missing = [address.path for address in all_addresses() if address.name in BY_LINK]
    assert len(missing) == len(BY_LINK)
    assert {getattr(client, method)(path).status_code for path in missing} == {404}
    found = {getattr(client, method)(path).status_code for path in shared_pages(full_account(alice))}
    assert found <= ({200} if method in {"get", "head"} else {302, 422} if method == "post" else {405})


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_a_calendar_is_only_read(client: Client, alice: User, method: str) -> None:
    answer = getattr(client, method)(feed_page(full_account(alice)))
    assert answer.status_code == (200 if method in {"get", "head"} else 405)


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_emails_are_stopped_by_who_has_the_link(client: Client, alice: User, method: str) -> None:
    answer = getattr(client, method)(stop_page(full_account(alice)))
    assert answer.status_code == (200 if method in {"get", "head", "post"} else 405)
