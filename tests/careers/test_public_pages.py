"""Home, the index with its search, the information pages and the pages that say something went wrong."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careers.models import Edition, InstrumentVersion
from tests.careers.pages import Page, guides, page
from tests.careers.presentation import builders

pytestmark = pytest.mark.django_db
INFO = ("/about/research/", "/about/accessibility/", "/about/privacy/", "/about/contact/")
COUNTED = "/about/instrument/"
PUBLIC = ("/", "/careers/", "/careers/?q=nurse", "/careers/?q=xylophone", "/careers/?q=nursign", COUNTED, *INFO)
ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")


@pytest.mark.parametrize("path", PUBLIC)
def test_nothing_on_it_would_break_a_strict_policy(client: Client, path: str) -> None:
    found = page(client, path)
    assert {tag for tag, _ in found.tags} & {"style", "script", "iframe"} == set()
    assert not [name for _, attributes in found.tags for name in attributes if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("path", PUBLIC)
def test_every_link_arrives(client: Client, path: str) -> None:
    found = page(client, path)
    assert {link[1:] for link in found.links if link.startswith("#")} <= {*found.ids}
    for link in {link.split("#")[0] for link in found.links if link.startswith("/")}:
        assert client.get(link).status_code in {200, 302}, link


@pytest.mark.parametrize("path", PUBLIC)
def test_ids_are_given_once_and_there_is_one_main_heading(client: Client, path: str) -> None:
    found = page(client, path)
    assert len(found.ids) == len(set(found.ids))
    assert [tag for tag, _ in found.tags].count("h1") == 1


@pytest.mark.parametrize("path", PUBLIC[1:])
def test_it_is_the_same_for_everybody(client: Client, as_alice: Client, path: str) -> None:
    assert client.get(path).content == as_alice.get(path).content


def test_the_index_lists_every_live_guide_without_reading_documents(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(2) as captured:
        found = page(client, "/careers/")
    assert guides(found) == builders.slugs()
    assert not [query for query in captured.captured_queries if "document" in query["sql"]]


def test_the_index_marks_a_disputed_pay_with_its_caution(client: Client) -> None:
    text = page(client, "/careers/").text
    assert builders.published(builders.CMIO)["key_facts"]["cautions"]["pay"] in text


def test_a_long_query_is_cut(client: Client) -> None:
    assert "a" * 201 not in client.get("/careers/", {"q": "a" * 500}).content.decode()


def test_home_counts_what_is_live(client: Client) -> None:
    text = page(client, "/").text
    figures = sum(len(builders.published(slug)["figures"]) for slug in builders.slugs())
    skills = len(InstrumentVersion.objects.get().document["competencies"]["skills"])
    assert f"{figures} figures from" in text
    assert f"check of {skills} skills" in text
    assert "Eight career guides" in text


def test_home_shows_the_disputed_number_beside_those_against_it(client: Client) -> None:
    found = page(client, "/")
    assert "The disputed $200,000 stands against six dated figures of $302,000 to $383,000, 2014 to 2020" in found.text
    assert f"/careers/{builders.CMIO}/#figure-bg-pay-median" in found.links


def test_home_reads_one_document_in_four_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(4) as captured:
        client.get("/")
    assert len([query for query in captured.captured_queries if "document" in query["sql"]]) == 1


@pytest.mark.parametrize("path", ["/", "/careers/"])
def test_before_anything_is_published_the_pages_stand(client: Client, path: str) -> None:
    Edition.objects.all().delete()
    InstrumentVersion.objects.all().delete()
    assert guides(page(client, path)) == []


@pytest.mark.parametrize("path", INFO)
def test_information_pages_need_no_query(
    client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert len(page(client, path).text) > 400


@pytest.mark.parametrize("template", ERRORS)
def test_pages_about_errors_need_nothing_but_themselves(template: str) -> None:
    found = Page(render_to_string(template, {}))
    assert [tag for tag, _ in found.tags].count("h1") == 1
    assert "style" not in {name for _, attributes in found.tags for name in attributes}


def test_an_address_that_never_existed_leads_on(client: Client) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "/careers/" in Page(response.content.decode()).links


@pytest.mark.parametrize("path", INFO)
def test_it_names_the_address_by_which_it_is_cited(client: Client, path: str) -> None:
    assert f'<link rel="canonical" href="http://127.0.0.1{path}">' in client.get(path).content.decode()
