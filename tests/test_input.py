"""No address of the site fails, whatever is sent to it, in which place and by whom: no answer of 500."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle, islice
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from assessments.services import plans
from tests import markup
from tests.addresses import SAMPLES, all_addresses
from tests.careers.admin.conftest import factor_shown, made_editor
from tests.corpus import TEXTS
from tests.full_account import Account, full_account, own_pages

pytestmark = pytest.mark.django_db
HERE = "HERE"
LONGEST = 8_000
"""Servers refuse longer addresses and headers before the site sees them."""

READING = (
    *("/careers/", "/careers/compare/", "/plans/new/", "/evidence/new/"),
    *("/accounts/login/", "/accounts/signup/", "/"),
)
NAMES = ("q", "role", "attempt", "next", "page", "p", "o", "e", "id__in", "key", "_popup", "plan", "action", "skill")
HEADERS = (
    *("Accept", "Accept-Language", "Referer", "Origin", "User-Agent", "X-Forwarded-For", "X-Forwarded-Proto"),
    *("HX-Request", "HX-Current-URL", "HX-Target", "HX-Trigger", "If-Modified-Since", "If-None-Match", "Range"),
)
FORM = "application/x-www-form-urlencoded"
KINDS = (
    "application/json",
    "text/plain",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    f"{FORM}; charset=x",
)


@pytest.fixture
def account(alice: User, monkeypatch: pytest.MonkeyPatch) -> Account:
    """Alice's account; planning answers at once, because this is about what reaches it."""
    account = full_account(alice)
    document = account.plan.current.document
    monkeypatch.setattr(plans, "solve", lambda instrument, situation: document)
    return account


@pytest.fixture
def browsers(account: Account, client: Client, as_alice: Client) -> list[Client]:
    """A stranger's and the owner's; what goes wrong is an answer, as it is for people."""
    for browser in (client, as_alice):
        browser.raise_request_exception = False
    return [client, as_alice]


def failures(client: Client, requests: Iterable[tuple[str, str, dict[str, Any]]]) -> list[Any]:
    """The requests that are answered as our mistake; a handful of requests would prove nothing."""
    found, sent = [], 0
    for method, path, rest in requests:
        cache.clear()
        response = client.generic(method, path, **rest)
        sent += 1
        if response.status_code >= 500:
            found.append((method, path[:200], {name: value[:200] for name, value in rest.items()}))
    assert sent > 50
    return found


def dealt(paths: Sequence[str], each: int) -> Iterator[tuple[str, bytes]]:
    """Each path with some of the texts; over all paths every text is dealt many times."""
    deck = cycle(TEXTS)
    return ((path, text) for path in paths for text in islice(deck, each))


def with_parameter(account: Account, name: str) -> list[str]:
    """The addresses that have the parameter, with a gap in its place."""
    samples = SAMPLES | {"attempt_id": str(account.open.pk), "plan_id": str(account.plan.pk)}
    samples |= {"evidence_id": str(account.evidence.pk), "token": account.invitation.token, name: HERE}
    return [address.path for address in all_addresses(samples) if HERE in address.path]


IDS = ("attempt_id", "plan_id", "evidence_id", "note_id")


@pytest.mark.parametrize("name", ["slug", "part", *IDS, "token", "skill", "item"])
def test_a_part_of_the_path(browsers: list[Client], account: Account, name: str) -> None:
    paths = with_parameter(account, name)
    assert paths
    for browser in browsers:
        places = ((path.replace(HERE, quote_from_bytes(text)[:LONGEST])) for path, text in dealt(paths, len(TEXTS)))
        assert failures(browser, [(method, place, {}) for place in places for method in ("GET", "POST")]) == []


