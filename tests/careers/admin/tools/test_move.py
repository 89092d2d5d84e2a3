"""Moving a guide on the desk: what follows is said first, and a refusal keeps what was typed."""

import re

import pytest
from django.test import Client

from careers.models import Career
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.content import CMIO, career, the_catalogue
from tests.markup import read

pytestmark = pytest.mark.django_db
OLD, NEW = "chief-medical-officer", "cmo"


def page(root: Career | None = None) -> str:
    return address("move", root or career(OLD))


def test_it_says_what_follows_and_does_it(as_edith: Client, client: Client) -> None:
    asked = read(as_edith.get(page()))
    assert "It differs from edition 1 in nothing but the address" in asked.text
    assert re.search(r"\d other guides name it: .*Chief Medical Information Officer", asked.text)
    done = read(as_edith.post(page(), {"slug": NEW}, follow=True))
    assert "The guide is at /careers/cmo/ now. Edition 2 is live there" in done.text
    assert f"/careers/{OLD}/" in done.text
    assert client.get(f"/careers/{OLD}/", follow=True).redirect_chain == [(f"/careers/{NEW}/", 301)]


@pytest.mark.parametrize("slug", ["", "Big Letters", CMIO, "compare", "x" * 3000, "a\0b"])
def test_a_refusal_keeps_what_was_typed(as_edith: Client, slug: str) -> None:
    answer = as_edith.post(page(), {"slug": slug})
    assert answer.status_code == 422
    assert read(answer).one("input", id="id_slug").attributes.get("value", "") == slug
    assert career(OLD).published.count() == 1


def test_what_keeps_it_from_moving_is_said_instead_of_asked(as_edith: Client) -> None:
    shown = read(as_edith.get(page(career())))
    assert "This guide stays where it is" in shown.text
    assert not shown.all("input", id="id_slug")
    assert as_edith.post(page(career()), {"slug": NEW}).status_code == 422


def test_publishers_move_guides_and_nobody_else() -> None:
    for role, status in (("author", 403), ("reviewer", 403), ("publisher", 302)):
        desk = at_the_desk(editor(role, role))
        path = page(Career.objects.get(published__number=1, title="Chief Medical Officer"))
        assert desk.post(path, {"slug": NEW}).status_code == status


def test_the_instrument_has_no_address_to_move(as_edith: Client) -> None:
    assert as_edith.get(f"/admin/careers/catalogue/{the_catalogue().pk}/move/").status_code in {302, 404}
    shown = as_edith.get(address("change", the_catalogue())).content.decode()
    assert "/move/" not in shown


def test_a_guide_moves_before_its_first_edition(as_edith: Client) -> None:
    new = Career.objects.create(
        slug="new", title="New", tagline="-", summary="-", reviewed_on="2026-01-01", review_by="2026-02-01"
    )
    assert "no reader has seen yet" in read(as_edith.get(page(new))).text
    as_edith.post(page(new), {"slug": "newer"})
    assert career("newer").pk == new.pk
