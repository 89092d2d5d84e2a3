"""Planning outside of requests: equal questions are asked once, and each is answered whoever comes and goes."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.situation import Situation, plain
from assessments.models import Calculation, Draft, Plan, Result, Revision
from assessments.models.calculations import LEASE, MOST_TRIES
from assessments.services import calculations, plans
from assessments.services.calculations import MOST_OPEN, Purpose, State, TooManyOpen
from assessments.services.profiles import profile_of
from tests.assessments.runs import ACTION, LATER, NOW, built, request, submitted, without_planner

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def result(alice: User) -> Result:
    return submitted(alice)


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


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


def test_an_equal_question_is_asked_once(result: Result) -> None:
    first = ask(result)
    assert ask(result, at=LATER) == first
    assert (first.state, first.tries, first.created_at, first.is_over) == (State.WAITING, 0, NOW, False)
    assert Calculation.objects.count() == 1


def test_another_limit_purpose_user_or_start_is_another_question(result: Result, charlie: User) -> None:
    asked = [
        ask(result),
        ask(result, hours_per_week=5.0),
        ask(result, purpose=Purpose.WHAT_IF, changes=[{"hours_per_week": 2.0}]),
        ask(result, purpose=Purpose.WHAT_IF, changes=[{"hours_per_week": 3.0}]),
        ask(result, kept=[{"id": ACTION}]),
        ask(submitted(charlie)),
    ]
    assert Calculation.objects.count() == len({entry.pk for entry in asked}) == len(asked)


def test_a_plan_that_was_asked_for_is_made_with_the_id_of_its_calculation(
    result: Result, solved: list[Situation]
) -> None:
    asked = ask(result)
    assert work()
    done = now(asked)
    assert (done.state, done.is_over, done.finished_at, done.tries) == (State.DONE, True, LATER, 1)
    plan = Plan.objects.get()
    assert done.plan == plan
    assert (plan.pk, plan.user, plan.result, plan.created_at) == (asked.pk, result.attempt.user, result, LATER)
    assert plan.current_revision
    assert (plan.current.number, plan.current.change) == (1, Revision.Change.BUILT)
    assert plan.current.request == asked.request["situation"]
    assert [entry.hours_per_week for entry in solved] == [4.0]
    assert not work()


def test_asking_for_a_plan_again_leads_to_it_until_it_is_gone(result: Result, solved: list[Situation]) -> None:
    first = ask(result)
    work()
    assert ask(result) == first
    assert len(solved) == 1
    Plan.objects.get().delete()
    assert ask(result).state == State.WAITING


def test_the_answer_is_what_planning_at_once_gives(result: Result) -> None:
    asked = ask(result, pinned=frozenset({ACTION}))
    work()
    plan = built(result, given=request(pinned=frozenset({ACTION})))
    assert Plan.objects.get(pk=asked.pk).current.document == plan.current.document | {"kept": []}


def test_what_ifs_are_answered_one_by_one_and_make_no_plan(result: Result) -> None:
    asked = ask(result, purpose=Purpose.WHAT_IF, changes=[{"hours_per_week": 1.0}, {"hours_per_week": 8.0}])
    work()
    answer = now(asked).answer
    assert answer
    less, more = answer["cells"]
    assert less["totals"]["points_missing"] >= more["totals"]["points_missing"]
    assert not Plan.objects.exists()


def test_where_no_plan_keeps_the_laws_the_answer_says_what_would_help(result: Result) -> None:
    asked = ask(result, pinned=frozenset({"chcio"}))
    work()
    done = now(asked)
    assert (done.state, done.plan) == (State.DONE, None)
    assert done.answer
    assert done.answer["document"]["left_out"][0]["id"] == "chcio"
    assert "pinned" in {row["kind"] for row in done.answer["remedies"] if row["change"]}
    assert not Plan.objects.exists()
    assert ask(result, pinned=frozenset({"chcio"})) == asked


def test_a_proposal_starts_from_what_there_is_and_keeps_what_stays(
    result: Result, monkeypatch: pytest.MonkeyPatch, solved: list[Situation]
) -> None:
    plan, seen = built(result), list[Any]()
    present = [{"id": ACTION, "start": "2026-12-07", "end": "2026-12-20", "weeks": 2}]

    def noted(*given: object) -> dict[str, Any]:
        seen.append(given)
        return {"status": "feasible"}

    monkeypatch.setattr(calculations, "solve", noted)
    kept = [{"id": "sql-course", "start": "2026-12-07", "end": "2026-12-27"}]
    given: dict[str, Any] = {"basis": plan.current, "present": present, "kept": kept}
    asked = ask(result, purpose=Purpose.REVISE, hours_per_week=2.0, **given)
    assert (asked.plan, asked.basis) == (plan, plan.current)
    work()
    assert now(asked).answer == {"document": {"status": "feasible", "kept": kept}}
    ((instrument, situation, rows),) = seen
    assert instrument == snapshots.instrument(result.attempt.version_id, "cmio")
    assert (situation.hours_per_week, rows) == (2.0, present)
    assert Plan.objects.get().current == plan.current


def test_the_one_that_has_waited_longest_comes_first(result: Result, solved: list[Situation]) -> None:
    for number in (3, 1, 2):
        ask(result, at=NOW + number * SECOND, hours_per_week=float(number))
    while work():
        pass
    assert [entry.hours_per_week for entry in solved] == [1.0, 2.0, 3.0]


def test_a_user_may_have_ten_questions_open(result: Result, charlie: User, solved: list[Situation]) -> None:
    for number in range(MOST_OPEN):
        first = ask(result, hours_per_week=number + 1.0)
    with pytest.raises(TooManyOpen):
        ask(result, hours_per_week=20.0)
    assert ask(result, hours_per_week=float(MOST_OPEN)) == first
    assert ask(submitted(charlie), at=LATER).pk
    work()
    assert ask(result, hours_per_week=20.0).pk
    with pytest.raises(TooManyOpen):
        ask(result, hours_per_week=21.0)


def test_a_failed_question_counts_again_when_it_is_asked_again(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch)
    failed = ask(result)
    for _ in range(MOST_TRIES):
        work()
    assert now(failed).state == State.FAILED
    for number in range(MOST_OPEN):
        ask(result, hours_per_week=number + 5.0)
    with pytest.raises(TooManyOpen):
        ask(result)
    assert now(failed).state == State.FAILED


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
