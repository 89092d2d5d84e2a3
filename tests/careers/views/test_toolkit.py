"""The toolkit's pages: everything of the real content, the choices, and who is told that there is nothing."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from careers.models import Edition, ToolkitEdition
from careers.presentation.toolkit import pages
from careers.presentation.toolkit.tool import MADE_UP
from tests.careers.pages import Page
from tests.content import CMIO, career, tool

pytestmark = pytest.mark.django_db
TOOLKIT = f"/careers/{CMIO}/toolkit/"
OTHER = "chief-medical-officer"
ENTRIES = {"resumes": "resumes", "cover-letters": "letters", "interview": "questions", "guides": "guides"}


def read(client: Client, path: str = "") -> Page:
    response = client.get(TOOLKIT + path)
    assert response.status_code == 200
    return Page(response.content.decode())


def texts_of(document: Any) -> list[str]:
    """Every text of a document that readers are to see, without ids and what only programs need."""
    hidden = {
        "id",
        "skill",
        "skills",
        "levels",
        "target_level",
        "category",
        "related_actions",
        "related_content",
        "sources",
    }
    if isinstance(document, str):
        return [document]
    if isinstance(document, dict):
        return [text for key, value in document.items() if key not in hidden for text in texts_of(value)]
    return [text for value in document for text in texts_of(value)] if isinstance(document, list) else []


def test_the_overview_leads_to_every_kind_subject_and_guide(client: Client) -> None:
    page = read(client)
    assert {f"{TOOLKIT}{kind}/" for kind in ENTRIES} - {f"{TOOLKIT}guides/"} <= set(page.links)
    subjects = {f"{TOOLKIT}interview/?subject={row['id']}" for row in tool("interview")["categories"]}
    guides = {f"{TOOLKIT}guides/#{row['id']}" for row in tool("guides")["guides"]}
    assert subjects | guides <= set(page.links)
    assert MADE_UP in page.text


@pytest.mark.parametrize("kind", pages.KINDS)
def test_every_page_says_that_its_samples_are_made_up(client: Client, kind: str) -> None:
    assert MADE_UP in read(client, f"{kind}/").text


@pytest.mark.parametrize("kind", pages.KINDS)
def test_every_link_and_download_of_a_page_answers(client: Client, kind: str) -> None:
    links = {link.partition("#")[0] for link in read(client, f"{kind}/").links if link.startswith(TOOLKIT)}
    assert {client.get(link).status_code for link in links} == {200}
    assert len(links) > 5


@pytest.mark.parametrize(("kind", "name"), ENTRIES.items())
def test_every_entry_has_an_anchor_and_two_downloads(client: Client, kind: str, name: str) -> None:
    page = read(client, f"{kind}/")
    ids = [row["id"] for row in tool(kind)[name]]
    assert set(ids) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    wanted = {f"{TOOLKIT}{kind}/{key}.{suffix}" for key in ids for suffix in ("docx", "md")}
    assert wanted <= set(page.links)


@pytest.mark.parametrize("kind", ["interview", "guides"])
def test_every_text_of_a_question_and_of_a_guide_is_on_the_page(client: Client, kind: str) -> None:
    said = read(client, f"{kind}/").text
    rows = [row | {"body": "", "origin": ""} for row in tool(kind)[ENTRIES[kind]]]
    assert [text for text in texts_of(rows) if " ".join(text.split()) not in said] == []


def test_the_body_of_a_guide_is_read_as_markdown(client: Client) -> None:
    page = read(client, "guides/")
    assert "Choose three proofs." in page.text
    assert "**" not in page.text


def test_rubrics_are_words_without_rungs(client: Client) -> None:
    page = read(client, "interview/")
    assert [page.texts.count(name) for name in ("Not yet", "Partial", "Ready", "Stands out")] == [41] * 4
    assert not [tag for tag, attributes in page.tags if "rungs" in attributes.get("class", "")]


def test_sample_values_are_marked_in_letters_and_in_the_job_description(client: Client) -> None:
    for kind in ("cover-letters", "job-description"):
        marks = [tag for tag, attributes in read(client, f"{kind}/").tags if attributes.get("class") == "fill"]
        assert len(marks) > 20
        assert set(marks) == {"mark"}


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("resumes/?level=senior", "One resume example"),
        ("cover-letters/?level=cmio", "Two cover letters"),
        ("interview/?subject=vision&level=senior", "Four interview questions"),
        ("guides/?level=deputy", "Seven short guides"),
        ("job-description/?variant=community_hospital", "One version"),
        ("interview/?subject=%27%22%01", "40 interview questions"),
        ("interview/?level=<script>", "40 interview questions"),
        ("job-description/?variant=none", "Three versions"),
    ],
)
def test_choices_narrow_a_page_and_unknown_ones_do_not(client: Client, path: str, heading: str) -> None:
    page = read(client, path)
    assert heading in page.text
    assert ("was left out" in page.text) == ("%01" in path or "<" in path or path.endswith("none"))


def test_the_choice_stays_chosen_and_goes_with_the_downloads(client: Client) -> None:
    page = read(client, "interview/?subject=ai&level=cmio")
    chosen = [attributes["value"] for tag, attributes in page.tags if tag == "option" and "selected" in attributes]
    assert chosen == ["ai", "cmio"]
    assert f"{TOOLKIT}interview/all.docx?subject=ai&level=cmio" in page.links


def test_the_whole_text_of_a_variant_is_shown_with_its_changes(client: Client) -> None:
    page = read(client, "job-description/?variant=community_hospital")
    assert "at-the-elbow support personally when the team is short. (added)" in page.text
    assert "How to apply" in page.texts


def test_the_toolkit_is_the_current_place_in_the_navigation(client: Client) -> None:
    for path, current in (("", "page"), ("guides/", "true")):
        marks = [
            a for tag, a in read(client, path).tags if tag == "a" and a.get("href") == TOOLKIT and "aria-current" in a
        ]
        assert [mark["aria-current"] for mark in marks] == [current]


def test_a_script_only_adds_the_copy_button(client: Client) -> None:
    page = read(client, "guides/")
    assert "Copy" not in page.texts
    assert [a["src"] for tag, a in page.tags if tag == "script"] == ["/static/js/copy.js"]
    copied = {a["data-copy-from"] for _, a in page.tags if "data-copy-from" in a}
    assert len(copied) == 7
    assert copied <= set(page.ids)


@pytest.mark.parametrize(
    "path",
    [
        "/careers/nobody/toolkit/",
        f"/careers/{OTHER}/toolkit/",
        f"/careers/{OTHER}/toolkit/guides/",
        f"/careers/{OTHER}/toolkit/guides/panel_day.md",
        f"{TOOLKIT}poems/",
        f"{TOOLKIT}poems/all.md",
        f"{TOOLKIT}guides/nobody.md",
        f"{TOOLKIT}guides/panel_day.pdf",
        f"{TOOLKIT}resumes/all.docx",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_guide_of_a_career_with_a_toolkit_leads_to_it(client: Client) -> None:
    assert Page(client.get(f"/careers/{CMIO}/").content.decode()).links.count(TOOLKIT) == 2
    assert Page(client.get(f"/careers/{OTHER}/").content.decode()).links.count(TOOLKIT) == 1


def test_a_toolkit_of_one_document_shows_that_one(client: Client) -> None:
    ToolkitEdition.objects.exclude(kind="guides").delete()
    assert f"{TOOLKIT}interview/" not in read(client).links
    assert client.get(f"{TOOLKIT}interview/").status_code == 404


def test_a_toolkit_is_hidden_as_long_as_its_guide_is(client: Client, now: datetime) -> None:
    Edition.objects.filter(career=career()).update(live_from=now + timedelta(days=36_500))
    assert client.get(TOOLKIT).status_code == 404
    assert client.get(f"{TOOLKIT}guides/").status_code == 404
