"""Texts of the desk end somewhere: what is too long reaches its field, is refused there, and all else is kept."""

import pytest
from django.db.models import Model
from django.test import Client

from careers import models as m
from careers.models.fields import MOST_LINES
from careers.services import write
from tests.careers.admin.desk import address
from tests.careers.admin.forms import Form, opened, send
from tests.careers.pages import Page
from tests.content import career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024


def section(kind: str = "salary") -> m.Section:
    found: m.Section = m.Section.objects.get(career=career(), kind=kind)
    return found


def refused(client: Client, row: Model, **typed: str) -> tuple[str, Form]:
    """What the page says of it, and what then stands in the form; nothing is saved."""
    path = address("change", row)
    response = send(client, path, opened(client, path), **typed)
    assert response.status_code == 200
    assert (write(career()), write(the_catalogue())) == (guide(), catalogue())
    html = response.content.decode()
    return Page(html).text, Form(html)


@pytest.mark.parametrize(
    ("column", "size", "said"),
    [
        ("body", 20_001, "“Body” has 20001 characters and holds 20000."),
        ("lead", 4_001, "“Lead” has 4001 characters and holds 4000."),
        ("sources", 4_001, "“Sources” has 4001 characters and holds 4000."),
        ("title", 121, "“Title” has 121 characters and holds 120."),
        ("point_set-0-text", 4_001, "“Text” has 4001 characters and holds 4000."),
    ],
)
def test_a_text_that_is_too_long_names_its_field_and_its_size(
    as_edith: Client, column: str, size: int, said: str
) -> None:
    text, form = refused(as_edith, section(), **{column: "x" * size, "lead" if column != "lead" else "title": "Kept."})
    assert f"{said} Shorten it here: all else is as you typed it." in text
    assert form.entries[column] == "x" * size
    assert "Kept." in form.entries.values()


def test_a_list_ends_too(as_edith: Client) -> None:
    text, _ = refused(as_edith, section(), figures="x\n" * (MOST_LINES + 1))
    assert "It has 301 lines and holds 300. Leave some out." in text


def test_two_megabytes_reach_their_field_and_all_else_is_kept(as_edith: Client) -> None:
    # Two bytes each, of which a browser makes six.
    pasted = "é" * MEGABYTE
    text, form = refused(as_edith, section(), body=pasted, lead="Kept.")
    assert "“Body” has 1048576 characters and holds 20000." in text
    assert form.entries["body"] == pasted
    assert form.entries["lead"] == "Kept."


@pytest.mark.parametrize("size", [9 * MEGABYTE])
def test_what_is_larger_still_is_a_request_that_nobody_reads(as_edith: Client, size: int) -> None:
    response = as_edith.post(address("change", section()), {"body": "x" * size})
    assert response.status_code in {400, 200}
    body = b"body=" + b"x" * size
    response = as_edith.post(address("change", section()), body, "application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert write(career()) == guide()


def test_no_browser_cuts_what_is_pasted_into_a_text(as_edith: Client) -> None:
    html = as_edith.get(address("change", section())).content.decode()
    areas = [part.partition(">")[0] for part in html.split("<textarea")[1:]]
    own = [area for area in areas if any(f'name="{name}"' in area for name in ("lead", "body", "sources", "figures"))]
    assert len(own) == 4
    assert not any("maxlength" in area for area in own)


def test_a_section_of_three_hundred_rows_can_be_sent(as_edith: Client) -> None:
    m.Point.objects.bulk_create(
        m.Point(section=section(), list="benefits", text=f"Point {n}", position=n) for n in range(100, 400)
    )
    path = address("change", section())
    form = opened(as_edith, path)
    assert len(form.entries) > 1000
    assert send(as_edith, path, form, title="Sent").status_code == 302


@pytest.mark.parametrize(
    ("kind", "column"),
    [("salary", "body"), ("market_reality", "passage_set-0-text"), ("toolkit", "toolkititem_set-0-document")],
)
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Some <script>alert(1)</script> words.", "'<script>' is HTML, which readers do not get"),
        ("[Pay](javascript:alert(1))", "'javascript:alert(1)' is no link of this site"),
    ],
)
def test_a_script_in_a_text_is_refused_at_its_field(
    as_edith: Client, kind: str, column: str, typed: str, said: str
) -> None:
    text, form = refused(as_edith, section(kind), **{column: typed})
    assert f"It holds what readers cannot get: {said}" in text
    assert form.entries[column] == typed


def test_plain_texts_may_hold_any_sign(as_edith: Client) -> None:
    path = address("change", section("how_to_become"))
    form = opened(as_edith, path)
    assert send(as_edith, path, form, **{"passage_set-0-text": "If x <b> y"}).status_code == 302
    assert "_show:passage_set-0-text" not in as_edith.get(path).content.decode()
