"""Every page in every state keeps to the strict policy, and every link on it arrives."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import resolve
from pytest_django.fixtures import Settings

from careers.views import guide
from tests import markup, page_states, policy
from tests.careers.admin.conftest import factor_shown, made_editor
from tests.full_account import Account, full_account
from tests.page_states import State

# Markup and headers are made from the same values on every database; that each page opens on the second one too is
# what the tests of safe methods and of input see to.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BROKEN = """<html><head><title>Broken</title><style>p { color: red }</style><script>alert(1)</script>
<link rel="stylesheet" href="https://cdn.example.org/x.css"></head><body><main><h1>One</h1><h1>Two</h1>
<p style="color: red" onclick="go()" id="twice">A</p><a href=" java&#10;script:go()" id="twice">go</a>
<img src="//img.example.org/x.png"><svg class="bare"><path/></svg><a href="#nowhere">down</a><a href="/x"></a>
<form action="/here" hx-post="/there"><label for="missing">Name</label><input name="name">
<input type="checkbox" name="tick" aria-describedby="gone"><button></button></form></main></body></html>"""


@pytest.fixture
def account(alice: User) -> Account:
    return full_account(alice)


@pytest.fixture
def as_editor(alice: User, as_alice: Client) -> Client:
    return factor_shown(as_alice, made_editor(alice))


def crawl(client: Client, states: Iterable[State]) -> list[Any]:
    """What is wrong with the answers and with the links on them, each with the request that it answers."""
    found: list[Any] = []
    links: dict[str, str] = {}
    for state in states:
        answer = state.sent(client)
        if answer.status_code != state.status:
            found.append((state, answer.status_code))
        page = markup.read(answer) if answer["Content-Type"].startswith("text/html") else None
        wanted = policy.directives(state.path, page)
        if set(answer.get("Content-Security-Policy", "").split("; ")) != wanted:
            found.append((state, "no policy"))
        if page:
            found += [(state, fault) for fault in policy.faults(page)]
            links |= {link["href"].split("#")[0]: state.path.split("?")[0] for link in page.all("a")}
    return found + dead(client, links)


def dead(client: Client, links: dict[str, str]) -> list[tuple[str, str]]:
    """The links inside the site that do not open, each with a page that it stands on."""
    inside = {page + link if link.startswith("?") else link: page for link, page in links.items() if link}
    wanted = one_of_a_kind({link: page for link, page in inside.items() if link.startswith("/")})
    return [(link, page) for link, page in wanted.items() if client.get(link, follow=True).status_code >= 400]


def one_of_a_kind(links: dict[str, str]) -> dict[str, str]:
    """All links of the site, and of the desk's thousands of rows one for each page."""
    rows = {resolve(link.split("?")[0]).view_name: link for link in links if link.startswith("/admin/")}
    return {link: page for link, page in links.items() if not link.startswith("/admin/") or link in rows.values()}


def test_public_pages_keep_to_it(client: Client) -> None:
    assert crawl(client, page_states.public()) == []


def test_the_pages_of_an_empty_account_keep_to_it(as_alice: Client) -> None:
    assert crawl(as_alice, page_states.signed_in()) == []


def test_the_pages_of_a_full_account_keep_to_it(as_alice: Client, account: Account) -> None:
    assert crawl(as_alice, [*page_states.signed_in(), *page_states.full(account)]) == []


def test_the_desk_keeps_to_it(as_editor: Client) -> None:
    assert crawl(as_editor, page_states.editors()) == []


def test_a_form_without_its_token_and_a_mistake_of_ours_keep_to_it(
    alice: User, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.READY_PAGES = str(tmp_path)
    monkeypatch.setattr(guide, "guide", None)
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    states = [State("/careers/chief-medical-officer/", 500), State("/accounts/login/", 403, "POST")]
    assert crawl(strict, states) == []


def test_too_many_tries_keep_to_it(client: Client) -> None:
    sent = {"login": "x@example.org", "password": "wrong"}
    answers = (client.post("/accounts/login/", sent) for _ in range(40))
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert policy.faults(markup.read(refused)) == []
    assert set(refused["Content-Security-Policy"].split("; ")) == policy.HEADER


def test_every_rule_finds_what_breaks_it() -> None:
    found = policy.faults(markup.read(BROKEN))
    assert {fault.split(":")[0] for fault in found} == {rule.__name__ for rule in policy.RULES}
    details = [fault.split(": ", 1)[1] for fault in found]
    inline = ["<style>", "<script>", "style", "onclick"]
    elsewhere = ["https://cdn.example.org/x.css", "//img.example.org/x.png"]
    pointers = ["<a> to 'nowhere'", "<label> to 'missing'", "<input> to 'gone'"]
    names = ["<a /x>", "<input name>", "<input tick>", "<button >"]
    assert not [wanted for wanted in inline + elsewhere + pointers + names if wanted not in details]


@pytest.mark.urls("tests.leaky_urls")
def test_a_link_that_leads_nowhere_would_be_found(client: Client) -> None:
    assert crawl(client, [State("/dead-end/")])[-1:] == [("/nowhere/", "/dead-end/")]
