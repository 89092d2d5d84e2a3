"""A form says where its row stands and what is to be put right, and shows the draft as readers will see it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from careers import models as m
from careers.services import publish
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.admin.forms import opened, send
from tests.careers.pages import Page, page
from tests.content import career, the_catalogue

# What is drawn and who may do what is worked out here, from the same rows on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ROWS = [m.Section, m.Figure, m.Source]
PARTS = [m.Skill, m.Gate, m.Item, m.Action, m.Domain, m.Condition, m.Level, m.CatalogueSource]


def section(kind: str = "salary") -> m.Section:
    return career().sections.get(kind=kind)


def shown(client: Client, row: Model) -> Page:
    return page(client, address("change", row))


def frames(found: Page) -> list[str]:
    return [given["src"] for tag, given in found.tags if tag == "iframe"]


def test_a_section_says_where_it_stands_and_leads_to_its_neighbors(as_edith: Client) -> None:
    found, before, after = shown(as_edith, section()), section("education_routes"), section("market_commentary")
    assert "Section 12 of 24 in the CMIO guide Live Edition 1 has been live since" in found.text
    hrefs = {given.get("rel"): given["href"] for tag, given in found.tags if tag == "a" and "rel" in given}
    assert (hrefs["prev"], hrefs["next"]) == (address("change", before), address("change", after))


def test_the_first_and_the_last_row_have_one_neighbor(as_edith: Client) -> None:
    rows = list(career().sections.all())
    assert 'rel="prev"' not in shown(as_edith, rows[0]).html
    assert 'rel="next"' not in shown(as_edith, rows[-1]).html


def test_what_was_saved_is_a_draft_ahead_with_its_name_and_its_author(as_edith: Client) -> None:
    path = address("change", section())
    send(as_edith, path, opened(as_edith, path), lead="Another lead.")
    text = page(as_edith, path).text
    assert "Draft ahead of live Edition 1 has been live since" in text
    assert "last saved by edith@example.org at" in text


@pytest.mark.parametrize("model", ROWS)
def test_beside_the_rows_of_a_guide_stands_its_preview(as_edith: Client, model: type[Model]) -> None:
    row = model._default_manager.filter(career=career()).order_by("pk")[0]
    framed = address("preview_page", career())
    found = shown(as_edith, row)
    assert frames(found) == [framed]
    for width in ("390", "1280"):
        assert f"{address('preview', career())}?width={width}" in found.links
    policy = as_edith.get(address("change", row))["Content-Security-Policy"]
    assert "frame-src 'self'" in policy


def test_the_preview_opens_at_the_section(as_edith: Client) -> None:
    assert f"{address('preview_page', career())}#{section().slug}" in shown(as_edith, section()).links


@pytest.mark.parametrize("model", PARTS)
def test_rows_of_the_instrument_have_no_page_to_show(as_edith: Client, model: type[Model]) -> None:
    row = model._default_manager.order_by("pk")[0]
    found = shown(as_edith, row)
    assert frames(found) == []
    assert "frame-src" not in as_edith.get(address("change", row))["Content-Security-Policy"]
    count = model._default_manager.count()
    assert f"1 of {count} in the instrument Live Version 1 has been live since" in found.text
    assert address("publish", the_catalogue()) in found.links


def test_what_stops_publication_is_listed_and_said_again_at_its_field_and_the_draft_is_saved(as_edith: Client) -> None:
    path = address("change", section())
    form = opened(as_edith, path)
    assert send(as_edith, path, form, sources="", body="# Pay\n\nText.").status_code == 302
    found = page(as_edith, path)
    assert "Two problems stop publication The draft is saved. Readers still see edition 1." in found.text
    for field in ("body", "sources"):
        assert f"{path}#id_{field}" in found.links
        assert f"id_{field}_findings" in found.ids
        entry = next(given for _, given in found.tags if given.get("id") == f"id_{field}")
        assert f"id_{field}_findings" in entry["aria-describedby"].split()
    assert found.text.count("is empty: a section names the sources") == 2
    assert "2 problems stop publication" in found.text


def test_what_is_wrong_in_another_row_is_counted_only(as_edith: Client) -> None:
    m.Section.objects.filter(pk=section("pros").pk).update(sources=[])
    found = shown(as_edith, section())
    assert "One problem stops publication, in another place." in found.text
    assert "Readers still see" not in found.text


@pytest.mark.parametrize(
    ("model", "kind", "column"),
    [(m.Passage, "market_reality", "text"), (m.ToolkitItem, "toolkit", "document")],
)
def test_a_finding_in_a_row_below_is_said_at_that_row(
    as_edith: Client, model: type[Model], kind: str, column: str
) -> None:
    row = model._default_manager.filter(section=section(kind)).order_by("position")[0]
    model._default_manager.filter(pk=row.pk).update(**{column: "# No\n\nText."})
    found = shown(as_edith, section(kind))
    field = f"id_{model._meta.model_name}_set-0-{column}"
    assert f"{field}_findings" in found.ids
    assert f"{address('change', section(kind))}#{field}" in found.links


def test_advice_stops_nothing_and_says_so(as_edith: Client) -> None:
    m.Section.objects.filter(pk=section("overview").pk).update(figures=[], body="It pays $300,000.")
    found = shown(as_edith, section("overview"))
    assert "Worth a look" in found.text
    assert "stops publication" not in found.text


def test_a_form_with_faults_shows_the_stored_name_and_keeps_what_was_typed(as_edith: Client) -> None:
    path = address("change", section())
    found = Page(send(as_edith, path, opened(as_edith, path), title="", lead="Kept.").content.decode())
    assert [text for text in found.texts if text == "Salary"]
    assert "Nothing was saved yet What you typed is in the form below." in found.text
    assert "Title : “Title” cannot be empty." in found.text
    assert 'href="#id_title"' in found.html
    assert "Kept." in found.text
    root = address("change", career())
    found = Page(send(as_edith, root, opened(as_edith, root), title="", review_by="").content.decode())
    assert "Chief Medical Information Officer" in found.text


def test_the_address_of_a_published_guide_leads_to_the_page_that_moves_it(as_edith: Client) -> None:
    found = shown(as_edith, career())
    assert address("move", career()) in found.links
    assert "Move to another address" in found.text
    assert "Move to another address" not in shown(at_the_desk(editor("rosa", "author")), career()).text


def test_a_guide_that_nobody_has_published_says_so(as_edith: Client) -> None:
    today = timezone.now().date()
    new = m.Career.objects.create(slug="new", title="New", tagline="T", summary="S", reviewed_on=today, review_by=today)
    found = shown(as_edith, new)
    assert "Never published Readers see nothing of it yet" in found.text
    assert 'name="slug"' in found.html


def test_fields_say_their_unit_and_their_limit(as_edith: Client) -> None:
    text = shown(as_edith, m.Action.objects.order_by("pk")[0]).text
    assert "Calendar weeks" in text
    assert "200 characters at most" in text


def test_a_new_row_says_no_more_than_its_fields_and_comes_last(as_edith: Client) -> None:
    root = career()
    path = f"{address('add', m.Source)}?career={root.pk}"
    form = opened(as_edith, path)
    assert form.entries["career"] == str(root.pk)
    assert "position" not in form.entries
    typed = {"key": "new", "title": "New", "publisher": "P", "kind": "news", "year": "2026"}
    assert send(as_edith, path, form, **typed).status_code == 302
    assert list(m.Source.objects.filter(career=root))[-1].key == "new"


@pytest.mark.parametrize("kind", ["salary", "faq"])
def test_a_reviewer_looks_at_all_of_it_and_changes_nothing(kind: str) -> None:
    m.Section.objects.filter(pk=section(kind).pk).update(sources=[])
    found = shown(at_the_desk(editor("rosa", "reviewer")), section(kind))
    assert frames(found) == [address("preview_page", career())]
    assert "One problem stops publication" in found.text
    assert not [given for tag, given in found.tags if tag == "input" and given.get("name") == "_save"]


def test_the_place_is_no_field_of_the_form(as_edith: Client, edith: User) -> None:
    row, path = section(), address("change", section())
    before = row.position
    send(as_edith, path, opened(as_edith, path), position="0", lead="Another.")
    assert section().position == before


def test_a_scheduled_edition_is_said(as_edith: Client, edith: User) -> None:
    root, at = career(), timezone.now()
    m.Section.objects.filter(pk=section().pk).update(lead="Soon.")
    publish(root=root, by=edith, at=at, live_from=at + timedelta(days=1))
    text = shown(as_edith, section()).text
    assert "Edition 2 goes live at" in text
    assert "Edition 2 is scheduled." in text
