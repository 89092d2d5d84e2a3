"""What planning leaves behind goes after its time, and nothing before."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from assessments.models import Calculation, Draft, Plan
from assessments.services import purging
from tests.assessments.runs import LATER, NOW, drawn, tick

pytestmark = pytest.mark.django_db
JUST = timedelta(seconds=1)
BUILD, REVISE, WHAT_IF = Calculation.Purpose
WAITING, RUNNING, DONE, FAILED = Calculation.State
ACCEPTED, KEPT = Calculation.Decision


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, "sql-course")


def calculation(plan: Plan, purpose: str = BUILD, state: str = DONE, **given: Any) -> Calculation:
    """One that ended at NOW, if it ended."""
    over = state in {DONE, FAILED}
    values: dict[str, Any] = {"user": plan.user, "result": plan.result, "version": plan.result.attempt.version}
    values |= {"digest": str(uuid4()), "request": {}, "created_at": NOW, "finished_at": NOW if over else None}
    return Calculation.objects.create(purpose=purpose, state=state, **{"plan": plan, **values, **given})


def test_answers_go_after_thirty_days_and_leave_their_plans(plan: Plan) -> None:
    for state in (DONE, FAILED):
        calculation(plan, state=state)
    assert purging.purge_calculations(at=NOW + timedelta(days=30) - JUST) == 0
    assert purging.purge_calculations(at=NOW + timedelta(days=30)) == 2
    assert Plan.objects.get() == plan


@pytest.mark.parametrize("state", [WAITING, RUNNING])
def test_what_nobody_worked_out_yet_stays(plan: Plan, state: str) -> None:
    calculation(plan, state=state)
    assert purging.purge_calculations(at=NOW + timedelta(days=900)) == 0


def test_a_proposal_stays_as_long_as_it_can_be_decided(plan: Plan) -> None:
    basis = plan.current
    kept = calculation(plan, REVISE, basis=basis)
    for given in ({"settled": KEPT}, {"settled": ACCEPTED}, {"state": FAILED}):
        calculation(plan, REVISE, basis=basis, **given)
    calculation(plan, WHAT_IF, basis=basis)
    Calculation.objects.filter(pk=calculation(plan).pk).update(plan=None)
    assert purging.purge_calculations(at=NOW + timedelta(days=31)) == 5
    assert list(Calculation.objects.all()) == [kept]
    tick(plan, "sql-course")
    assert purging.purge_calculations(at=NOW + timedelta(days=31)) == 1


def test_drafts_go_after_a_year_without_a_change(plan: Plan) -> None:
    for saved_at, of in ((NOW, plan), (LATER, None)):
        Draft.objects.create(user=plan.user, result=plan.result, plan=of, saved_at=saved_at)
    assert purging.purge_drafts(at=NOW + timedelta(days=365) - JUST) == 0
    assert purging.purge_drafts(at=NOW + timedelta(days=365)) == 1
    assert Draft.objects.get().plan is None


def test_the_command_says_how_many(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    calculation(plan, finished_at=NOW - timedelta(days=4000))
    Draft.objects.create(user=plan.user, result=plan.result, saved_at=NOW - timedelta(days=4000))
    call_command("purge")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Deleted 1 old answers of the planner.",
        "Deleted 1 old drafts of plans.",
    ]
