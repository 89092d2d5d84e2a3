"""Editors put rows in order where they stand: by number, without a script, and never over what they have not seen."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client

from careers import models as m
from careers.models.rows import Row
from careers.services import write
from careers.services.ordering import ORDERED, ordered
from tests.careers.admin.conftest import at_the_desk, editor
from tests.careers.admin.desk import address
from tests.careers.pages import Page
from tests.content import career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db
LISTS = [(root, model) for root, models in ORDERED.items() for model in models]


def root_of(kind: type[m.Career] | type[m.Catalogue]) -> m.Career | m.Catalogue:
    return career() if kind is m.Career else the_catalogue()


def entries(root: m.Career | m.Catalogue, model: type[Row], **typed: str) -> dict[str, str]:
    """What a browser sends of a list that was left as it is, but for what is typed."""
    rows = ordered(root, model)
    seen = {"of": model._meta.model_name or "", "seen": " ".join(str(row.pk) for row in rows)}
    return seen | {f"place-{row.pk}": str(place) for place, row in enumerate(rows, 1)} | typed


def sections() -> list[str]:
    return [row.kind for row in ordered(career(), m.Section)]


@pytest.mark.parametrize(("kind", "model"), LISTS)
def test_every_list_has_a_page_with_its_rows_in_order(
    as_edith: Client, kind: type[m.Career] | type[m.Catalogue], model: type[Row]
) -> None:
    root = root_of(kind)
    page = Page(as_edith.get(f"{address('order', root)}?of={model._meta.model_name}").content.decode())
    shown = [given["name"] for tag, given in page.tags if tag == "input" and given.get("name", "").startswith("place-")]
    assert sorted(shown) == sorted(f"place-{row.pk}" for row in ordered(root, model))


def test_a_number_moves_a_section_and_the_draft_begins(as_edith: Client, edith: User) -> None:
    root, last = career(), ordered(career(), m.Section)[-1]
    response = as_edith.post(address("order", root), entries(root, m.Section, **{f"place-{last.pk}": "0"}), follow=True)
    assert response.redirect_chain[-1][0] == f"{address('change', root)}#section-list"
    assert "The new order is saved to the draft." in Page(response.content.decode()).text
    assert sections()[0] == last.kind
    assert m.Draft.objects.of(root).get().changed_by == edith
    assert m.Deed.objects.of(root)[0].what == "reordered"


def test_a_list_that_has_a_page_of_its_own_comes_back_to_it(as_edith: Client) -> None:
    root, last = the_catalogue(), ordered(the_catalogue(), m.Action)[-1]
    response = as_edith.post(address("order", root), entries(root, m.Action, **{f"place-{last.pk}": "0"}))
    assert response["Location"] == f"{address('order', root)}?of=action"
    assert ordered(root, m.Action)[0] == last


def test_an_order_that_somebody_else_changed_is_shown_instead_of_overwritten(as_edith: Client) -> None:
    root = career()
    typed = entries(root, m.Section, **{f"place-{ordered(root, m.Section)[-1].pk}": "0"})
    m.Section.objects.filter(career=root, kind="salary").update(position=0)
    present = sections()
    response = as_edith.post(address("order", root), typed, follow=True)
    assert "The order was not saved: somebody else has changed it" in Page(response.content.decode()).text
    assert sections() == present


@pytest.mark.parametrize("number", ["", "x", "-1", "1.5", "10000", "９", "9" * 400, "1\0"])
def test_what_is_no_place_is_said_and_what_was_typed_stays(as_edith: Client, number: str) -> None:
    root, first = career(), ordered(career(), m.Section)[0]
    other = ordered(root, m.Section)[1]
    typed = entries(root, m.Section, **{f"place-{first.pk}": number, f"place-{other.pk}": "24"})
    page = as_edith.post(address("order", root), typed).content.decode()
    assert "a place is a whole number from 0 to 9999" in Page(page).text
    assert re.search(rf'name="place-{other.pk}" value="24"', page)
    assert write(root) == guide()


@pytest.mark.parametrize("seen", ["", "x", "1 2", "9" * 4000, "-1", "1,2"])
def test_a_forged_list_changes_nothing(as_edith: Client, seen: str) -> None:
    root = career()
    response = as_edith.post(address("order", root), entries(root, m.Section) | {"seen": seen})
    assert response.status_code in {200, 302}
    assert write(root) == guide()


def test_rows_of_another_guide_stay_where_they_are(as_edith: Client) -> None:
    other = m.Career.objects.exclude(pk=career().pk)[0]
    before = write(other)
    as_edith.post(address("order", career()), entries(other, m.Section))
    assert (write(career()), write(other)) == (guide(), before)


@pytest.mark.parametrize("name", ["edition", "user", "x" * 5000, "skill"])
def test_there_is_no_list_of_anything_else(as_edith: Client, name: str) -> None:
    assert as_edith.get(address("order", career()), {"of": name}).status_code == 404
    assert as_edith.post(address("order", career()), {"of": name}).status_code == 404


@pytest.mark.parametrize("role", ["reviewer", "publisher"])
def test_only_an_author_changes_the_order(role: str) -> None:
    client, root = at_the_desk(editor("rosa", role)), the_catalogue()
    assert client.get(address("order", root)).status_code == 403
    typed = entries(root, m.Gate, **{f"place-{ordered(root, m.Gate)[-1].pk}": "0"})
    assert client.post(address("order", root), typed).status_code == 403
    page = client.get(address("change", root)).content.decode()
    assert "Save order" not in page
    assert "data-order" not in page
    assert write(root) == catalogue()
