"""A text of a form is shown as readers will see it, and nothing is saved."""

import pytest
from django.test import Client

from careers.services import write
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened
from tests.careers.pages import Page
from tests.content import career, guide, section

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
PAGE = "/admin/markdown/"


def shown(client: Client, text: str) -> str:
    return client.post(PAGE, {"body": text, "_show:body": "1"}).content.decode()


def test_the_button_of_a_field_shows_that_field(as_edith: Client) -> None:
    row = career().sections.get(slug="market-reality")
    path = address("change", row)
    html = as_edith.get(path).content.decode()
    form = opened(as_edith, path)
    for name in ("body", "passage_set-1-text"):
        assert f'name="_show:{name}" value="1" formaction="{PAGE}" formtarget="_blank" formnovalidate' in html
        page = as_edith.post(PAGE, form.entries | {name: "Some **bold** words.", f"_show:{name}": "1"})
        assert "<p>Some <strong>bold</strong> words.</p>" in page.content.decode()
    assert write(career()) == guide()


def test_buttons_say_which_text_they_show(as_edith: Client) -> None:
    html = as_edith.get(address("change", career().sections.get(slug="market-reality"))).content.decode()
    assert 'aria-label="Preview Body in a new tab"' in html
    assert 'aria-label="Preview Text, row 2 in a new tab"' in html


def test_real_texts_are_shown_as_on_their_page(as_edith: Client, client: Client) -> None:
    text = section(guide(), "salary")["body"]
    paragraph = Page(shown(as_edith, text)).text.partition("own tab.")[2].partition("Try a change")[0].strip()
    assert len(paragraph) > 200
    assert paragraph in Page(client.get("/careers/chief-medical-information-officer/").content.decode()).text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# Pay\n\nWords.", "“Pay” is a heading"),
        ("![A chart](a.png)", "“a.png” is a picture"),
        ("<script>alert(1)</script>", "'&lt;script&gt;alert(1)&lt;/script&gt;' is HTML"),
        ("[a](javascript:alert(1))", "is no link of this site"),
        ("x" * 20_001, "has 20,001 characters"),
    ],
)
def test_what_readers_would_not_see_is_told(as_edith: Client, text: str, told: str) -> None:
    html = shown(as_edith, text).replace("&#x27;", "'")
    assert "Readers will not see all of it" in html
    assert told in html
    assert "<script>alert" not in html
    assert 'javascript:alert(1)"' not in html


@pytest.mark.parametrize("sent", [{}, {"_show:": "1"}, {"_show:body": "1"}, {"_show:body": "1", "body": ""}])
def test_nothing_to_show_is_said(as_edith: Client, sent: dict[str, str]) -> None:
    assert "There is no text yet." in as_edith.post(PAGE, sent).content.decode()


def test_opened_alone_it_shows_an_example_and_a_place_to_try(as_edith: Client) -> None:
    html = as_edith.get(PAGE).content.decode()
    assert "<strong>more by size than by title</strong>" in html
    assert 'name="_show:text"' in html


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher"])
def test_every_role_may_look(db: None, role: str) -> None:
    assert at_the_desk(editor(role, role)).get(PAGE).status_code == 200
