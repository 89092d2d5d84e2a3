"""What people have after some steps of the path: answers, a result, a plan; and the moment at which they look at it."""

import json
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from assessments import snapshots
from assessments.domain.instrument import Instrument
from assessments.domain.planning import plan as solve
from assessments.domain.situation import Situation, plain
from assessments.models import Attempt, Plan, Rating, Result, ScenarioAnswer
from assessments.presentation.catalogue import Catalogue
from assessments.services import attempts, plans, profiles
from careers.models import Edition, InstrumentVersion
from tests.assessments import runs
from tests.assessments.runs import NOW as NOW
from tests.assessments.runs import started as started

LEVEL = "cmio"
GIVEN: dict[str, Any] = {
    "start": date(2026, 12, 7),
    "target": date(2027, 12, 31),
    "hours_per_week": 3.0,
    "budget_usd": 3000,
    "blocked_weeks": frozenset({date(2027, 7, 5)}),
}
"""A year with room for a handful of steps."""

_solved: dict[str, dict[str, Any]] = {}


def stop_clock(monkeypatch: pytest.MonkeyPatch, at: datetime = NOW) -> None:
    """Let every page see this moment; what is published has been live for a year."""
    monkeypatch.setattr(timezone, "now", lambda: at)
    for published in (Edition, InstrumentVersion):
        published.objects.update(live_from=at - timedelta(days=365))


def skills(attempt: Attempt) -> list[str]:
    """The keys of the attempt's skills in the order of its form."""
    return [skill.id for skill in attempts.form_of(attempt).skills]


def items(attempt: Attempt) -> list[str]:
    """The keys of the scenarios that the attempt asks."""
    return [item.id for item in attempts.form_of(attempt).items]


def rate(attempt: Attempt, level: int = 2, *, only: Collection[str] | None = None) -> Attempt:
    """Rate all skills, or only these."""
    rated = skills(attempt) if only is None else only
    Rating.objects.bulk_create(Rating(attempt=attempt, skill=skill, level=level, saved_at=NOW) for skill in rated)
    return attempt


def choose(attempt: Attempt, choice: str = ScenarioAnswer.UNSURE) -> Attempt:
    """Give the same answer to all scenarios."""
    rows = [ScenarioAnswer(attempt=attempt, item=item, choice=choice, saved_at=NOW) for item in items(attempt)]
    ScenarioAnswer.objects.bulk_create(rows)
    return attempt


def submitted(user: User, rating: int = 2, *, level: str = LEVEL, at: datetime = NOW) -> Attempt:
    """An attempt in which every skill is rated alike, with its result."""
    result = runs.submitted(user, rating, at, level)
    return Attempt.objects.for_user(user).get(pk=result.attempt_id)


def physician(user: User) -> User:
    """A user whose profile has every part filled in."""
    profiles.save_work(user=user, profession="physician", country="US", ehr="epic")
    profiles.save_gates(user=user, states={"medical_degree": "met", "licence": "met", "primary_board": "in_progress"})
    profiles.save_conditions(user=user, held=["bachelors"], ruled_out=["data-access"])
    profiles.save_target(user=user, target_level=LEVEL, target_date=GIVEN["target"])
    profiles.save_time(
        user=user, hours_per_week=GIVEN["hours_per_week"], budget_usd=3000, blocked_weeks=[date(2027, 7, 5)]
    )
    return user


def planned(attempt: Attempt, *, id: UUID | None = None, at: datetime = NOW, **given: Any) -> Plan:
    """A plan for a submitted attempt; what was asked before is not solved again."""
    assert attempt.user
    result = Result.objects.for_user(attempt.user).get(attempt=attempt)
    with patch.object(plans, "solve", _solve_once):
        plan = runs.built(result, id=id or uuid4(), given=runs.request(**(GIVEN | given)), at=at)
    return Plan.objects.for_user(attempt.user).get(pk=plan.pk)


def catalogue(attempt: Attempt) -> Catalogue:
    """What the attempt was made with."""
    return Catalogue(snapshots.catalogue(attempt.version_id))


def address(attempt: Attempt, rest: str = "") -> str:
    """The path of one of the attempt's pages."""
    return f"/assessments/{attempt.pk}/{rest}"


def _solve_once(instrument: Instrument, situation: Situation) -> dict[str, Any]:
    key = json.dumps([instrument.level, plain(situation)], sort_keys=True)
    if key not in _solved:
        _solved[key] = solve(instrument, situation)
    return _solved[key]
