"""The table of countries is sorted by links alone; an order that nobody knows is the guide's own."""

import pytest
from django.test import Client

from careers.presentation.sorting import KEYS
from tests.careers.pages import Page
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
CMIO = f"/careers/{builders.CMIO}/"


def page(client: Client, sort: str = "") -> Page:
    response = client.get(CMIO, {"sort": sort} if sort else {})
    assert response.status_code == 200
    return Page(response.content.decode())


def orders(found: Page) -> list[str]:
    return [attributes["aria-sort"] for _, attributes in found.tags if "aria-sort" in attributes]


def test_the_guides_own_order_is_marked_nowhere_and_headings_lead_to_the_others(client: Client) -> None:
    found = page(client)
    assert orders(found) == []
    assert {"?sort=country#global", "?sort=-usd#global", "?sort=-ppp#global"} <= set(found.links)


@pytest.mark.parametrize("key", KEYS)
def test_a_known_order_is_marked_in_one_heading(client: Client, key: str) -> None:
    assert orders(page(client, key)) == ["descending" if key.startswith("-") else "ascending"]


def test_the_richest_by_what_pay_buys_stands_first(client: Client) -> None:
    text = page(client, "-ppp").text
    table = text[text.index("At the prices of the United States") :]
    assert table.index("Saudi Arabia") < table.index("Singapore") < table.index("Sweden")


@pytest.mark.parametrize("sort", ["local", "usd'--", "x" * 10_000])
def test_an_unknown_order_is_the_guides_own(client: Client, sort: str) -> None:
    assert client.get(CMIO, {"sort": sort}).content == client.get(CMIO).content


def test_a_guide_without_countries_takes_any_order(client: Client) -> None:
    address = "/careers/chief-medical-officer/"
    assert client.get(address, {"sort": "-ppp"}).content == client.get(address).content
