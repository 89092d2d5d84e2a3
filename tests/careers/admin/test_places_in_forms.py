"""The address of a place leads to a form in which that very field is there."""

import pytest
from django.test import Client

from careers import services
from careers.checks.places import place
from tests.careers.checks.test_places import part, there
from tests.content import the_catalogue


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        part("salary", "body"),
        part("diversity", "green_flags[1]"),
        part("global", "countries[1].usd_high"),
        part("market_reality", "trends"),
        part("how_to_become", "misconception.myth"),
        "figures[3].source",
        "summary",
    ],
)
def test_the_address_leads_to_a_field_that_is_there(as_edith: Client, path: str) -> None:
    page, _, anchor = there(path).address.partition("#")
    assert f'id="{anchor}"' in as_edith.get(page).content.decode()


@pytest.mark.django_db
def test_so_does_that_of_a_whole_row_or_list(as_edith: Client) -> None:
    page, _, anchor = there(part("global", "countries[1]")).address.partition("#")
    assert f'id="{anchor}"' in as_edith.get(page).content.decode()
    root = the_catalogue()
    page, _, anchor = place(root, services.write(root), "competencies.skills[2].required").address.partition("#")
    assert f'id="{anchor}"' in as_edith.get(page).content.decode()
