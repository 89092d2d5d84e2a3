"""A guide is light: page and stylesheet come to 40 kB, and no style that it needs is left out."""

import re

import brotli
import pytest
from django.conf import settings
from django.test import Client

from tests.careers.pages import Page
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
CSS = settings.BASE_DIR / "static" / "css"
MOST = 40_000
"""Bytes on the way to the reader."""


def page(client: Client, slug: str) -> Page:
    return Page(client.get(f"/careers/{slug}/").content.decode())


def styles(found: Page) -> list[str]:
    links = [attributes["href"] for tag, attributes in found.tags if attributes.get("rel") == "stylesheet"]
    return [link.rsplit("/", 1)[1] for link in links]


def classes_in(name: str) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", (CSS / name).read_text()))


def test_the_longest_guide_and_its_stylesheet_stay_light(client: Client) -> None:
    found = page(client, builders.CMIO)
    files = [found.html.encode(), *((CSS / name).read_bytes() for name in styles(found))]
    assert sum(len(brotli.compress(file)) for file in files) <= MOST


@pytest.mark.parametrize("slug", builders.slugs())
def test_a_guide_links_the_styles_that_it_needs_and_no_others(client: Client, slug: str) -> None:
    found = page(client, slug)
    assert styles(found) == ["app.css"]
    used = {name for _, attributes in found.tags for name in attributes.get("class", "").split()}
    assert used & (classes_in("pages.css") - classes_in("app.css")) == set()


@pytest.mark.parametrize("path", ["/", "/careers/", "/accounts/login/"])
def test_other_pages_link_both(client: Client, path: str) -> None:
    assert styles(Page(client.get(path).content.decode())) == ["app.css", "pages.css"]
