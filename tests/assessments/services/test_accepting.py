"""Proposals that are accepted, refused or put aside, and planning again with the real planner."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments.domain.following import extras
from assessments.domain.following.progress import DOING, DONE
from assessments.domain.situation import Situation
from assessments.models import Calculation, Plan
from assessments.services import calculations, proposals
from assessments.services.profiles import profile_of
from assessments.services.revisions import Change, PlanChanged
from tests.assessments.runs import NOW, built, edit, request, submitted, without_planner
from tests.assessments.services.asking import (
    OWN,
    A,
    B,
    C,
    accept,
    answered,
    ask,
    at,
    row,
    turn,
    whole,
    with_rows,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


@pytest.fixture
def plan(alice: User, asked: list[Situation]) -> Plan:
    """A plan of three actions of two weeks each, one after another, of at most 1,000 USD."""
    return with_rows(built(submitted(alice)), row(A, 0), row(B, 2), row(C, 4))


def test_accepting_follows_the_proposal_and_keeps_the_progress(plan: Plan, asked: list[Situation]) -> None:
    turned = turn(plan, a=DONE, b=DOING)
    made = answered(ask(turned, hours_per_week=2.0))
    revision = accept(made)
    assert (revision.number, revision.change, revision.words) == (4, Change.REPLANNED, "Planned again")
    assert (revision.request["hours_per_week"], revision.progress) == (2.0, turned.current.progress)
    assert {entry["id"] for entry in revision.actions} == {A, B}
    assert Calculation.objects.get().settled == Calculation.Decision.ACCEPTED
    assert asked[-1].hours_per_week == 2.0


def test_accepting_twice_by_one_form_is_one_revision(plan: Plan) -> None:
    made = answered(ask(plan, hours_per_week=2.0))
    change = edit(plan)
    first = proposals.accept(calculation=made, edit=change, words="Planned again")
    assert proposals.accept(calculation=made, edit=change, words="Planned again") == first
    with pytest.raises(PlanChanged):
        accept(made)
    assert plan.revisions.count() == 3


def test_a_proposal_for_an_older_revision_is_refused_whatever_its_page_showed(plan: Plan) -> None:
    made = answered(ask(plan))
    turn(plan, a=DOING)
    with pytest.raises(PlanChanged) as caught:
        accept(made)
    assert (caught.value.seen.number, caught.value.now.number) == (2, 3)
    assert Calculation.objects.get().settled == ""


def test_only_an_answered_proposal_that_offers_a_plan_can_be_accepted(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = ask(plan)
    with pytest.raises(LookupError):
        accept(waiting)
    nothing = {"status": "infeasible", "actions": [], "left_out": []}
    monkeypatch.setattr(calculations, "solve", lambda *_: nothing)
    monkeypatch.setattr(calculations, "remedies", lambda *_: [])
    with pytest.raises(LookupError):
        accept(answered(waiting))
    what_if = proposals.ask_what_if(plan=plan, profile=profile_of(plan.user), wishes={}, changes=[], at=NOW)
    monkeypatch.setattr(calculations, "outlook", lambda *_: [])
    with pytest.raises(LookupError):
        accept(answered(what_if))
    assert whole(plan).current.number == 2


def test_what_was_decided_can_be_asked_again(plan: Plan) -> None:
    made = answered(ask(plan))
    calculations.settle(calculation=made, decision=Calculation.Decision.KEPT)
    again = ask(plan)
    assert (again.state, again == made, Calculation.objects.count()) == (calculations.State.WAITING, False, 1)
    accept(answered(again))
    calculations.settle(calculation=again, decision=Calculation.Decision.KEPT)
    assert Calculation.objects.get().settled == Calculation.Decision.ACCEPTED


@pytest.fixture
def real(alice: User) -> Plan:
    """A plan of three months as the planner makes it."""
    return whole(built(submitted(alice), given=request(pinned=frozenset({B, C}))))


def places(document: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    return {entry["id"]: (entry["start"], entry["end"]) for entry in document["actions"]}


def test_planning_again_with_nothing_changed_changes_nothing(real: Plan) -> None:
    answer = answered(ask(real, at(0.4))).answer
    assert answer
    assert places(answer["document"]) == places(real.current.document)
    assert answer["document"]["totals"] == real.current.document["totals"]
    assert answer["document"]["kept"] == []


def test_own_and_split_actions_are_planned_and_work_that_runs_is_not_moved(real: Plan) -> None:
    before = {entry["id"]: entry for entry in real.current.actions}
    begun = date.fromisoformat(before[C]["start"])
    turned = turn(real, datetime.fromisoformat(f"{begun}T12:00+00:00"), c=DOING)
    wishes = {"extras": extras.none() | {"own": [OWN], "splits": {B: 0.5}}, "pinned": [f"{B}--part-2"]}
    revision = accept(answered(ask(turned, at(0.4), hours_per_week=8.0, **wishes)))
    found = {entry["id"]: entry for entry in revision.actions}
    assert {"own-a", C, f"{B}--part-1", f"{B}--part-2"} <= found.keys()
    assert B not in found
    assert found[C] == before[C]
    assert found[f"{B}--part-1"]["end"] < found[f"{B}--part-2"]["start"]
    assert (found["own-a"]["weeks"], found["own-a"]["hours"]) == (3, 12)


def test_once_the_target_date_has_passed_there_is_nothing_left_to_plan(real: Plan) -> None:
    made = answered(ask(real, at(40), pinned=[]))
    assert made.state == calculations.State.DONE
    assert made.answer
    assert made.answer["document"]["actions"] == []
