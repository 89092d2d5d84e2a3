"""Planning a saved plan again: what stays, what is asked anew, and what accepting the answer changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE, SKIPPED
from assessments.domain.situation import Situation
from assessments.models import Calculation, Plan, Rerating, Revision
from assessments.services import calculations, profiles, proposals, revisions
from assessments.services.profiles import profile_of
from assessments.services.revisions import Change, Drawn, PlanChanged, Turn
from careers.services import publish
from tests.assessments.runs import NOW, built, edit, newest, publish_another, request, submitted, without_planner
from tests.content import the_catalogue

pytestmark = pytest.mark.django_db
A, B, C = "sql-course", "agile-course", "tip-sheet-series"
START, WEEK = date(2026, 12, 7), timedelta(weeks=1)
OWN = {"id": "own-a", "name": "Shadow the board", "hours": 12, "weeks": 3, "cost_usd": 50}


def at(weeks: float) -> datetime:
    """So many weeks after the plan's first Monday, at noon."""
    return datetime.fromisoformat(f"{START}T12:00+00:00") + timedelta(weeks=weeks)


def row(action: str, weeks_in: int, weeks: int = 2, cost: int = 100) -> dict[str, Any]:
    start = START + weeks_in * WEEK
    end = start + weeks * WEEK - timedelta(days=1)
    found = {"id": action, "start": start.isoformat(), "end": end.isoformat(), "weeks": weeks, "hours": 4.0 * weeks}
    return found | {"hours_per_week": 4.0, "cost_max_usd": cost, "develops": [], "satisfies": [], "why": "Why."}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


@pytest.fixture
def plan(alice: User, asked: list[Situation]) -> Plan:
    """A plan of three actions of two weeks each, one after another, of at most 1,000 USD."""
    return with_rows(built(submitted(alice)), row(A, 0), row(B, 2), row(C, 4))


def with_rows(plan: Plan, *rows: dict[str, Any], **extra: Any) -> Plan:
    now = whole(plan).current
    made = {**now.request, "extras": {**extras.none(), **extra}}
    drawn = Drawn(now.schedule.version_id, made, {"status": "optimal", "actions": list(rows)})
    revisions.reschedule(plan=plan, edit=edit(plan), drawn=drawn, change=Change.SCHEDULE, words="Moved")
    return whole(plan)


def whole(plan: Plan) -> Plan:
    return Plan.objects.whole().get(pk=plan.pk)


def turn(plan: Plan, at: datetime = NOW, spent: int | None = None, **states: str) -> Plan:
    """Say of the actions A, B and C how they stand."""

    def to(state: str) -> Turn:
        return lambda entry: replace(entry.turned(state, at.date(), "Why"), spent_usd=spent)

    turns = {{"a": A, "b": B, "c": C}[name]: to(state) for name, state in states.items()}
    revisions.advance(plan=plan, edit=edit(plan, at), turns=turns, words="Changed")
    return whole(plan)


def ask(plan: Plan, at: datetime = NOW, **wishes: Any) -> Calculation:
    return proposals.ask_again(plan=plan, profile=profile_of(plan.user), wishes=wishes, at=at)


def situation(calculation: Calculation) -> Mapping[str, Any]:
    found: Mapping[str, Any] = calculation.request["situation"]
    return found


def answered(calculation: Calculation) -> Calculation:
    while calculations.work_off(lambda: NOW):
        pass
    return Calculation.objects.select_related("plan", "basis").get(pk=calculation.pk)


def with_answer(calculation: Calculation, *rows: dict[str, Any]) -> Calculation:
    document = {"status": "optimal", "actions": list(rows), "kept": []}
    Calculation.objects.filter(pk=calculation.pk).update(state="done", answer={"document": document})
    return answered(calculation)


def accept(calculation: Calculation, seen: int | None = None) -> Revision:
    assert calculation.plan
    change = edit(calculation.plan, seen=seen)
    return proposals.accept(calculation=calculation, edit=change, words="Planned again")


