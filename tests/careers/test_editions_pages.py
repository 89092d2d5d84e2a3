"""The editions of a guide: their list, each at its own address, and what changed between them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from careers import services
from careers.models import Career
from tests.careers.pages import Page
from tests.content import CMIO

pytestmark = pytest.mark.django_db
GUIDE = f"/careers/{CMIO}/"
NEW = "A tagline that nobody has read before."


@pytest.fixture
def second() -> None:
    publish(NEW)


def publish(tagline: str, days: float = 0) -> None:
    career = Career.objects.get(slug=CMIO)
    career.tagline = tagline
    career.save()
    services.publish(root=career, by=None, at=timezone.now() + timedelta(days=days))


def page(client: Client, path: str) -> Page:
    response = client.get(GUIDE + path)
    assert response.status_code == 200
    return Page(response.content.decode())


@pytest.mark.parametrize("path", ["editions/", "changes/", "editions/1/"])
def test_a_first_edition_has_all_pages_too(client: Client, path: str) -> None:
    assert GUIDE in page(client, path).links


def test_the_list_names_every_edition_and_marks_the_current_one(client: Client, second: None) -> None:
    found = page(client, "editions/")
    assert {f"{GUIDE}editions/1/", f"{GUIDE}editions/2/", f"{GUIDE}changes/?since=1"} <= set(found.links)
    assert "Edition 2 Current" in " ".join(found.text.split())


def test_an_old_edition_says_so_and_shows_what_it_said(client: Client, second: None) -> None:
    old, now = page(client, "editions/1/"), page(client, "editions/2/")
    assert "You are reading edition 1" in old.text
    assert NEW not in old.text
    assert "You are reading" not in now.text
    assert NEW in now.text


def test_an_old_edition_names_the_guide_as_the_page_to_cite(client: Client, second: None) -> None:
    assert f'rel="canonical" href="http://127.0.0.1{GUIDE}"' in client.get(f"{GUIDE}editions/1/").content.decode()


def test_the_changes_are_told_in_words(client: Client, second: None) -> None:
    found = page(client, "changes/")
    assert "One change in the CMIO guide since edition 1" in " ".join(found.text.split())
    assert "Tagline changed" in " ".join(found.text.split())
    assert NEW in found.text


@pytest.mark.parametrize("since", ["0", "2", "99", "-1", "x", "1" * 400, "1 OR 1=1", "%F0%9F%98%80"])
def test_an_unknown_edition_to_compare_with_falls_back_to_the_last(client: Client, second: None, since: str) -> None:
    assert "since edition 1" in page(client, f"changes/?since={since}").text


@pytest.mark.parametrize("number", ["0", "3", "9" * 40])
def test_an_edition_that_is_not_there_is_not_found(client: Client, second: None, number: str) -> None:
    assert client.get(f"{GUIDE}editions/{number}/").status_code == 404


def test_a_scheduled_edition_is_nowhere_before_its_time(client: Client) -> None:
    publish(NEW, days=1)
    assert client.get(f"{GUIDE}editions/2/").status_code == 404
    assert f"{GUIDE}editions/2/" not in page(client, "editions/").links
    assert "first edition" in page(client, "changes/").text


@pytest.mark.parametrize("path", ["editions/", "changes/", "editions/1/"])
def test_a_career_that_is_not_there_has_no_editions(client: Client, path: str) -> None:
    assert client.get(f"/careers/nobody/{path}").status_code == 404


def test_the_guide_leads_to_its_editions_and_changes(client: Client, second: None) -> None:
    assert {f"{GUIDE}editions/", f"{GUIDE}changes/"} <= set(page(client, "").links)
