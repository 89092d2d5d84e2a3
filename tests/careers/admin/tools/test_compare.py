"""Any two documents stand beside each other: editions, those that wait or that nobody saw, and the draft."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers.models import Career, Edition, Figure, Section, Skill, Source
from careers.models.desk.roots import Root
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.pages import Page, page
from tests.content import career, guide, the_catalogue

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def compared(client: Client, query: str = "", root: Root | None = None) -> Page:
    return page(client, address("compare", root or career()) + query)


def edition(number: int, days: int | None, **changes: Any) -> None:
    live_from = None if days is None else timezone.now() + days * DAY
    career().published.create(number=number, document=guide() | changes, live_from=live_from)


def test_what_readers_see_against_the_draft_unless_asked_otherwise(as_edith: Client) -> None:
    assert "No changes from edition 1 to the draft Both say the same." in compared(as_edith).text
    Section.objects.filter(career=career(), slug="salary").update(title="Pay", lead="")
    shown = compared(as_edith)
    assert "2 changes from edition 1 to the draft Pay Title changed Before: Salary Now: Pay" in shown.text
    assert f"{address('preview_page', career())}#salary" in shown.links


def test_all_kinds_of_documents_can_be_chosen(as_edith: Client) -> None:
    edition(2, -1, tagline="Two.")
    edition(3, None, tagline="Three.")
    edition(4, 1, tagline="Four.")
    text = compared(as_edith, "?from=3&to=4").text
    assert "1 change from edition 3 to edition 4 At a glance Tagline changed Before: Three. Now: Four." in text
    for label in ("The draft", "Edition 4, scheduled for ", "Edition 3, which no reader saw", "Edition 2, live since "):
        assert label in text
    assert "Before: Two. Now: " in compared(as_edith).text
    assert "Before: Four. Now: Two." in compared(as_edith, "?from=4&to=2").text


def test_figures_sources_and_the_order_of_rows_are_told(as_edith: Client) -> None:
    figure = Figure.objects.filter(career=career(), value__isnull=False).earliest("position")
    Figure.objects.filter(pk=figure.pk).update(value=123_456)
    Source.objects.filter(career=career(), key=figure.source).update(title="Another title")
    Section.objects.filter(career=career(), slug="salary").update(position=0)
    shown = compared(as_edith).text
    for words in ("Now: Another title", "Sections in another order", f"{figure.label} changed"):
        assert words in shown


def test_texts_are_shown_whole_when_asked(as_edith: Client) -> None:
    section = Section.objects.get(career=career(), slug="salary")
    Section.objects.filter(pk=section.pk).update(body=f"{section.body} More.")
    whole = " ".join(section.body.split())
    assert whole not in compared(as_edith).text
    assert whole in compared(as_edith, "?whole=1").text


def test_a_draft_whose_references_lead_nowhere_can_be_compared(as_edith: Client) -> None:
    Source.objects.filter(career=career()).delete()
    assert "changes from edition 1 to the draft" in compared(as_edith).text


def test_the_instrument_is_compared_by_row(as_edith: Client) -> None:
    root = the_catalogue()
    skill = Skill.objects.filter(catalogue=root).earliest("pk")
    Skill.objects.filter(pk=skill.pk).update(definition="Another.")
    shown = compared(as_edith, "", root)
    assert f"1 change from version 1 to the draft Skill: {skill.name} Definition changed" in shown.text
    assert f"{address('preview_page', root)}#skills-{skill.key}" in shown.links


def test_a_guide_that_was_never_published_has_nothing_to_compare_with(as_edith: Client) -> None:
    days = {"reviewed_on": "2026-11-01", "review_by": "2027-11-01"}
    pilot = Career.objects.create(title="Pilot", slug="pilot", tagline="x", summary="x", typical_education="x", **days)
    assert "Nothing to compare with yet" in compared(as_edith, "", pilot).text


@pytest.mark.parametrize("query", ["from=9", "to=x", "from=-1", "from=01", "to=%EF%BC%91", "from=" + "9" * 400])
def test_what_is_unknown_is_not_found(as_edith: Client, query: str) -> None:
    assert as_edith.get(f"{address('compare', career())}?{query}").status_code == 404


@pytest.mark.parametrize("query", ["from=&to=", "from=1&to=1", "from=draft&to=draft", "whole=x", "from=draft&to=1"])
def test_odd_choices_answer(as_edith: Client, query: str) -> None:
    assert compared(as_edith, f"?{query}")


def test_only_who_publishes_is_led_back() -> None:
    path = address("revert", career()) + "?to=1"
    links = {role: compared(at_the_desk(editor(role, role))).links for role in ("author", "reviewer", "publisher")}
    assert {role for role, found in links.items() if path in found} == {"publisher"}


def test_the_list_of_editions_leads_to_both(as_edith: Client) -> None:
    links = page(as_edith, address("changelist", Edition)).links
    assert f"{address('compare', career())}?from=1" in links
    assert f"{address('revert', career())}?to=1" in links
    as_author = at_the_desk(editor("arthur", "author"))
    links = page(as_author, address("changelist", Edition)).links
    assert f"{address('compare', career())}?from=1" in links
    assert f"{address('revert', career())}?to=1" not in links


def test_many_editions_ask_as_much_as_one(as_edith: Client) -> None:
    before = queries(as_edith)
    for number in range(2, 8):
        edition(number, None if number == 7 else -1)
    assert queries(as_edith) == before


def queries(client: Client) -> int:
    # Django remembers content types for as long as the process lives: who comes first asks for them.
    compared(client)
    with CaptureQueriesContext(connection) as captured:
        compared(client)
    return len(captured)