def queries(paths: Sequence[str], each: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, text in dealt(paths, each):
        value = quote_from_bytes(text)[:LONGEST]
        yield "GET", f"{path.split('?')[0]}?{'&'.join(f'{name}={value}' for name in NAMES)}&{value}", {}


def test_a_query(browsers: list[Client], account: Account) -> None:
    others = [*own_pages(account), *(address.path for address in all_addresses())]
    for browser in browsers:
        assert failures(browser, [*queries(READING, len(TEXTS)), *queries(others, 1)]) == []


def forms(client: Client, account: Account) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Every form of the account's own pages: where it is sent, and what it sends where one choice of each is made."""
    seen = set()
    for path in own_pages(account):
        for form in markup.forms(client.get(path, follow=True)):
            place = form["action"] or path
            fields = {control["name"]: control["value"].encode() for control in form.walk() if control["name"]}
            if not place.startswith("/accounts/") and (place, *fields) not in seen:
                seen.add((place, *fields))
                yield place, fields


def sent(fields: dict[str, bytes]) -> dict[str, Any]:
    body = "&".join(f"{quote_from_bytes(name.encode())}={quote_from_bytes(value)}" for name, value in fields.items())
    return {"data": body, "content_type": FORM}


def test_a_form_in_which_every_field_holds_it(browsers: list[Client], account: Account) -> None:
    found = [(place, fields) for place, fields in forms(browsers[1], account) if len(fields) > 1]
    assert len(found) >= 10
    deck = cycle(TEXTS)
    requests = [
        ("POST", place, sent(dict.fromkeys(fields, text))) for place, fields in found for text in islice(deck, 30)
    ]
    assert failures(browsers[1], requests) == []
    assert failures(browsers[0], requests[::4]) == []


def test_a_form_in_which_one_field_holds_it(browsers: list[Client], account: Account) -> None:
    deck = cycle(TEXTS)
    requests = [
        ("POST", place, sent(fields | {name: text}))
        for place, fields in forms(browsers[1], account)
        for name in list(fields)[:30]
        for text in islice(deck, 3)
    ]
    assert failures(browsers[1], requests) == []


def test_a_body_of_another_kind(browsers: list[Client], account: Account) -> None:
    paths = [*own_pages(account), "/accounts/login/", "/accounts/signup/", "/careers/"]
    for browser in browsers:
        requests = [
            ("POST", path, {"data": text, "content_type": kind}) for kind in KINDS for path, text in dealt(paths, 2)
        ]
        assert failures(browser, requests) == []


def test_a_cookie(browsers: list[Client], account: Account) -> None:
    stranger, owner = browsers
    session = owner.cookies["sessionid"].value
    paths = [*["/", "/profile/", "/accounts/login/"] * 8, *own_pages(account)]
    for path, text in dealt(paths, 3):
        value = in_a_header(text)
        for browser, own in ((stranger, value), (owner, session)):
            jar = f"sessionid={own}; csrftoken={value}; messages={value}; {value}"
            assert browser.get(path, headers={"cookie": jar}).status_code < 500, (path, text[:99])


def in_a_header(text: bytes) -> str:
    """The text as it can stand in a header at all: no server hands on a line end."""
    return text.decode("latin-1").replace("\r", "").replace("\n", "")[:LONGEST]


def test_a_header(browsers: list[Client], account: Account) -> None:
    for browser in browsers:
        for path, text in dealt(["/", "/careers/", *own_pages(account)], 8):
            for headers in (dict.fromkeys(HEADERS, in_a_header(text)), {"Host": in_a_header(text)}):
                assert browser.get(path, headers=headers).status_code < 500, (path, text[:99])


def test_the_desk(account: Account, as_alice: Client) -> None:
    factor_shown(as_alice, made_editor(account.user)).raise_request_exception = False
    paths = [path for path in with_parameter(account, "object_id") if path.startswith("/admin/careers/")]
    assert len(paths) > 50
    places = [path.replace(HERE, quote_from_bytes(text)[:LONGEST]) for path, text in dealt(paths, 5)]
    lists = [address.path for address in all_addresses() if address.name.endswith("_changelist")]
    assert failures(as_alice, [*(("GET", place, {}) for place in places), *queries(lists, 6)]) == []


@pytest.mark.urls("tests.leaky_urls")
def test_a_page_that_takes_every_query_for_a_number_would_be_found(client: Client) -> None:
    client.raise_request_exception = False
    found = failures(client, queries(["/fragile/"], len(TEXTS)))
    assert 50 < len(found) < len(TEXTS)
