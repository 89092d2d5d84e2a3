"""Rows of a guide and of the instrument are put in another order, whole or not at all."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from careers import models as m
from careers.models.desk.roots import Root
from careers.models.rows import Row
from careers.services import ordering, write
from tests.content import career, catalogue, guide, the_catalogue

pytestmark = pytest.mark.django_db


def keys(root: Root, model: type[Row]) -> list[int]:
    return [row.pk for row in ordering.ordered(root, model)]


def put(root: Root, model: type[Row], order: Sequence[int], alice: User, now: datetime, **changes: Any) -> bool:
    """Ask for that order, as it is seen now unless the changes say otherwise."""
    asked = {"seen": keys(root, model), "places": {pk: place for place, pk in enumerate(order)}}
    return ordering.reorder(root=root, model=model, by=alice, at=now, **(asked | changes))


def test_the_rows_stand_as_asked_and_nothing_else_changes(alice: User, now: datetime) -> None:
    root = career()
    wanted = list(reversed(keys(root, m.Section)))
    assert put(root, m.Section, wanted, alice, now)
    assert keys(root, m.Section) == wanted
    assert write(root) == guide() | {"sections": guide()["sections"][::-1]}


def test_places_are_counted_from_nought_without_holes(alice: User, now: datetime) -> None:
    root = career()
    m.Section.objects.filter(career=root, kind="salary").update(position=900)
    present = keys(root, m.Section)
    put(root, m.Section, [present[-1], *present[:-1]], alice, now)
    places = m.Section.objects.filter(career=root).order_by("position").values_list("position", flat=True)
    assert list(places) == list(range(len(present)))


def test_rows_with_the_same_place_keep_their_order(alice: User, now: datetime) -> None:
    root = career()
    present = keys(root, m.Section)
    places = dict.fromkeys(present, 1) | {present[5]: 0}
    assert put(root, m.Section, present, alice, now, places=places)
    assert keys(root, m.Section) == [present[5], *present[:5], *present[6:]]


def test_skills_change_places_within_their_domain_only(alice: User, now: datetime) -> None:
    root = the_catalogue()
    before = {row.pk: row.domain for row in ordering.ordered(root, m.Skill)}
    put(root, m.Skill, list(reversed(list(before))), alice, now)
    after = ordering.ordered(root, m.Skill)
    assert [row.domain for row in after] == list(before.values())
    first = [pk for pk, domain in before.items() if domain == after[0].domain]
    assert [row.pk for row in after][: len(first)] == first[::-1]


def test_the_order_as_it_is_makes_no_draft(alice: User, now: datetime) -> None:
    root = career()
    assert not put(root, m.Section, keys(root, m.Section), alice, now)
    assert not m.Draft.objects.exists()


def test_the_trail_tells_what_was_moved_and_not_what_made_room(alice: User, now: datetime) -> None:
    root = career()
    present = keys(root, m.Section)
    put(root, m.Section, [present[11], *present[:11], *present[12:]], alice, now)
    deed = m.Deed.objects.of(root)[0]
    assert (deed.what, deed.words) == ("reordered", "Section “Salary” from place 12 to 1")
    assert m.Draft.objects.get().changed_by == alice


def test_many_moves_are_told_in_short(alice: User, now: datetime) -> None:
    root = career()
    put(root, m.Section, list(reversed(keys(root, m.Section))), alice, now)
    words = m.Deed.objects.of(root)[0].words.split("\n")
    assert len(words) == ordering.TOLD + 1
    assert words[-1] == "and 18 more"


def changed_meanwhile(root: m.Career) -> None:
    m.Section.objects.filter(career=root, kind="salary").update(position=0)


def deleted_meanwhile(root: m.Career) -> None:
    m.Section.objects.filter(career=root, kind="salary").delete()


@pytest.mark.parametrize("meanwhile", [changed_meanwhile, deleted_meanwhile])
def test_an_order_that_somebody_else_changed_is_not_overwritten(meanwhile: Any, alice: User, now: datetime) -> None:
    root = career()
    seen = keys(root, m.Section)
    meanwhile(root)
    present = keys(root, m.Section)
    with pytest.raises(ordering.OrderMoved):
        put(root, m.Section, list(reversed(seen)), alice, now, seen=seen)
    assert keys(root, m.Section) == present


def test_rows_of_another_guide_are_refused(alice: User, now: datetime) -> None:
    root, other = career(), m.Career.objects.exclude(pk=career().pk).order_by("pk")[0]
    theirs, before = keys(other, m.Section), write(other)
    with pytest.raises(ordering.OrderMoved):
        put(root, m.Section, list(reversed(theirs)), alice, now, seen=theirs)
    present = keys(root, m.Section)
    with pytest.raises(ordering.OrderMoved):
        put(root, m.Section, [*present[1:], theirs[0]], alice, now)
    assert (write(root), write(other)) == (guide(), before)


@pytest.mark.parametrize("model", [model for models in ordering.ORDERED.values() for model in models])
def test_every_list_of_the_documents_has_an_order(model: type[Row], alice: User, now: datetime) -> None:
    root: Root = career() if model in ordering.ORDERED[m.Career] else the_catalogue()
    assert put(root, model, list(reversed(keys(root, model))), alice, now)
    assert write(root) != (guide() if isinstance(root, m.Career) else catalogue())


def test_a_new_row_comes_after_the_last() -> None:
    assert ordering.next_position(career(), m.Section) == career().sections.count()
    assert ordering.next_position(m.Career(pk=0), m.Section) == 0
