"""Workers that fail, are killed, are slow or are told to stop: nobody waits for ever, and nothing is answered twice."""

import logging
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments.domain.situation import Situation
from assessments.models import Calculation, Draft, Plan, Result, Revision
from assessments.models.calculations import LEASE, MOST_TRIES
from assessments.services import calculations, plans
from assessments.services.calculations import Purpose, State
from tests.assessments.runs import LATER, NOW, submitted, without_planner
from tests.assessments.services.questions import SECOND, ask, breaking, during, now, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(alice: User) -> Result:
    return submitted(alice)


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


def test_what_goes_wrong_is_tried_three_times_and_keeps_nobody_waiting(
    result: Result, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    breaking(monkeypatch)
    first, second = ask(result), ask(result, hours_per_week=5.0, at=NOW + SECOND)
    with caplog.at_level(logging.ERROR):
        assert [work() for _ in range(MOST_TRIES)] == [True] * MOST_TRIES
    assert (now(first).state, now(first).tries, now(first).finished_at) == (State.FAILED, MOST_TRIES, LATER)
    assert (now(first).is_over, now(first).answer) == (True, None)
    assert f"Calculation {first.pk} failed" in caplog.text
    without_planner(monkeypatch)
    assert work()
    assert not work()
    assert now(second).state == State.DONE


def test_one_that_failed_is_a_new_one_when_it_is_asked_again(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch)
    failed = ask(result)
    while work():
        pass
    without_planner(monkeypatch)
    again = ask(result, at=LATER)
    assert (again.state, again.tries, again == failed) == (State.WAITING, 0, False)
    work()
    assert now(again).plan_id == again.pk
    assert Calculation.objects.count() == 1


def killed(result: Result, monkeypatch: pytest.MonkeyPatch, at: datetime) -> Calculation:
    """A question whose worker is gone without a word since a moment."""
    asked = ask(result)
    with monkeypatch.context() as patch:
        patch.setattr(calculations, "_hand_back", lambda _: None)
        breaking(patch, SystemExit)
        with pytest.raises(SystemExit):
            work(at)
    return asked


def test_what_a_killed_worker_had_is_taken_up_after_its_lease(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    asked = killed(result, monkeypatch, NOW)
    assert now(asked).state == State.RUNNING
    assert not work(NOW + LEASE)
    assert now(asked).tries == 1
    assert work(NOW + LEASE + SECOND)
    assert (now(asked).state, now(asked).tries, now(asked).plan_id) == (State.DONE, 2, asked.pk)


def test_what_kills_three_workers_is_given_up(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    at, other = NOW, ask(result, hours_per_week=5.0, at=LATER)
    for _ in range(MOST_TRIES):
        asked = killed(result, monkeypatch, at)
        at += LEASE + SECOND
    assert now(asked).tries == MOST_TRIES
    assert work(at)
    assert (now(asked).state, now(asked).finished_at) == (State.FAILED, at)
    assert now(other).state == State.DONE


def test_a_worker_that_is_told_to_stop_hands_back_what_it_had(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    asked = ask(result)
    with monkeypatch.context() as patch:
        breaking(patch, SystemExit)
        with pytest.raises(SystemExit):
            work(NOW)
    assert (now(asked).state, now(asked).tries, now(asked).started_at) == (State.WAITING, 0, None)
    assert work(NOW + SECOND)
    assert now(asked).state == State.DONE


def test_of_two_workers_the_slow_one_changes_nothing(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    asked = ask(result)
    during(monkeypatch, lambda: work(NOW + LEASE + SECOND))
    assert work(NOW)
    assert (now(asked).state, now(asked).tries, now(asked).finished_at) == (State.DONE, 2, NOW + LEASE + SECOND)
    assert Plan.objects.count() == Revision.objects.count() == 1


def test_a_worker_that_is_only_slow_is_not_worth_less(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    asked = ask(result)
    lost = {"state": State.RUNNING, "tries": 2, "started_at": NOW + LEASE}
    during(monkeypatch, lambda: Calculation.objects.update(**lost))
    assert work(NOW)
    assert (now(asked).state, now(asked).plan_id) == (State.DONE, asked.pk)


def test_a_failure_does_not_take_back_what_another_worker_found(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    asked = ask(result)

    def fail(_: Calculation) -> dict[str, Any]:
        monkeypatch.undo()
        without_planner(monkeypatch)
        work(NOW + LEASE + SECOND)
        raise RuntimeError("no memory")

    monkeypatch.setattr(calculations, "answered", fail)
    assert work(NOW)
    assert (now(asked).state, now(asked).plan_id) == (State.DONE, asked.pk)


@pytest.mark.parametrize("goes", ["user", "result", "calculation"])
def test_whoever_is_deleted_meanwhile_leaves_nothing_behind(
    result: Result,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    solved: list[Situation],
    goes: str,
) -> None:
    asked = ask(result)
    rows: dict[str, Any] = {"user": result.attempt.user, "result": result, "calculation": asked}
    during(monkeypatch, rows[goes].delete)
    with caplog.at_level(logging.ERROR):
        assert work()
    assert caplog.text == ""
    assert Plan.objects.count() == Calculation.objects.count() == 0


def test_a_lost_connection_while_the_answer_is_kept_is_another_try(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    asked = ask(result)

    def lose(plan: Plan, drawn: Any) -> Plan:
        plans.kept_plan(plan, drawn)
        raise ConnectionError("lost")

    monkeypatch.setattr(calculations, "kept_plan", lose)
    assert work()
    assert (now(asked).state, now(asked).plan) == (State.WAITING, None)
    assert not Plan.objects.exists()
    monkeypatch.setattr(calculations, "kept_plan", plans.kept_plan)
    assert work()
    assert now(asked).plan_id == asked.pk


def test_everything_of_a_plan_goes_with_its_user(result: Result, charlie: User, solved: list[Situation]) -> None:
    user = result.attempt.user
    assert user
    ask(result)
    work()
    plan = Plan.objects.get()
    ask(result, purpose=Purpose.REVISE, basis=plan.current)
    for of in (plan, None):
        Draft.objects.create(user=user, result=result, plan=of, saved_at=NOW)
    other = ask(submitted(charlie))
    user.delete()
    assert list(Calculation.objects.all()) == [other]
    assert not any(model._default_manager.exists() for model in (Plan, Draft, Revision))


def test_proposals_and_drafts_go_with_their_plan(result: Result, solved: list[Situation]) -> None:
    user = result.attempt.user
    assert user
    ask(result)
    work()
    plan = Plan.objects.get()
    ask(result, purpose=Purpose.REVISE, basis=plan.current)
    kept = Draft.objects.create(user=user, result=result, saved_at=NOW)
    Draft.objects.create(user=user, result=result, plan=plan, saved_at=NOW)
    plan.delete()
    assert list(Draft.objects.all()) == [kept]
    assert not Calculation.objects.exists()


def test_rows_name_themselves_and_lead_to_their_pages(result: Result) -> None:
    asked = ask(result)
    assert str(asked) == f"Calculation {asked.pk}"
    assert str(Draft(pk=asked.pk)) == f"Draft {asked.pk}"
