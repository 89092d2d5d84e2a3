"""What was published once under a slug or a key keeps it."""

from datetime import datetime

import pytest
from django.db.models import Model

from careers import models as m
from careers.services import publish
from careers.services.stable import LISTED, is_published
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", LISTED)
def test_what_readers_see_is_published(model: type[Model]) -> None:
    assert is_published(model._default_manager.order_by("pk")[0])


def test_a_new_row_is_not_and_a_new_name_neither() -> None:
    source = m.Source.objects.filter(career=career())[0]
    m.Source.objects.filter(pk=source.pk).update(key="another")
    assert not is_published(m.Source.objects.get(pk=source.pk))
    skill = m.Skill.objects.filter(catalogue=the_catalogue())[0]
    m.Skill.objects.filter(pk=skill.pk).update(key="another")
    assert not is_published(m.Skill.objects.get(pk=skill.pk))


def test_what_another_guide_published_under_the_name_does_not_count() -> None:
    other = m.Career.objects.exclude(pk=career().pk)[0]
    row = m.Source.objects.create(career=other, key="only-here", title="T", publisher="P", kind="news")
    m.Source.objects.filter(career=career()).order_by("pk")[:1].get()
    assert not is_published(row)


def test_what_an_earlier_edition_held_counts_as_well(now: datetime) -> None:
    root = career()
    section = root.sections.get(kind="pros")
    slug = section.slug
    section.delete()
    publish(root=root, by=None, at=now)
    again = m.Section.objects.create(career=root, slug=slug, title="T", kind="pros", lead="L", body="B", position=99)
    assert is_published(again)


def test_what_is_typed_over_the_name_does_not_count() -> None:
    section = career().sections.get(kind="pros")
    section.slug = "not-yet-saved"
    assert is_published(section)
