"""Each named constraint of what the desk remembers: a good row is stored, a bad one is refused by the database."""

from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, models, transaction

from careers import models as m
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db
OF_ONE_ROOT = (m.Draft, m.Comment, m.Presence)


def row(model: type[models.Model], user: User, now: datetime, **changes: Any) -> models.Model:
    """A row of a guide with what it has to have."""
    given: dict[str, Any] = {
        "name": "Draft",
        "started_at": now,
        "changed_at": now,
        "user": user,
        "seen_at": now,
        "at": now,
        "path": "/admin/",
        "entries": {},
        "kept_at": now,
        "week": now.date(),
        "career": career(),
    }
    columns = {field.name for field in model._meta.fields}
    return model(**{name: value for name, value in (given | changes).items() if name in columns})


def assert_refused(bad: models.Model, name: str) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        bad.save()
    assert name in str(caught.value) or "UNIQUE constraint failed" in str(caught.value)


@pytest.mark.parametrize("model", OF_ONE_ROOT)
def test_it_belongs_to_a_guide_or_to_the_catalogue_and_never_to_both(
    model: type[models.Model], alice: User, now: datetime
) -> None:
    name = f"{model._meta.model_name}_of_one_root"
    row(model, alice, now).save()
    row(model, alice, now, career=None, catalogue=the_catalogue()).save()
    assert_refused(row(model, alice, now, catalogue=the_catalogue()), name)
    assert_refused(row(model, alice, now, career=None), name)


@pytest.mark.parametrize(
    ("model", "name"),
    [
        (m.Draft, "one_open_draft_of_career"),
        (m.Presence, "one_place_in_career"),
        (m.KeptForm, "one_kept_form_a_page"),
        (m.Reminder, "one_reminder_a_week"),
    ],
)
def test_there_is_one_of_it(model: type[models.Model], name: str, alice: User, now: datetime) -> None:
    row(model, alice, now).save()
    assert_refused(row(model, alice, now), name)


@pytest.mark.parametrize(
    ("model", "name"), [(m.Draft, "one_open_draft_of_catalogue"), (m.Presence, "one_place_in_catalogue")]
)
def test_there_is_one_of_it_for_the_catalogue(model: type[models.Model], name: str, alice: User, now: datetime) -> None:
    own: dict[str, Any] = {"career": None, "catalogue": the_catalogue()}
    row(model, alice, now, **own).save()
    assert_refused(row(model, alice, now, **own), name)


def test_a_draft_that_was_published_leaves_room_for_the_next(alice: User, now: datetime) -> None:
    row(m.Draft, alice, now, ended_at=now).save()
    row(m.Draft, alice, now).save()
    assert m.Draft.objects.of(career()).open().count() == 1


def test_every_constraint_of_the_desk_is_among_these() -> None:
    found = [model for model in apps.get_app_config("careers").get_models() if ".desk." in model.__module__]
    names = {entry.name for model in found for entry in model._meta.constraints}
    of_root = {f"{model._meta.model_name}_of_one_root" for model in OF_ONE_ROOT}
    single = {"one_kept_form_a_page", "one_reminder_a_week"}
    pairs = {f"{name}_{root}" for name in ("one_open_draft_of", "one_place_in") for root in ("career", "catalogue")}
    assert names == of_root | single | pairs
