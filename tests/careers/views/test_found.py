"""Crawlers and those who found a hole get what they ask for."""

from datetime import datetime, timedelta
from xml.etree import ElementTree as xml

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from careers.models import Career, Edition
from careers.presentation import found
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
SITE = "https://coach.example.org"


@pytest.fixture(autouse=True)
def _elsewhere(settings: Settings) -> None:
    settings.SITE_URL = SITE


def listed(client: Client) -> list[str]:
    answer = client.get("/sitemap.xml", headers={"host": "127.0.0.1"})
    assert answer["Content-Type"] == "application/xml"
    return [str(entry.text) for entry in xml.fromstring(answer.content).iter(f"{{{found.NAMESPACE}}}loc")]


def test_every_page_of_the_sitemap_is_there(client: Client) -> None:
    addresses = listed(client)
    assert [f"{SITE}/careers/{slug}/" for slug in builders.slugs()] == addresses[-len(builders.slugs()) :]
    assert f"{SITE}/careers/{builders.CMIO}/toolkit/interview/" in addresses
    assert {client.get(address.removeprefix(SITE)).status_code for address in addresses} == {200}


def test_a_guide_is_listed_once_it_is_live_and_its_document_is_not_read(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    career = Career.objects.get(slug=builders.CMIO)
    Edition.objects.filter(career=career).delete()
    Edition.objects.create(career=career, number=9, document={}, live_from=timezone.now() + timedelta(days=1))
    assert f"{SITE}/careers/{builders.CMIO}/" not in listed(client)
    with django_assert_num_queries(2) as captured:
        listed(client)
    assert not [query for query in captured if "document" in query["sql"]]


def test_no_more_than_the_protocol_lets_one_sitemap_hold(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found, "MOST", len(found.FIXED) + 3)
    assert len(listed(client)) == len(found.FIXED) + 3


def test_robots_is_plain_text(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert f"Sitemap: {SITE}/sitemap.xml" in answer.content.decode().splitlines()


def test_security_names_the_contact_of_the_settings(client: Client, settings: Settings) -> None:
    settings.SECURITY_CONTACT = "mailto:safe@example.org"
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    assert lines[0] == "Contact: mailto:safe@example.org"
    expires = datetime.fromisoformat(lines[1].removeprefix("Expires: "))
    assert timedelta(0) < expires - timezone.now() < timedelta(days=365)


def test_the_policy_that_security_names_is_there(client: Client) -> None:
    page = client.get("/about/contact/").content.decode()
    assert 'id="security"' in page
    assert 'href="/.well-known/security.txt"' in page
