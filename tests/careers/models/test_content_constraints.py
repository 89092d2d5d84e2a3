"""Each named constraint of the content, both ways: a good row is stored, a bad one is refused by the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from careers import models as m
from tests.content import career, the_catalogue

pytestmark = pytest.mark.django_db

NOW = timezone.now
Make = Callable[[], models.Model]


def a_career(**changes: Any) -> m.Career:
    return m.Career(**{"slug": "new", "title": "New", "reviewed_on": "2026-01-02", "review_by": "2026-01-02"} | changes)


def a_figure(**changes: Any) -> m.Figure:
    return m.Figure(**{"career": career(), "key": "new", "label": "New", "source": "base-guide", "value": 1} | changes)


def a_country(**changes: Any) -> m.Country:
    section = career().sections.get(kind="global")
    pay = {"low": 1, "high": 1, "usd_low": 1, "usd_high": 1}
    return m.Country(**{"section": section, "country": "NZ", "currency": "NZD"} | pay | changes)


def an_action(**changes: Any) -> m.Action:
    numbers = {"weeks_min": 1, "weeks_max": 1, "hours_min": 0, "hours_max": 0, "cost_min_usd": 0, "cost_max_usd": 0}
    return m.Action(**{"catalogue": the_catalogue(), "key": "new"} | numbers | changes)


def a_lift(**changes: Any) -> m.Lift:
    action = (
        m.Action.objects.get(key="sql-course")
        if m.Action.objects.filter(key="sql-course")
        else m.Action.objects.first()
    )
    return m.Lift(**{"action": action, "skill": "new", "low": 4, "high": 5} | changes)


def an_item(**changes: Any) -> m.Item:
    return m.Item(**{"catalogue": the_catalogue(), "key": "new", "difficulty": 1, "level_probed": 5} | changes)


def an_anchor(**changes: Any) -> m.Anchor:
    return m.Anchor(**{"skill": skill_without_rows(), "level": 1, "text": "New"} | changes)


def a_requirement(**changes: Any) -> m.Requirement:
    return m.Requirement(**{"skill": skill_without_rows(), "level": "cmio", "required": 1, "weight": 1} | changes)


def a_proficiency(**changes: Any) -> m.Proficiency:
    m.Proficiency.objects.all().delete()
    return m.Proficiency(**{"catalogue": the_catalogue(), "level": 1, "word": "new"} | changes)


def skill_without_rows() -> m.Skill:
    skill, _ = m.Skill.objects.get_or_create(catalogue=the_catalogue(), key="new", defaults={"weight": 1})
    return skill


RANGES: dict[str, tuple[Make, list[Make]]] = {
    "career_review_after_reviewed": (a_career, [lambda: a_career(review_by="2026-01-01")]),
    "figure_value_or_range": (
        a_figure,
        [lambda: a_figure(low=1), lambda: a_figure(value=None), lambda: a_figure(value=None, high=2)],
    ),
    "figure_range_in_order": (
        lambda: a_figure(value=None, low=2, high=2),
        [lambda: a_figure(value=None, low=3, high=2)],
    ),
    "country_ppp_in_order": (
        lambda: a_country(ppp_low=1, ppp_high=1),
        [
            lambda: a_country(ppp_low=2, ppp_high=1),
            lambda: a_country(ppp_low=0, ppp_high=1),
            lambda: a_country(ppp_low=1),
            lambda: a_country(ppp_high=1),
        ],
    ),
    "action_weeks_in_order": (an_action, [lambda: an_action(weeks_min=2), lambda: an_action(weeks_min=0)]),
    "action_hours_in_order": (lambda: an_action(hours_max=1), [lambda: an_action(hours_min=1)]),
    "action_cost_in_order": (lambda: an_action(cost_max_usd=1), [lambda: an_action(cost_min_usd=1)]),
    "lift_goes_up": (a_lift, [lambda: a_lift(low=5), lambda: a_lift(high=6), lambda: a_lift(low=0, high=0)]),
    "item_level_1_to_5": (an_item, [lambda: an_item(level_probed=0), lambda: an_item(level_probed=6)]),
    "anchor_level_1_to_5": (an_anchor, [lambda: an_anchor(level=0), lambda: an_anchor(level=6)]),
    "requirement_1_to_5": (a_requirement, [lambda: a_requirement(required=0), lambda: a_requirement(required=6)]),
    "requirement_weight_above_0": (a_requirement, [lambda: a_requirement(weight=0)]),
    "proficiency_level_1_to_5": (a_proficiency, [lambda: a_proficiency(level=0), lambda: a_proficiency(level=6)]),
}


def content_constraints(kind: type[models.BaseConstraint]) -> dict[str, type[models.Model]]:
    found = [model for model in apps.get_app_config("careers").get_models() if ".desk." not in model.__module__]
    return {entry.name: model for model in found for entry in model._meta.constraints if isinstance(entry, kind)}


def assert_refused(row: models.Model, name: str) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        row.save()
    told = str(caught.value)
    # SQLite names the columns of a unique constraint, PostgreSQL the constraint.
    assert name in told or "UNIQUE constraint failed" in told


def test_every_check_of_the_database_has_its_pair_here() -> None:
    assert set(content_constraints(models.CheckConstraint)) == set(RANGES)


@pytest.mark.parametrize("name", RANGES)
def test_a_row_within_the_bounds_is_stored(name: str) -> None:
    row = RANGES[name][0]()
    row.save()
    assert type(row)._default_manager.filter(pk=row.pk).exists()


@pytest.mark.parametrize(
    ("name", "place"), [(name, place) for name, pair in RANGES.items() for place in range(len(pair[1]))]
)
def test_a_row_beyond_the_bounds_is_refused(name: str, place: int) -> None:
    assert_refused(RANGES[name][1][place](), name)


UNIQUE = sorted(content_constraints(models.UniqueConstraint))


@pytest.mark.parametrize("name", UNIQUE)
def test_a_second_row_of_the_same_name_is_refused(name: str) -> None:
    model = content_constraints(models.UniqueConstraint)[name]
    row = model._default_manager.order_by("pk").first()
    assert row is not None
    row.pk = None
    row._state.adding = True
    assert_refused(row, name)


@pytest.mark.parametrize("name", UNIQUE)
def test_the_same_row_under_another_name_is_stored(name: str) -> None:
    model = content_constraints(models.UniqueConstraint)[name]
    constraint = next(entry for entry in model._meta.constraints if entry.name == name)
    assert isinstance(constraint, models.UniqueConstraint)
    row = model._default_manager.order_by("pk").first()
    assert row is not None
    row.pk, column = None, constraint.fields[-1]
    row._state.adding = True
    if name in {"anchor_once_per_level", "proficiency_level_once"}:
        model._default_manager.filter(level=5).delete()
    is_text = isinstance(model._meta.get_field(column), models.CharField)
    setattr(
        row,
        column,
        "Z"
        if column == "key" and name.startswith("option")
        else "another"
        if is_text
        else 5
        if column == "level"
        else 999,
    )
    row.save()
    assert row.pk


def test_two_careers_have_two_addresses() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_career(slug=career().slug).save()


def test_a_guide_with_editions_stays() -> None:
    with pytest.raises(models.ProtectedError):
        career().delete()


def test_an_edition_outlives_who_published_it(alice: Any) -> None:
    edition = career().published.create(number=2, document={}, live_from=NOW(), published_by=alice)
    alice.delete()
    edition.refresh_from_db()
    assert edition.published_by is None
