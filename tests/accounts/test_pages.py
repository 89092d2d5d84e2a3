"""Every account page that can be reached: our look, our policy for scripts and styles, no cache."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.accounts import steps
from tests.addresses import all_addresses

pytestmark = pytest.mark.django_db
PATHS = sorted(address.path for address in all_addresses() if address.name.startswith("account_"))
FOR_STRANGERS = {
    "/accounts/inactive/",
    "/accounts/login/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/signup/",
}
FOR_USERS = {
    "/accounts/email/",
    "/accounts/inactive/",
    "/accounts/logout/",
    "/accounts/password/change/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/reauthenticate/",
}


def shown(client: Client) -> dict[str, str]:
    answers = {path: client.get(path) for path in PATHS}
    return {path: steps.text(answer) for path, answer in answers.items() if answer.status_code == 200}


def test_strangers_see_only_the_pages_on_the_way_in(client: Client) -> None:
    assert set(shown(client)) == FOR_STRANGERS


def test_users_see_only_the_pages_of_their_account(client: Client, alice: User) -> None:
    steps.sign_in(client, alice.email)
    assert set(shown(client)) == FOR_USERS


@pytest.mark.parametrize("path", sorted(FOR_STRANGERS | FOR_USERS))
def test_each_page_is_in_our_frame_and_runs_nothing_inline(client: Client, alice: User, path: str) -> None:
    if path not in FOR_STRANGERS:
        steps.sign_in(client, alice.email)
    answer = client.get(path)
    page = steps.text(answer)
    assert page.count("<h1") == 1
    assert 'class="agrid"' in page
    assert steps.title(answer).endswith(" – CMIO Coach")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src)", page)
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("path", sorted(FOR_STRANGERS | FOR_USERS))
def test_each_field_has_a_label_and_no_placeholder(client: Client, alice: User, path: str) -> None:
    if path not in FOR_STRANGERS:
        steps.sign_in(client, alice.email)
    page = steps.text(client.get(path))
    fields = re.findall(r'<input type="(?:text|email|password)"[^>]*>', page)
    # Nobody sees what is there for password managers only.
    for field in (field for field in fields if " hidden" not in field):
        found = re.search(r'id="(\w+)"', field)
        assert found
        assert f'<label class="field" for="{found[1]}">' in page
        assert "placeholder" not in field
        assert "autocomplete=" in field


def test_pages_of_an_account_are_kept_by_no_cache(client: Client, alice: User) -> None:
    steps.sign_in(client, alice.email)
    for path in FOR_USERS:
        assert "no-store" in client.get(path)["Cache-Control"]


def test_too_many_tries_get_a_page_in_our_look(client: Client) -> None:
    answers = [client.post("/accounts/signup/", {}) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert "<h1>Too many tries in a short time</h1>" in steps.text(answers[-1])


def test_a_made_up_forwarding_header_does_not_reset_the_count(client: Client) -> None:
    answers = [client.post("/accounts/signup/", {}, headers={"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(21)]
    assert answers[-1].status_code == 429


def test_looking_at_the_forms_writes_nothing(client: Client) -> None:
    for path in FOR_STRANGERS:
        client.get(path)
    assert not User.objects.exists()
