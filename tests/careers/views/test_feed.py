"""The Atom feed of editions keeps to RFC 4287."""

from datetime import datetime, timedelta
from xml.etree import ElementTree as xml

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from careers.models import Career, Edition
from careers.views import feed
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
SITE = "https://coach.example.org"
ATOM = "{http://www.w3.org/2005/Atom}"
PATH = "/careers/editions.atom"


@pytest.fixture(autouse=True)
def _elsewhere(settings: Settings) -> None:
    settings.SITE_URL = SITE


def read(client: Client) -> xml.Element:
    answer = client.get(PATH)
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = xml.fromstring(answer.content)
    assert root.tag == f"{ATOM}feed"
    return root


def text(element: xml.Element, name: str) -> str:
    """The only element of that name, which the format asks for once."""
    [found] = element.findall(f"{ATOM}{name}")
    return found.text or ""


def entries(client: Client) -> list[xml.Element]:
    return read(client).findall(f"{ATOM}entry")


def publish(number: int, ago: timedelta, **changes: str) -> None:
    career = Career.objects.get(slug=builders.CMIO)
    document = builders.published(builders.CMIO) | changes
    Edition.objects.create(career=career, number=number, document=document, live_from=timezone.now() - ago)


def test_the_feed_and_its_entries_have_what_the_format_asks_for(client: Client) -> None:
    root = read(client)
    assert text(root, "id") == f"{SITE}/careers/"
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "alternate": f"{SITE}/careers/",
        "self": f"{SITE}{PATH}",
    }
    for element in (root, *root.findall(f"{ATOM}entry")):
        assert text(element, "title")
        assert datetime.fromisoformat(text(element, "updated")).tzinfo


def test_ids_are_stable_and_given_once(client: Client) -> None:
    ids = [text(entry, "id") for entry in entries(client)]
    assert len(ids) == len(set(ids)) == len(builders.slugs())
    assert all(found.startswith("tag:coach.example.org,") for found in ids)
    publish(90, timedelta(0))
    assert {text(entry, "id") for entry in entries(client)} > set(ids)


def test_an_edition_says_what_it_changed_since_the_one_before(client: Client) -> None:
    publish(80, timedelta(0), tagline="Once.")
    publish(90, timedelta(0), tagline="Twice.")
    newest, before = entries(client)[:2]
    assert text(newest, "title") == "Chief Medical Information Officer, edition 90"
    assert text(newest, "summary") == "Tagline changed from Once. to Twice."
    assert text(before, "summary") == "Tagline changed."
    link = newest.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{SITE}/careers/{builders.CMIO}/editions/90/"


def test_first_editions_are_called_so(client: Client) -> None:
    assert {text(entry, "summary") for entry in entries(client)} == {"First edition."}


def test_what_is_scheduled_is_not_told(client: Client) -> None:
    publish(90, timedelta(days=-1), tagline="Secret.")
    assert "edition 90" not in client.get(PATH).content.decode()


def test_it_ends_with_the_last_ones_and_takes_one_query(
    client: Client, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    monkeypatch.setattr(feed, "LATEST", 3)
    with django_assert_num_queries(1):
        assert len(entries(client)) == 3


def test_an_empty_feed_stands(client: Client) -> None:
    Edition.objects.all().delete()
    assert entries(client) == []


def test_what_looks_like_markup_in_a_change_is_text(client: Client) -> None:
    publish(2, timedelta(0), title="Less <b>is</b> more & more")
    summary = text(entries(client)[0], "summary")
    assert "&lt;b&gt;is&lt;/b&gt;" in summary
    assert "<b>" not in summary
