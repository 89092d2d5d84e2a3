"""Questions to the planner as tests ask them, and workers that answer or break."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from assessments.domain.situation import plain
from assessments.models import Calculation, Result
from assessments.services import calculations, plans
from assessments.services.calculations import Purpose
from assessments.services.profiles import profile_of
from tests.assessments.runs import LATER, NOW, request

SECOND = timedelta(seconds=1)


def question(result: Result, **given: Any) -> dict[str, Any]:
    user = result.attempt.user
    assert user
    return plain(plans.situation(plans.standing(result, profile_of(user)), request(**given), ()))


def ask(result: Result, purpose: Purpose = Purpose.BUILD, at: datetime = NOW, **given: Any) -> Calculation:
    more = {name: given.pop(name) for name in ("basis", "present", "kept", "changes") if name in given}
    user = result.attempt.user
    assert user
    values: dict[str, Any] = {"user": user, "result": result, "version_id": result.attempt.version_id, "at": at}
    return calculations.ask(purpose=purpose, request=question(result, **given), **values, **more)


def work(at: datetime = LATER) -> bool:
    return calculations.work_off(lambda: at)


def now(calculation: Calculation) -> Calculation:
    return Calculation.objects.get(pk=calculation.pk)


def breaking(monkeypatch: pytest.MonkeyPatch, error: type[BaseException] = RuntimeError) -> None:
    def fail(*_: object) -> dict[str, Any]:
        raise error

    monkeypatch.setattr(calculations, "solve", fail)


def during(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], Any]) -> None:
    """Let something happen while a worker is at it."""
    answered = calculations.answered

    def meanwhile(calculation: Calculation) -> dict[str, Any]:
        found = answered(calculation)
        monkeypatch.setattr(calculations, "answered", answered)
        happens()
        return found

    monkeypatch.setattr(calculations, "answered", meanwhile)
