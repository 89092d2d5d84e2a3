"""The index and its search as pages: counts in words, marks, filters, pages, and near words where nothing is found."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from tests.careers.pages import guides, page
from tests.careers.presentation import builders
from tests.careers.search import made

pytestmark = pytest.mark.django_db


def test_searching_says_what_is_found_and_keeps_the_words(client: Client) -> None:
    found = page(client, "/careers/?q=nurse+directs")
    assert "7 results for “nurse directs”" in found.text
    assert ("input", "nurse directs") in [(tag, attributes.get("value")) for tag, attributes in found.tags]


def test_finding_nothing_says_so_and_leads_back(client: Client) -> None:
    found = page(client, "/careers/?q=xylophone")
    assert guides(found) == []
    assert "holds all of these words." in found.text
    assert "/careers/" in found.links


@pytest.mark.parametrize(
    "query", ["<script>", "%00", "a%00nurse", "a" * 5_000, "%FF%FE", "\u202e", "'", "{{ 7 }}", "   "]
)
def test_no_query_breaks_the_search(client: Client, query: str) -> None:
    response = client.get(f"/careers/?q={query}")
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_hits_are_marked_and_markup_in_a_query_stays_text(client: Client) -> None:
    html = client.get("/careers/?q=nursing").content.decode()
    assert "Chief <mark>Nursing</mark> Informatics Officer" in html
    hostile = client.get("/careers/", {"q": '<mark>"nurse"</mark>'}).content.decode()
    assert "<mark>&quot;" not in hostile
    assert "&lt;mark&gt;&quot;nurse&quot;&lt;/mark&gt;" in hostile


def test_markup_in_content_stays_text_around_marks(client: Client, now: datetime) -> None:
    made.guide("aaa", at=now - timedelta(days=9_999), title="<b>Zebra</b>", sections={"Of <i>zebras</i>": "a & <u>"})
    html = client.get("/careers/?q=zebra").content.decode()
    assert "&lt;b&gt;<mark>Zebra</mark>&lt;/b&gt;" in html
    assert "Of &lt;i&gt;<mark>zebras</mark>&lt;/i&gt;" in html


def test_a_search_leads_to_all_of_a_kind_and_on_through_pages(client: Client) -> None:
    found = page(client, "/careers/?q=care")
    (every,) = [link for link in found.links if "kind=section" in link]
    assert "46 sections" in found.text
    assert [tag for tag, _ in page(client, f"/careers/{every}").tags].count("h3") == 46


def test_filters_are_a_form_that_keeps_the_query(client: Client) -> None:
    found = page(client, "/careers/?q=nurse&kind=skill&guide=nowhere")
    boxes = [attributes for tag, attributes in found.tags if attributes.get("type") == "checkbox"]
    assert [box["value"] for box in boxes if "checked" in box] == ["skill"]
    assert {box["name"] for box in boxes} == {"kind", "guide"}
    assert ("input", "nurse") in [(tag, row.get("value")) for tag, row in found.tags if row.get("type") == "hidden"]


def test_filters_of_the_list_leave_the_guides_that_were_chosen(client: Client) -> None:
    found = page(client, "/careers/?check=yes&check=x")
    assert "1 guide Of 8." in " ".join(found.text.replace("Compare two or three", "").split())
    rows = [attributes for tag, attributes in found.tags if attributes.get("class") == "rrow"]
    assert len(rows) == 1


@pytest.mark.parametrize("number", ["0", "2", "99999", "x", "-1", ""])
def test_a_page_that_is_not_there_is_the_nearest_that_is(client: Client, number: str) -> None:
    assert guides(page(client, f"/careers/?page={number}")) == builders.slugs()
    assert "holds every word" in page(client, f"/careers/?q=nurse&kind=skill&page={number}").text


def test_many_guides_are_shown_fifty_a_page(client: Client, now: datetime) -> None:
    for number in range(60):
        made.guide(f"owl-{number}", at=now - timedelta(days=9_999), title=f"Owl {number:02}")
    first, second = page(client, "/careers/"), page(client, "/careers/?page=2")
    rows = [len([1 for _, attributes in found.tags if attributes.get("class") == "rrow"]) for found in (first, second)]
    assert rows == [50, 18]
    assert "?page=2" in first.links
    assert "12 of 68 careers" in page(client, "/").text


def test_text_without_a_word_shows_the_list_and_says_why(client: Client) -> None:
    found = page(client, "/careers/?q=!!!")
    assert guides(found) == builders.slugs()
    assert "“!!!” holds no letter or digit" in found.text


def test_finding_nothing_offers_near_words_that_find_something(client: Client) -> None:
    found = page(client, "/careers/?q=nursign")
    assert "?q=nursing" in found.links
    assert "59 results" in page(client, "/careers/?q=nursing").text
