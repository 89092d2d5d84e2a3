"""What the desk looks like on every page: its list of rows, its lists, and the pages that ask before deleting."""

import pytest
from django.test import Client

from careers.models import Career, Figure, Item, Section, Source
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import CONTENT, address
from tests.content import career
from tests.markup import Element, read, title

pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> Element:
    return read(client.get(path))


def test_every_page_has_the_list_of_rows_without_a_script(as_edith: Client) -> None:
    for path in ("/admin/", "/admin/careers/", address("changelist", Section), address("change", career())):
        links = {link["href"] for link in page(as_edith, path).one("nav", id="nav-sidebar").all("a")}
        assert {address("changelist", model) for model in CONTENT} <= links, path
        assert not [script for script in page(as_edith, path).all("script") if "nav_sidebar" in script["src"]]


def test_the_list_says_where_one_is_and_offers_only_what_one_may_add(as_edith: Client) -> None:
    shown = page(as_edith, address("changelist", Figure)).one("nav", id="nav-sidebar")
    assert [link["href"] for link in shown.all("a", aria_current="page")] == [address("changelist", Figure)]
    inside = page(as_edith, address("add", Figure)).one("nav", id="nav-sidebar")
    assert [link["href"] for link in inside.all("a", aria_current="true")] == [address("changelist", Figure)]
    assert len(shown.all("a", class_="add")) > 5
    reader = at_the_desk(editor("rita", "reviewer"))
    assert page(reader, "/admin/").one("nav", id="nav-sidebar").all("a", class_="add") == []


def test_a_list_is_called_by_what_it_lists(as_edith: Client) -> None:
    found = page(as_edith, address("changelist", Source))
    assert (found.one("h1").text, title(found)) == ("Sources", "Sources | CMIO Coach editors’ desk")


def test_deleting_names_the_row_and_what_readers_see_and_leads_back_without_a_script(as_edith: Client) -> None:
    row = Figure.objects.order_by("pk")[0]
    found = page(as_edith, address("delete", row))
    assert found.one("h1").text == "Delete this figure"
    assert "Readers see it until the draft is published." in found.one("main").text
    assert found.one("a", class_="button")["href"] == address("change", row)
    assert [control["value"] for control in found.all("input", type="submit")] == ["Delete this figure"]


def test_deleting_several_says_how_many(as_edith: Client) -> None:
    keys = list(Item.objects.order_by("pk").values_list("pk", flat=True)[:2])
    chosen = {"action": "delete_selected", "_selected_action": keys}
    answer = as_edith.post(address("changelist", Item), chosen)
    found = read(answer)
    assert found.one("h1").text == "Delete 2 items"
    assert found.one("a", class_="button").text == "Keep them"
    as_edith.post(address("changelist", Item), chosen | {"post": "yes"})
    assert not Item.objects.filter(pk__in=keys).exists()


def test_a_published_guide_says_that_it_stays(as_edith: Client) -> None:
    found = page(as_edith, address("delete", career()))
    assert found.one("h1").text == "This career stays"
    assert found.all("input", type="submit") == []
    chosen = {"action": "delete_selected", "_selected_action": [career().pk]}
    several = read(as_edith.post(address("changelist", Career), chosen))
    assert several.one("h1").text.endswith("stay")


def test_the_page_of_all_rows_is_called_so(as_edith: Client) -> None:
    found = page(as_edith, "/admin/careers/")
    assert (found.one("h1").text, title(found)) == ("All rows", "All rows | CMIO Coach editors’ desk")
