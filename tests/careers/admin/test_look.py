"""What the desk looks like on every page: its list of rows, its lists, and the pages that ask before deleting."""

import pytest
from django.test import Client

from careers.models import Career, Edition, Figure, Item, Section, Source
from careers.presentation.words import day as day_of
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import CONTENT, address
from tests.careers.admin.forms import opened, send
from tests.content import career
from tests.markup import Element, read, title

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


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
    assert found.one("h1").text == "Delete 2 scenario items"
    assert found.one("a", class_="button").text == "Keep them"
    as_edith.post(address("changelist", Item), chosen | {"post": "yes"})
    assert not Item.objects.filter(pk__in=keys).exists()


def test_a_published_guide_says_that_it_stays(as_edith: Client) -> None:
    found = page(as_edith, address("delete", career()))
    assert found.one("h1").text == "This guide stays"
    assert found.all("input", type="submit") == []
    chosen = {"action": "delete_selected", "_selected_action": [career().pk]}
    several = read(as_edith.post(address("changelist", Career), chosen))
    assert several.one("h1").text.endswith("stay")


def test_the_page_of_all_rows_is_called_so(as_edith: Client) -> None:
    found = page(as_edith, "/admin/careers/")
    assert (found.one("h1").text, title(found)) == ("All rows", "All rows | CMIO Coach editors’ desk")


def test_days_are_chosen_as_the_browser_does_it_and_written_alike(as_edith: Client) -> None:
    day = page(as_edith, address("change", career())).one("input", id="id_review_by")
    assert (day["type"], day["value"]) == ("date", career().review_by.isoformat())
    assert day_of(career().review_by.isoformat()) in page(as_edith, address("changelist", Career)).one("main").text


def test_a_number_is_drawn_without_the_zeros_of_its_column(as_edith: Client) -> None:
    row = Figure.objects.filter(career=career(), value__gt=1000)[0]
    for value, drawn in (("200000", "200000"), ("61.500", "61.5"), ("0", "0")):
        Figure.objects.filter(pk=row.pk).update(value=value, low=None, high=None)
        assert page(as_edith, address("change", row)).one("input", id="id_value")["value"] == drawn


def test_comments_are_asked_for_on_what_can_be_changed(as_edith: Client) -> None:
    row = Figure.objects.filter(career=career())[0]
    choices = page(as_edith, address("change", row)).one("select", id="comment_field").all("option")
    assert [choice["value"] for choice in choices][:2] == ["label", "measure"]


def test_after_saving_one_is_where_the_draft_goes_on(as_edith: Client) -> None:
    path = address("change", Section.objects.get(career=career(), slug="salary"))
    answer = send(as_edith, path, opened(as_edith, path), lead="Another lead.")
    assert answer["Location"] == address("change", career())
    assert "Readers see changes once the draft is published." in page(as_edith, answer["Location"]).text


def test_an_edition_is_called_what_it_is_and_shows_no_data(as_edith: Client) -> None:
    edition = Edition.objects.filter(career=career())[0]
    found = page(as_edith, address("change", edition))
    assert found.one("h1").text == "Chief Medical Information Officer, edition 1"
    assert edition.document["slug"] not in found.one("main").text
    assert {f"{address('compare', career())}?from=1", address("export", career())} <= {
        a["href"] for a in found.all("a")
    }


def test_nothing_offers_to_publish_or_review_what_readers_see_already(as_edith: Client) -> None:
    panel = page(as_edith, address("change", career())).one("section", aria_labelledby="publish-title")
    assert [link.text for link in panel.all("a")] == ["Compare with live"]