def test_without_a_wish_the_same_is_asked_again(plan: Plan) -> None:
    first = plan.revisions.get(number=1).request
    found = situation(ask(plan))
    assert {name: found[name] for name in first} == first
    assert found["extras"] == extras.none() | {"budget_usd": 1000}


def test_a_wish_differs_and_the_rest_stays(plan: Plan) -> None:
    before, found = situation(ask(plan)), situation(ask(plan, hours_per_week=2.0, excluded=[A]))
    assert {name for name in before if before[name] != found[name]} == {"hours_per_week", "excluded"}


def test_the_levels_gates_and_conditions_are_those_of_today(plan: Plan, alice: User) -> None:
    profiles.save_work(user=alice, profession="physician", country="", ehr="")
    profiles.save_gates(user=alice, states={"medical_degree": "met"})
    profiles.save_time(user=alice, hours_per_week=Decimal(9), budget_usd=9, blocked_weeks=[])
    Rerating.objects.create(plan=plan, skill="cds", level=4, saved_at=NOW)
    found = situation(ask(plan))
    assert (found["levels"]["cds"], found["levels"]["ethics"]) == (4, 2)
    assert (found["profession"], found["gates"], found["conditions"]) == (
        "physician", {"medical_degree": "met"}, ["md-do"]
    )  # fmt: skip
    assert (found["hours_per_week"], found["budget_usd"]) == (4.0, 1000)


@pytest.mark.parametrize(
    ("weeks", "start"),
    [(-9, 0), (-1, 0), (0, 0), (4 / 7, 0), (5 / 7, 1), (6 / 7, 1), (3, 3)],
)
def test_planning_starts_in_the_present_week_until_its_last_working_day(plan: Plan, weeks: float, start: int) -> None:
    assert situation(ask(plan, at(weeks)))["start"] == (START + start * WEEK).isoformat()


@pytest.mark.parametrize("state", [DONE, DOING, BLOCKED])
def test_done_and_running_work_stays_and_is_not_planned_again(plan: Plan, state: str) -> None:
    turned = turn(plan, at(0), a=state)
    made = ask(turned, at(1))
    found = situation(made)
    assert [entry["id"] for entry in made.request["kept"]] == [A]
    assert [entry["id"] for entry in made.request["present"]] == [B, C]
    assert found["done"] == ([A] if state == DONE else [])
    running = [{"action": A, "start": "2026-12-07", "weeks": 2}]
    assert found["running"] == ([] if state == DONE else running)


def test_overdue_running_work_gets_more_weeks(plan: Plan) -> None:
    turned = turn(plan, at(0), a=DOING)
    made = ask(turned, at(5))
    assert situation(made)["running"] == [{"action": A, "start": "2026-12-07", "weeks": 7}]
    assert made.request["kept"][0]["end"] == "2027-01-24"


def test_what_was_spent_is_taken_from_the_budget_of_the_whole_plan(plan: Plan) -> None:
    turned = turn(turn(plan, a=DONE), spent=250, b=SKIPPED)
    for found in (situation(ask(turned)), situation(ask(turned, budget_usd=1000))):
        assert (found["budget_usd"], found["extras"]["budget_usd"]) == (650, 1000)
    assert situation(ask(turned, budget_usd=300))["budget_usd"] == 0
    answer = accept(answered(ask(turned)))
    assert proposals.limits(whole(plan))["budget_usd"] == 1000
    assert answer.request["budget_usd"] == 650


def test_what_if_cells_have_the_budget_that_is_left(plan: Plan) -> None:
    turned = turn(plan, a=DONE)
    changes = [{"hours_per_week": 2.0, "budget_usd": 500}, {"hours_per_week": 2.0, "budget_usd": 50}]
    made = proposals.ask_what_if(plan=turned, profile=profile_of(plan.user), wishes={}, changes=changes, at=NOW)
    assert [change["budget_usd"] for change in made.request["changes"]] == [400, 0]


