"""References on the desk: what the checker found, what nobody has opened, and taking over a new address."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from careers.models import Deed, Item, LinkCheck, Source
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.content import CMIO, career, the_catalogue
from tests.markup import Element, read

pytestmark = pytest.mark.django_db
PAGE, ACCEPT = "/admin/references/", "/admin/references/accept/"
NEW = "https://example.org/where-it-is-now"


@pytest.fixture
def source() -> Source:
    return Source.objects.filter(career__slug=CMIO).exclude(url="").order_by("pk")[0]


def checked(url: str, outcome: str, **given: Any) -> LinkCheck:
    now = timezone.now()
    return LinkCheck.objects.create(url=url, outcome=outcome, checked_at=now, since=now, **given)


def shown(client: Client, query: str = "", part: str = "broken") -> Element:
    return read(client.get(PAGE + query)).one("section", aria_labelledby=part)


def test_a_broken_reference_stands_with_its_status_its_places_and_its_form(as_edith: Client, source: Source) -> None:
    checked(source.url, "broken", status=410)
    part = shown(as_edith)
    assert "410" in part.text
    assert "CMIO:" in part.text
    assert address("change", source) in {link["href"] for link in part.all("a")}
    assert part.all("form") == []


def test_without_a_check_there_is_nothing_to_put_right_and_everything_to_open(as_edith: Client, source: Source) -> None:
    assert shown(as_edith).text == "To put right The link checker found nothing to put right."
    assert source.url in {link["href"] for link in shown(as_edith, part="unopened").all("a")}
    checked(source.url, "fine", status=200)
    assert source.url not in {link["href"] for link in shown(as_edith, part="unopened").all("a")}


def test_what_is_to_open_in_the_instrument_leads_to_its_forms(as_edith: Client) -> None:
    root = the_catalogue()
    due = root.actions_meta["reference_check"]["from_knowledge"]
    part = shown(as_edith, f"?of=catalogue-{root.pk}", "unopened")
    links = {link["href"] for link in part.all("a")}
    assert {address("change", item) for item in Item.objects.filter(key__in=due)} <= links
    assert not [link for link in links if link.startswith("/admin/careers/source/")]


@pytest.mark.parametrize("query", ["?of=", "?of=career-0", "?of=%27x", "?of=career-1&of=career-2"])
def test_an_odd_choice_breaks_nothing(as_edith: Client, query: str) -> None:
    assert {as_edith.get(path + query).status_code for path in (PAGE, "/admin/aging/", "/admin/aging.csv")} == {200}


def test_an_author_takes_over_the_new_address_by_one_button(as_edith: Client, source: Source) -> None:
    checked(source.url, "moved", status=301, moved_to=NEW)
    form = shown(as_edith).one("form")
    sent = {control["name"]: control["value"] for control in form.all("input")}
    answer = as_edith.post(form["action"], sent, follow=True)
    assert "The new address stands in" in answer.content.decode()
    source.refresh_from_db()
    assert source.url == NEW
    assert Deed.objects.of(career()).filter(model="source").exists()


@pytest.mark.parametrize("url", [NEW, "", "\0", "x" * 5000])
def test_an_address_that_nobody_checked_is_not_found(as_edith: Client, url: str) -> None:
    assert as_edith.post(ACCEPT, {"url": url}).status_code == 404


def test_what_did_not_move_stays_and_says_so(as_edith: Client, source: Source) -> None:
    checked(source.url, "broken", status=404)
    before = source.url
    answer = as_edith.post(ACCEPT, {"url": before}, follow=True)
    assert "Nothing was changed" in answer.content.decode()
    source.refresh_from_db()
    assert source.url == before


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_only_authors_take_it_over(role: str, source: Source) -> None:
    check = checked(source.url, "moved", status=301, moved_to=NEW)
    client = at_the_desk(editor("rita", role))
    assert shown(client).all("form") == []
    assert client.post(ACCEPT, {"url": check.url}).status_code == 403
    source.refresh_from_db()
    assert source.url == check.url


def test_it_is_never_taken_over_by_looking(as_edith: Client, edith: User, source: Source) -> None:
    checked(source.url, "moved", status=301, moved_to=NEW)
    assert as_edith.get(ACCEPT, {"url": source.url}).status_code == 405
    assert as_edith.post(PAGE).status_code == 405
