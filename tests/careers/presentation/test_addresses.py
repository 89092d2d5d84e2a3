"""The addresses that are given away are those that the site answers."""

import pytest
from django.urls import reverse

from careers.presentation import addresses, found
from careers.presentation.addresses import Addresses

SITE = "https://coach.example.org"
PLACE = Addresses(SITE, "pilot")


@pytest.mark.parametrize(
    ("address", "name", "arguments"),
    [
        (PLACE.page, "careers:detail", ["pilot"]),
        (PLACE.document, "careers:document", ["pilot"]),
        (PLACE.pdf, "careers:pdf", ["pilot"]),
        (PLACE.picture, "careers:picture", ["pilot"]),
        (PLACE.edition(3), "careers:edition", ["pilot", 3]),
        (addresses.schema(SITE), "careers:schema", []),
        (addresses.index(SITE), "careers:list", []),
        (addresses.feed(SITE), "careers:feed", []),
    ],
)
def test_it_is_the_address_of_the_page_of_that_name(address: str, name: str, arguments: list[str | int]) -> None:
    assert address == SITE + reverse(name, args=arguments)


def test_the_sitemap_names_the_fixed_pages() -> None:
    about = ("about-research", "instrument", "accessibility", "privacy", "contact")
    names = ("home", "careers:list", "careers:compare", *about)
    assert tuple(reverse(name) for name in names) == found.FIXED


def test_crawlers_are_kept_from_what_belongs_to_one_user() -> None:
    private = ("admin:index", "assessments:profile", "assessments:attempts", "assessments:plans")
    assert {reverse(name) for name in private} | {"/accounts/"} == set(found.PRIVATE)