def test_skipped_actions_are_not_planned_again_even_where_they_were_pinned(plan: Plan) -> None:
    turned = turn(plan, a=SKIPPED)
    assert proposals.limits(turned)["excluded"] == [A]
    found = situation(ask(turned))
    assert (found["excluded"], found["pinned"]) == ([A], [])


def test_a_skipped_action_that_is_no_longer_left_out_is_to_be_done_after_all(plan: Plan) -> None:
    turned = turn(plan, a=SKIPPED)
    asked = ask(turned, excluded=[], pinned=[A])
    assert (situation(asked)["excluded"], situation(asked)["pinned"]) == ([], [A])
    made = accept(with_answer(asked, row(A, 6)))
    assert [entry["id"] for entry in made.actions] == [A]
    assert A not in made.following


def test_settled_actions_are_neither_pinned_nor_excluded(plan: Plan) -> None:
    found = situation(ask(turn(plan, a=DONE, b=DOING), pinned=[A], excluded=[B]))
    assert (found["excluded"], found["pinned"]) == ([], [])


def test_own_and_split_actions_are_asked_for(plan: Plan) -> None:
    wishes: dict[str, Any] = {"extras": extras.none() | {"own": [OWN], "splits": {A: 0.5}}, "pinned": [f"{A}--part-2"]}
    made = ask(plan, **wishes)
    assert situation(made)["pinned"] == ["own-a", f"{A}--part-2"]
    turned = turn(plan, b=SKIPPED)
    again = ask(turned, extras=extras.none() | {"own": [OWN]})
    assert situation(again)["pinned"] == ["own-a"]


def test_a_placed_action_stays_until_its_week_has_passed_without_a_start(plan: Plan) -> None:
    placed = {A: {"start": "2026-12-14", "weeks": 2}}
    wishes = {"extras": extras.none() | {"placed": placed}}
    before, after = ask(plan, at(1), **wishes), ask(plan, at(2), **wishes)
    assert situation(before)["running"] == [{"action": A, "start": "2026-12-14", "weeks": 2}]
    assert (before.request["kept"][0]["start"], situation(before)["extras"]["placed"]) == ("2026-12-14", placed)
    assert (situation(after)["running"], situation(after)["extras"]["placed"]) == ([], {})


def test_the_instrument_that_is_live_is_used(plan: Plan) -> None:
    newer = publish_another()
    made = answered(ask(plan))
    assert (made.version, newer.pk == plan.current.schedule.version_id) == (newer, False)
    assert accept(made).schedule.version_id == newer.pk
    assert plan.revisions.get(number=2).schedule.version_id != newer.pk


def retire(action: str, skill: str = "") -> None:
    """Publish the catalogue without an action and whatever asks for it, and without a skill where one is named."""
    root = the_catalogue()
    action_set = root.action_set
    action_set.get(key=action).delete()
    for other in action_set.all():
        other.requires_actions = [key for key in other.requires_actions if key != action]
        other.save()
    for condition in root.condition_set.all():
        condition.met_by_actions = [key for key in condition.met_by_actions if key != action]
        condition.save()
    for gate in root.gate_set.all():
        gate.satisfied_by = [key for key in gate.satisfied_by if key != action]
        gate.save()
    publish(root=root, by=None, at=NOW)


@pytest.mark.parametrize("state", ["", DONE, DOING, SKIPPED])
def test_an_action_that_the_catalogue_no_longer_has_stays_in_the_plan(plan: Plan, state: str) -> None:
    turned = turn(plan, a=state) if state else plan
    retire(A)
    for _ in range(2 if state else 1):
        made = answered(ask(turned))
        assert [entry["id"] for entry in situation(made)["extras"]["retired"]] == [A]
        accept(made)
        turned = whole(plan)
    assert made.version == newest()
    assert snapshots.action_names(turned.current.schedule)[A] == "SQL and data literacy"
    assert extras.is_retired(A, snapshots.catalogue(newest().pk))
    kept = [entry["id"] for entry in turned.current.actions]
    assert kept == ([A] if state in {DONE, DOING} else [])


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
