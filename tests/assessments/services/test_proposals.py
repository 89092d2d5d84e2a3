"""Planning a saved plan again: what stays, what is asked anew, and what accepting the answer changes."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE, SKIPPED
from assessments.domain.situation import Situation
from assessments.models import Plan, Rerating
from assessments.services import profiles, proposals
from assessments.services.profiles import profile_of
from careers.services import publish
from tests.assessments.runs import NOW, built, newest, publish_another, submitted, without_planner
from tests.assessments.services.asking import (
    OWN,
    START,
    WEEK,
    A,
    B,
    C,
    accept,
    answered,
    ask,
    at,
    row,
    situation,
    turn,
    whole,
    with_answer,
    with_rows,
)
from tests.content import the_catalogue

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Situation]:
    return without_planner(monkeypatch)


@pytest.fixture
def plan(alice: User, asked: list[Situation]) -> Plan:
    """A plan of three actions of two weeks each, one after another, of at most 1,000 USD."""
    return with_rows(built(submitted(alice)), row(A, 0), row(B, 2), row(C, 4))


def test_without_a_wish_the_same_is_asked_again(plan: Plan) -> None:
    first = plan.revisions.get(number=1).request
    found = situation(ask(plan))
    assert {name: found[name] for name in first} == first
    assert found["extras"] == extras.none() | {"budget_usd": 1000}


def test_a_plan_starts_from_how_it_lies_unless_it_is_asked_for_anew(plan: Plan) -> None:
    ordinary = ask(plan)
    anew = proposals.ask_again(plan=plan, profile=profile_of(plan.user), wishes={}, at=NOW, anew=True)
    assert ([row["id"] for row in ordinary.request["present"]], anew.request["present"]) == ([A, B, C], [])


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
