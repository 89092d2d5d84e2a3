"""Attempts, results and plans as tests need them, each made in one line."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from assessments.domain.persona.request import PlanRequest
from assessments.domain.situation import Situation
from assessments.models import Attempt, Plan, Rating, Result
from assessments.services import attempts, calculations, plans
from assessments.services.profiles import profile_of
from assessments.services.revisions import Drawn, Edit, begin
from careers.models import InstrumentVersion
from careers.services import publish
from tests.content import the_catalogue

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
LATER = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
ACTION = "tip-sheet-series"
"""A short action that costs nothing and needs nothing: pinned, it is in every plan."""


def newest() -> InstrumentVersion:
    """The last version of the instrument, whenever it was loaded."""
    version: InstrumentVersion = the_catalogue().published.latest("number")
    return version


def publish_another() -> InstrumentVersion:
    """A second version of the instrument, in which one skill weighs less for a CMIO and another one more."""
    for skill, weight in (("cds", 1), ("telehealth_rpm", 7)):
        the_catalogue().skill_set.get(key=skill).requirements.filter(level="cmio").update(weight=weight)
    publish(root=the_catalogue(), by=None, at=NOW)
    return newest()


def started(user: User, level: str = "cmio", at: datetime = NOW) -> Attempt:
    """An attempt without an answer."""
    return attempts.start(user=user, attempt_id=uuid4(), version=newest(), level=level, at=at)


def rate_all(attempt: Attempt, level: int = 2, but: Collection[str] = ()) -> None:
    """Rate every skill alike, but for those named."""
    skills = [skill.id for skill in attempts.form_of(attempt).open_skills if skill.id not in but]
    Rating.objects.bulk_create(Rating(attempt=attempt, skill=skill, level=level, saved_at=NOW) for skill in skills)


def submitted(user: User, rating: int = 2, at: datetime = NOW, level: str = "cmio") -> Result:
    """The result of an attempt in which every skill is rated alike."""
    attempt = started(user, level, at)
    rate_all(attempt, rating)
    return attempts.submit(attempt=attempt, at=at)


def request(**changes: Any) -> PlanRequest:
    """Three months, four hours a week, a thousand dollars: planned in a moment."""
    values: dict[str, Any] = {
        "start": date(2026, 12, 7),
        "target": date(2027, 3, 7),
        "hours_per_week": 4.0,
        "budget_usd": 1000,
        "running": (),
        **dict.fromkeys(("blocked_weeks", "open_to", "done", "pinned", "excluded"), frozenset()),
    }
    return PlanRequest(**values | changes)


def built(result: Result, **changes: Any) -> Plan:
    """A plan for a result, built by the planner unless arguments of `build_plan` say otherwise."""
    user = result.attempt.user
    assert user
    values: dict[str, Any] = {
        "user": user,
        "id": uuid4(),
        "result": result,
        "standing": plans.standing(result, profile_of(user)),
        "given": request(),
        "unavailable": (),
        "at": NOW,
    }
    return plans.build_plan(**values | changes)


def edit(plan: Plan, at: datetime = NOW, seen: int | None = None) -> Edit:
    """A change that a page of the plan sends, as it stands now or as it stood at a revision."""
    now = Plan.objects.whole().get(pk=plan.pk).current.number
    return Edit(now if seen is None else seen, uuid4(), at)


def tick(plan: Plan, *actions: str, at: datetime = NOW) -> Plan:
    """Mark actions of the plan as done; the plan as it stands then."""
    plans.set_progress(plan=plan, edit=edit(plan, at), before=(), done=actions)
    return Plan.objects.whole().get(pk=plan.pk)


def without_planner(patch: pytest.MonkeyPatch) -> list[Situation]:
    """Make every plan empty and instant; what the planner is asked is written down."""
    asked: list[Situation] = []

    def solve(_instrument: object, situation: Situation, _present: object = ()) -> dict[str, Any]:
        asked.append(situation)
        return {"status": "optimal", "actions": []}

    patch.setattr(plans, "solve", solve)
    patch.setattr(calculations, "solve", solve)
    return asked


def all_rows() -> dict[str, list[dict[str, Any]]]:
    """Everything that users own."""
    models = apps.get_app_config("assessments").get_models()
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


def drawn(user: User, *actions: str) -> Plan:
    """A plan that holds these actions, without asking the planner."""
    result = Result.objects.create(attempt=started(user), document={}, created_at=NOW)
    plan = Plan.objects.create(user=user, result=result, created_at=NOW)
    document = {"actions": [{"id": action, "start": "2026-12-07", "end": "2026-12-13"} for action in actions]}
    begin(plan=plan, drawn=Drawn(result.attempt.version_id, {}, document), words="Built the plan", at=NOW)
    return plan
