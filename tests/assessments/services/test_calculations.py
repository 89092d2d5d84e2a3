"""Planning outside of requests: equal questions are asked once, and each is answered whoever comes and goes."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.situation import Situation
from assessments.models import Calculation, Plan, Result, Revision
from assessments.models.calculations import MOST_TRIES
from assessments.services import calculations
from assessments.services.calculations import MOST_OPEN, Purpose, State, TooManyOpen
from tests.assessments.runs import ACTION, LATER, NOW, built, request, submitted, without_planner
from tests.assessments.services.questions import SECOND, ask, breaking, now, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(alice: User) -> Result:
    return submitted(alice)


@pytest.fixture
def solved(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


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
