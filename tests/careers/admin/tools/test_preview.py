"""The preview shows the working rows as readers would see them, and nothing of it reaches caches or other sites."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from careers.models import (
    Action,
    Anchor,
    Career,
    Figure,
    Gate,
    Item,
    Option,
    Point,
    RelatedCareer,
    Section,
    Skill,
    Source,
)
from careers.models.desk.roots import Root
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.pages import Page, page
from tests.content import CMIO, career, the_catalogue

pytestmark = pytest.mark.django_db
SENTENCE = "Pay is agreed, not granted."


def framed(client: Client, root: Root | None = None) -> Page:
    return page(client, address("preview_page", root or career()))


def edit() -> None:
    Section.objects.filter(career=career(), slug="salary").update(body=SENTENCE)


def test_it_shows_the_draft_and_says_what_readers_see(as_edith: Client, client: Client) -> None:
    edit()
    shown = framed(as_edith)
    assert SENTENCE in shown.text
    assert "Preview of the draft. Readers see edition 1." in shown.text
    assert SENTENCE not in page(client, f"/careers/{CMIO}/").text


def test_below_its_cover_it_is_the_public_page_to_the_byte(as_edith: Client, client: Client) -> None:
    draft = as_edith.get(address("preview_page", career())).content.replace(b' target="_blank"', b"")
    public = client.get(f"/careers/{CMIO}/").content
    facts = b'<dl class="facts"'
    assert draft.partition(facts)[2] == public.partition(facts)[2] != b""


def test_no_search_engine_cache_or_other_site_learns_of_it(as_edith: Client) -> None:
    answer = as_edith.get(address("preview_page", career()))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    tags = Page(answer.content.decode()).tags
    assert ("meta", {"name": "robots", "content": "noindex, nofollow"}) in tags
    assert not [tag for tag in tags if tag[1].get("rel") == "canonical" or tag[1].get("type") == "application/ld+json"]


def test_only_pages_of_this_site_frame_it_and_only_the_desk_frames_anything(as_edith: Client, client: Client) -> None:
    inner, outer = as_edith.get(address("preview_page", career())), as_edith.get(address("preview", career()))
    assert inner["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in inner["Content-Security-Policy"]
    assert "frame-src" not in inner["Content-Security-Policy"]
    assert outer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in outer["Content-Security-Policy"]
    assert "frame-src 'self'" in outer["Content-Security-Policy"]
    assert "frame-src" not in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize(("asked", "width"), [("", "1280"), ("390", "390"), ("1280", "1280"), ("9x", "1280")])
def test_the_frame_has_the_width_that_was_asked_for(as_edith: Client, asked: str, width: str) -> None:
    shown = page(as_edith, f"{address('preview', career())}?width={asked}")
    (frame,) = [attributes for tag, attributes in shown.tags if tag == "iframe"]
    assert (frame["width"], frame["src"]) == (width, address("preview_page", career()))
    current = [attributes["href"] for _, attributes in shown.tags if "aria-current" in attributes]
    assert [link for link in current if link.startswith("?")] == [f"?width={width}"]


def test_links_to_other_pages_open_beside_the_frame_and_those_inside_stay(as_edith: Client) -> None:
    links = [attributes for tag, attributes in framed(as_edith).tags if tag == "a"]
    stays = {link["href"][0] for link in links if "target" not in link}
    assert stays == {"#", "?"}
    assert {link["target"] for link in links if link["href"].startswith(("/", "http"))} == {"_blank"}


def test_the_table_of_countries_can_be_sorted_in_it(as_edith: Client) -> None:
    path = address("preview_page", career())
    assert "Back to the guide’s order" not in page(as_edith, path).text
    assert "Back to the guide’s order" in page(as_edith, f"{path}?sort=usd").text


def test_what_cannot_be_shown_is_named_with_its_place(as_edith: Client) -> None:
    Section.objects.filter(career=career(), slug="salary").update(figures=["nobody-counted"])
    shown = framed(as_edith)
    assert "No preview yet Your work is saved." in shown.text
    assert "'nobody-counted' is not a figure of this guide" in shown.text


def test_a_guide_that_is_named_by_nothing_is_told_too(as_edith: Client) -> None:
    RelatedCareer.objects.filter(section__career=career()).update(career_slug="")
    assert "No preview yet" in framed(as_edith).text


@pytest.mark.parametrize("model", [Source, Figure, Section])
def test_a_guide_from_which_rows_are_missing_still_answers(as_edith: Client, model: type[Source]) -> None:
    for row in model._default_manager.filter(career=career())[:40:4]:
        row.delete()
        assert as_edith.get(address("preview_page", career())).status_code == 200


def test_a_guide_that_was_never_published_has_a_preview(as_edith: Client) -> None:
    facts = {"tagline": "Flies.", "summary": "Flies a plane.", "typical_education": "School."}
    days = {"reviewed_on": "2026-11-01", "review_by": "2027-11-01"}
    pilot = Career.objects.create(title="Pilot", slug="pilot", **facts, **days)
    assert "Readers see nothing of it yet." in framed(as_edith, pilot).text


def test_the_instrument_is_shown_whole(as_edith: Client) -> None:
    catalogue = the_catalogue()
    shown = framed(as_edith, catalogue)
    assert "Readers see version 1." in shown.text
    texts = ((Skill, "definition"), (Anchor, "text"), (Gate, "how_met"), (Action, "summary"), (Item, "stem"))
    for model, name in (*texts, (Option, "rationale")):
        said = model._default_manager.values_list(name, flat=True)
        assert [text for text in said if " ".join(text.split()) not in shown.text] == []
    assert {f"skills-{Skill.objects.earliest('pk').key}", "gates", "actions", "items"} <= set(shown.ids)


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher"])
def test_every_role_may_look(role: str) -> None:
    client = at_the_desk(editor("emil", role))
    assert client.get(address("preview", career())).status_code == 200
    assert client.get(address("preview_page", career())).status_code == 200


def test_many_rows_ask_as_much_as_few(as_edith: Client) -> None:
    before = queries(as_edith)
    section = Section.objects.get(career=career(), kind="how_to_become")
    Point.objects.bulk_create([Point(section=section, list="strategies", text=f"Line {place}") for place in range(20)])
    assert queries(as_edith) == before


def queries(client: Client) -> int:
    # Django remembers content types for as long as the process lives: who comes first asks for them.
    framed(client)
    with CaptureQueriesContext(connection) as captured:
        framed(client)
    return len(captured)
