"""A published guide is one page: every section, every figure with its source, for everybody the same bytes."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from careers.models import Career, Edition
from tests import policy
from tests.careers.pages import Page
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
CMIO = f"/careers/{builders.CMIO}/"


def page(client: Client, slug: str = builders.CMIO) -> Page:
    response = client.get(f"/careers/{slug}/")
    assert response.status_code == 200
    return Page(response.content.decode())


def letters(text: str) -> str:
    """What a text says without Markdown's signs; inline tags split texts, so that spaces do not count either."""
    return "".join(re.sub(r"[*`]|^\s*(-|\d+\.) ", "", text, flags=re.MULTILINE).split())


def texts_of(value: Any) -> list[str]:
    if isinstance(value, dict):
        skipped = {
            "kind",
            "slug",
            "source",
            "sources",
            "figures",
            "figure",
            "skill",
            "also",
            "skills",
            "url",
            "level",
            "id",
        }
        skipped |= {"career_slug", "median_figure", "average_figure", "necessity", "relation", "currency", "country"}
        return [text for key, entry in value.items() if key not in skipped for text in texts_of(entry)]
    if isinstance(value, list):
        return [text for entry in value for text in texts_of(entry)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_section_has_an_id_equal_to_its_slug(client: Client, slug: str) -> None:
    found = page(client, slug).ids
    assert [row["slug"] for row in builders.published(slug)["sections"] if row["slug"] not in found] == []


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_text_of_every_section_is_on_the_page(client: Client, slug: str) -> None:
    shown = letters(page(client, slug).text)
    missing = [
        line
        for section in builders.published(slug)["sections"]
        for text in texts_of(section)
        for line in text.splitlines()
        if letters(line) not in shown
    ]
    assert missing == []


@pytest.mark.parametrize("slug", builders.slugs())
def test_every_figure_is_shown_beside_the_number_of_its_source(client: Client, slug: str) -> None:
    html = client.get(f"/careers/{slug}/").content.decode()
    document = builders.published(slug)
    numbers = {row["key"]: place for place, row in enumerate(document["sources"], start=1)}
    listed = {key for section in document["sections"] for key in section["figures"]}
    for figure in document["figures"]:
        if figure["key"] in listed:
            row = re.search(rf'<tr[^>]* id="figure-{figure["key"]}".*?</tr>', html, re.DOTALL)
            assert row, figure["key"]
            assert f'href="#ref-{numbers[figure["source"]]}"' in row[0]


@pytest.mark.parametrize("slug", builders.slugs())
def test_ids_are_given_once_and_every_link_inside_the_page_arrives(client: Client, slug: str) -> None:
    found = page(client, slug)
    assert len(found.ids) == len(set(found.ids))
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


@pytest.mark.parametrize("slug", builders.slugs())
def test_no_link_to_another_page_of_the_site_is_dead(client: Client, slug: str) -> None:
    for path in {link.split("#")[0] for link in page(client, slug).links if link.startswith("/")}:
        assert client.get(path).status_code in {200, 302}, path


@pytest.mark.parametrize("slug", builders.slugs())
def test_nothing_on_it_would_break_a_strict_policy(client: Client, slug: str) -> None:
    found = page(client, slug)
    run = {tag for tag, attributes in found.tags if attributes.get("type") != policy.DATA_BLOCK}
    assert run & {"style", "script", "iframe", "object", "base", "form"} == set()
    names = {name for _, attributes in found.tags for name in attributes}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]


def test_a_disputed_headline_stands_with_its_caution_and_with_what_contradicts_it(client: Client) -> None:
    text = page(client).text
    caution = builders.published(builders.CMIO)["key_facts"]["cautions"]["pay"]
    before_contents = text[: text.index("On this page")]
    assert caution in before_contents
    assert all(amount in before_contents for amount in ("$200,000", "$300,000", "$383,000", "Disputed"))


def test_what_is_not_stated_is_said(client: Client) -> None:
    text = page(client).text
    assert "year not stated, sample size not stated" in text


def test_it_takes_one_query_and_one_more_to_make_it(
    client: Client, settings: Settings, tmp_path: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.READY_PAGES = str(tmp_path)
    with django_assert_num_queries(2):
        client.get(CMIO)
    with django_assert_num_queries(1):
        client.get(CMIO)


def test_it_is_the_same_for_all_strangers_and_leaves_no_cookie(client: Client) -> None:
    response = client.get(CMIO)
    known = {"Cookie": "sessionid=one-that-ended; messages=x", "Accept-Language": "de", "User-Agent": "Another"}
    again = client.get(CMIO, headers=known)
    assert (again.content, again["ETag"]) == (response.content, response["ETag"])
    assert not response.cookies


@pytest.mark.parametrize("slug", ["nobody", "chief-medical-information-officer-2", "x" * 300])
def test_an_unknown_slug_is_not_found(client: Client, slug: str) -> None:
    assert client.get(f"/careers/{slug}/").status_code == 404


def test_readers_see_the_last_edition_that_is_due(client: Client) -> None:
    document = builders.published(builders.CMIO) | {"tagline": "Changed on purpose."}
    career, now = Career.objects.get(slug=builders.CMIO), timezone.now()
    Edition.objects.create(career=career, number=90, document=document, live_from=now + timedelta(days=1))
    assert "Changed on purpose." not in page(client).text
    Edition.objects.create(career=career, number=91, document=document, live_from=now - timedelta(seconds=1))
    assert "Changed on purpose." in page(client).text


def test_a_late_review_is_said(client: Client) -> None:
    document = builders.published(builders.CMIO) | {"reviewed_on": "2019-01-01", "review_by": "2019-06-30"}
    career = Career.objects.get(slug=builders.CMIO)
    assert "due for review on" not in page(client).text
    Edition.objects.create(career=career, number=90, document=document, live_from=timezone.now())
    assert "due for review on 30 June 2019" in page(client).text


def test_what_editors_write_is_escaped(client: Client) -> None:
    document = builders.document(slug=builders.CMIO, title="<script>x</script>", tagline="a & b")
    career = Career.objects.get(slug=builders.CMIO)
    Edition.objects.create(career=career, number=90, document=document, live_from=timezone.now())
    html = client.get(CMIO).content.decode()
    assert "<script>" not in html
    assert "a &amp; b" in html


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)(CMIO).status_code == 405
