"""A guide as JSON that others may read, and the schema it keeps to."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker
from pytest_django.fixtures import Settings

from careers.models import Career, Edition
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
SCHEMA = "/careers/guide.schema.json"


def data(client: Client, slug: str = builders.CMIO) -> Any:
    return client.get(f"/careers/{slug}.json").json()


@pytest.fixture
def validator(client: Client) -> Draft202012Validator:
    schema: dict[str, Any] = client.get(SCHEMA).json()
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_guide_keeps_to_the_schema_it_names(client: Client, validator: Draft202012Validator, slug: str) -> None:
    found = data(client, slug)
    assert [fault.message for fault in validator.iter_errors(found)] == []
    assert found["$schema"] == client.get(SCHEMA).json()["$id"]
    assert found["$schema"].endswith(SCHEMA)


@pytest.mark.parametrize("change", [{"edition": 0}, {"terms": ""}, {"guide": {}}, {"$schema": "x"}, {"more": 1}])
def test_a_spoiled_document_does_not(client: Client, validator: Draft202012Validator, change: dict[str, Any]) -> None:
    assert list(validator.iter_errors(data(client) | change))


def test_it_holds_the_live_edition_exactly(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://coach.example.org"
    found, edition = data(client), Edition.objects.for_slug(builders.CMIO).get()
    assert found["guide"] == edition.document
    assert (found["edition"], found["live_from"]) == (edition.number, edition.live_from.isoformat())
    assert found["page"] == f"https://coach.example.org/careers/{builders.CMIO}/"


def test_it_is_the_last_edition_that_is_due(client: Client) -> None:
    document = builders.published(builders.CMIO) | {"tagline": "Changed on purpose."}
    career, now = Career.objects.get(slug=builders.CMIO), timezone.now()
    Edition.objects.create(career=career, number=90, document=document, live_from=now + timedelta(days=1))
    assert data(client)["edition"] != 90
    Edition.objects.create(career=career, number=91, document=document, live_from=now - timedelta(seconds=1))
    assert data(client)["guide"]["tagline"] == "Changed on purpose."


@pytest.mark.parametrize(
    ("path", "kind"), [(f"/careers/{builders.CMIO}.json", "application/json"), (SCHEMA, "application/schema+json")]
)
def test_scripts_of_other_sites_may_read_it_and_it_is_the_same_for_all(
    client: Client, as_alice: Client, path: str, kind: str
) -> None:
    answer = client.get(path)
    assert answer["Content-Type"] == kind
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.content == client.get(path).content == as_alice.get(path).content
    assert not answer.cookies


def test_only_data_is_opened_to_other_sites(client: Client) -> None:
    page = client.get(f"/careers/{builders.CMIO}/")
    assert "Access-Control-Allow-Origin" not in page
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("slug", ["nobody", "x" * 300])
def test_an_unknown_guide_is_not_found(client: Client, slug: str) -> None:
    assert client.get(f"/careers/{slug}.json").status_code == 404
