"""What a page tells other sites: one canonical address, and data that holds no more than the page shows."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from careers.presentation import words
from tests import markup, policy
from tests.careers.presentation import builders
from tests.markup import Element

pytestmark = pytest.mark.django_db
SITE = "https://coach.example.org"
NUMBERS = ("median", "value", "minValue", "maxValue")


@pytest.fixture(autouse=True)
def _elsewhere(settings: Settings) -> None:
    settings.SITE_URL = SITE


def page(client: Client, path: str) -> Element:
    return markup.read(client.get(path, headers={"host": "127.0.0.1"}))


def guide(client: Client, slug: str = builders.CMIO) -> Element:
    return page(client, f"/careers/{slug}/")


def graph(found: Element) -> list[dict[str, Any]]:
    block = found.one("script", type=policy.DATA_BLOCK)
    data = json.loads("".join(str(child) for child in block.children))
    return list(data["@graph"])


def meta(found: Element) -> dict[str, str]:
    return {tag["property"] or tag["name"]: tag["content"] for tag in found.all("meta")}


def salaries(found: Element) -> Iterator[dict[str, Any]]:
    for entry in graph(found):
        yield from entry.get("estimatedSalary", ())


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_figure_of_the_data_is_on_the_page_with_its_doubts(client: Client, slug: str) -> None:
    found = guide(client, slug)
    shown = found.one("main").text
    given = list(salaries(found))
    assert given
    for salary in given:
        amounts = [words.amount(salary[name], salary["currency"]) for name in NUMBERS if name in salary]
        assert amounts
        assert [amount for amount in amounts if amount not in shown] == []
        assert salary["name"] in shown
        assert "n " in salary["description"] or "sample size not stated" in salary["description"]


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_question_and_every_source_of_the_data_is_on_the_page(client: Client, slug: str) -> None:
    found = guide(client, slug)
    shown, links = found.one("main").text, {link["href"] for link in found.all("a")}
    entries = {entry["@type"]: entry for entry in graph(found)}
    for source in entries["Article"]["citation"]:
        assert source in links or source in shown
    assert all(asked["name"] in shown for asked in entries["FAQPage"]["mainEntity"])


def test_a_guide_names_its_address_its_other_forms_and_its_picture(client: Client) -> None:
    found, address = guide(client), f"{SITE}/careers/{builders.CMIO}"
    assert found.one("link", rel="canonical")["href"] == f"{address}/"
    forms = {link["type"]: link["href"] for link in found.all("link", rel="alternate")}
    assert forms == {
        "application/atom+xml": f"{SITE}/careers/editions.atom",
        "application/json": f"{address}.json",
        "application/pdf": f"{address}.pdf",
    }
    given = meta(found)
    assert (given["og:url"], given["og:image"], given["og:type"]) == (f"{address}/", f"{address}.png", "article")
    assert (given["og:image:width"], given["og:image:height"]) == ("1200", "630")
    assert given["og:image:alt"]
    assert given["twitter:card"] == "summary_large_image"
    assert given["description"] == given["og:description"] == builders.published(builders.CMIO)["tagline"]


@pytest.mark.parametrize(
    ("path", "canonical"), [("/", "/"), ("/careers/", "/careers/"), ("/careers/?q=x", "/careers/")]
)
def test_other_pages_have_one_address_however_they_are_asked_for(client: Client, path: str, canonical: str) -> None:
    found = page(client, path)
    assert found.one("link", rel="canonical")["href"] == meta(found)["og:url"] == SITE + canonical
    assert meta(found)["og:site_name"] == "CMIO Coach"
    assert "og:image" not in meta(found)
    assert found.all("script", type=policy.DATA_BLOCK) == []
