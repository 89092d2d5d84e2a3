"""No form is taken without its token, wherever it is sent and whoever sends it."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import markup
from tests.addresses import all_addresses
from tests.careers.admin.conftest import factor_shown, made_editor
from tests.full_account import Account, full_account, own_pages
from tests.tables import changed, fingerprints

pytestmark = pytest.mark.django_db
METHODS = ("POST", "PUT", "PATCH", "DELETE")
EXEMPT = {"assessments:digest_stop"}
"""Where a form is taken without its token: a mail program stops emails with one click, without having seen a page of
this site (RFC 8058). The address is the secret, and nothing but less mail comes of it."""


@pytest.fixture
def account(alice: User) -> Account:
    return full_account(alice)


def strict(user: User | None = None) -> Client:
    """A browser that sends no token unless told to."""
    client = Client(enforce_csrf_checks=True)
    if user:
        client.force_login(user)
    return client


def taken(client: Client, paths: list[str]) -> set[str]:
    """The paths that do not refuse a form for want of a token."""
    return {path for path in paths for method in METHODS if client.generic(method, path).status_code != 403}


def everywhere() -> list[str]:
    return [address.path for address in all_addresses() if address.name not in EXEMPT]


def test_a_stranger_needs_the_token_at_every_address() -> None:
    assert taken(strict(), everywhere()) == set()


def test_only_the_end_of_emails_needs_none() -> None:
    exempt = {address.path for address in all_addresses() if address.name in EXEMPT}
    assert taken(strict(), [address.path for address in all_addresses()]) == exempt
    assert len(exempt) == 1


def test_the_owner_needs_it_at_each_of_their_own_and_nothing_changes(account: Account) -> None:
    client, before = strict(account.user), fingerprints()
    assert taken(client, own_pages(account) + everywhere()) == set()
    assert changed(before) == []


def test_an_editor_needs_it_on_the_desk(alice: User) -> None:
    desk = [path for path in everywhere() if path.startswith("/admin/")]
    assert len(desk) > 100
    assert taken(factor_shown(strict(alice), made_editor(alice)), desk) == set()


@pytest.mark.urls("tests.leaky_urls")
def test_an_address_that_takes_forms_without_a_token_would_be_found() -> None:
    slug = "/leaks/chief-medical-information-officer/"
    assert taken(strict(), everywhere()) == {"/leaks/", slug}


def test_a_token_of_another_browser_is_none(account: Account) -> None:
    mine, theirs = strict(account.user), strict()
    token = markup.typed(markup.read(theirs.get("/accounts/login/")))["csrfmiddlewaretoken"]
    mine.get("/profile/work/")
    assert mine.post("/profile/work/", {"csrfmiddlewaretoken": token}).status_code == 403


def test_with_the_token_of_the_page_its_form_is_taken(account: Account) -> None:
    client = strict(account.user)
    form = markup.typed(markup.read(client.get("/profile/work/")))
    assert client.post("/profile/work/", form).status_code == 302


@pytest.mark.parametrize("charset", ["utf8", "utf-16", "latin-1"])
def test_a_form_is_read_alike_whatever_its_header_says_of_its_characters(account: Account, charset: str) -> None:
    client = strict(account.user)
    form = urlencode(markup.typed(markup.read(client.get("/profile/work/"))), doseq=True)
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert client.generic("POST", "/profile/work/", form, content_type=kind).status_code == 302


def test_every_form_carries_a_token(account: Account) -> None:
    client, seen = strict(account.user), 0
    for path in own_pages(account):
        for form in markup.forms(client.get(path, follow=True), method="post"):
            seen += 1
            assert len(form.all("input", name="csrfmiddlewaretoken")) == 1, path
    assert seen > 15


def test_a_refusal_says_what_happened_and_what_to_do(alice: User) -> None:
    page = markup.read(strict(alice).post("/profile/work/", {"profession": "nurse"}))
    assert page.one("h1").text == "This form was open too long"
    assert "reload the page and send it again" in page.text
