"""Two workers and two clicks in the same moment: each question is asked once and worked out once."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments.domain.situation import Situation, plain
from assessments.models import Calculation, Plan, Result, Revision
from assessments.services import calculations, plans
from assessments.services.calculations import Purpose, State
from assessments.services.profiles import profile_of
from tests.assessments.runs import LATER, NOW, request, submitted, without_planner
from tests.assessments.services.at_once import at_once, break_locks, committing, held_after

SHORT, LONG = 0.3, 20.0
READ = 'FROM "assessments_calculation"'


@pytest.fixture
def result(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Result]:
    with committing(tmp_path, monkeypatch):
        yield submitted(User.objects.create_user(username="alice"))


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


def ask(result: Result, hours: float = 4.0) -> Calculation:
    user = result.attempt.user
    assert user
    situation = plain(plans.situation(plans.standing(result, profile_of(user)), request(hours_per_week=hours), ()))
    values: dict[str, Any] = {"version_id": result.attempt.version_id, "request": situation, "at": NOW}
    return calculations.ask(user=user, result=result, purpose=Purpose.BUILD, **values)


def work() -> bool:
    return calculations.work_off(lambda: LATER)


def two_workers(patience: float = LONG) -> list[Any]:
    """Both have read what waits before either takes anything."""
    call = held_after(READ, Barrier(2, timeout=patience), work)
    return at_once(call, call)


def take_carelessly(at: datetime) -> Calculation | None:
    """As one would write it without thinking of a second worker."""
    taken = Calculation.objects.to_do(at).select_related("result__attempt", "user", "plan").first()
    if taken:
        Calculation.objects.filter(pk=taken.pk).update(state=State.RUNNING, tries=1, started_at=at)
        taken.tries = 1
    return taken


def test_two_workers_never_take_the_same(result: Result, solved: list[Situation]) -> None:
    for hours in (2.0, 3.0):
        ask(result, hours)
    assert two_workers() == [True, True]
    assert sorted(asked.hours_per_week for asked in solved) == [2.0, 3.0]
    assert Plan.objects.count() == Calculation.objects.filter(state=State.DONE).count() == 2


def test_what_one_worker_took_is_nothing_for_the_other(result: Result, solved: list[Situation]) -> None:
    asked = ask(result)
    assert sorted(two_workers()) == [False, True]
    assert len(solved) == Plan.objects.count() == Revision.objects.count() == 1
    assert Calculation.objects.get(pk=asked.pk).tries == 1


def test_a_careless_worker_would_be_noticed(
    result: Result, solved: list[Situation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calculations, "_take", take_carelessly)
    ask(result)
    two_workers()
    assert len(solved) == 2
    assert Plan.objects.count() == 1


@pytest.fixture
def clicks(result: Result) -> Callable[[float], list[Any]]:
    """What two clicks at the same moment lead to; both have looked for the question before either asks it."""

    def double(patience: float) -> list[Any]:
        call = held_after(READ, Barrier(2, timeout=patience), lambda: ask(result))
        return at_once(call, call)

    return double


def test_a_double_click_asks_once(clicks: Callable[[float], list[Any]]) -> None:
    first, second = clicks(SHORT)
    assert first == second == Calculation.objects.get()


def test_without_the_lock_the_second_click_would_fail(
    clicks: Callable[[float], list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_locks(monkeypatch)
    assert len([outcome for outcome in clicks(LONG) if not isinstance(outcome, Calculation)]) == 1
