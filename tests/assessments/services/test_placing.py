"""Moving a step alone, letting go of it, and asking for a plan in which the rest moves with it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.following import extras
from assessments.domain.following.placing import faults
from assessments.models import Calculation, Plan
from assessments.services import calculations, placing, steps
from assessments.services.placing import BreaksLaws, Settled
from assessments.services.profiles import profile_of
from assessments.services.proposals import accept, ask_again
from assessments.services.revisions import PlanChanged, undo
from tests import journeys
from tests.assessments.runs import NOW, edit

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def plan(alice: User) -> Plan:
    """A year's plan of a physician."""
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def again(plan: Plan) -> Plan:
    return Plan.objects.whole().get(pk=plan.pk)


def row(plan: Plan, action: str) -> dict[str, Any]:
    return next(row for row in again(plan).current.actions if row["id"] == action)


def last(plan: Plan) -> str:
    """The action that ends last."""
    return str(max(plan.current.document["actions"], key=lambda row: row["end"])["id"])


def free(plan: Plan, action: str) -> date:
    """A week in which the action may start, other than its own."""
    schedule = placing.schedule_of(plan)
    own: date = date.fromisoformat(schedule.row(action)["start"])
    mondays: Iterator[date] = (own + place * WEEK for place in (*range(1, 40), *range(-40, 0)))
    return next(monday for monday in mondays if not faults(schedule, action, monday, NOW.date()))


def full(plan: Plan) -> tuple[str, date]:
    """An action and a week in which it finds too few hours, though planning the rest around it may help."""
    schedule = placing.schedule_of(plan)
    for action in reversed(plan.current.actions):
        for place in range(1, 50):
            monday = date.fromisoformat(action["start"]) - place * WEEK
            found = faults(schedule, action["id"], monday, NOW.date())
            if found and all(fault.can_replan for fault in found):
                return str(action["id"]), monday
    raise AssertionError


def movable(plan: Plan) -> str:
    """An action that can move alone."""
    for entry in plan.current.actions:
        try:
            free(plan, entry["id"])
        except StopIteration:
            continue
        return str(entry["id"])
    raise AssertionError


def solved(asked: Calculation) -> dict[str, Any]:
    """What the planner answers."""
    while calculations.work_off(lambda: NOW):
        pass
    asked.refresh_from_db()
    assert asked.answer
    found: dict[str, Any] = asked.answer["document"]
    return found


def ask(plan: Plan, service: Any, action: str, **given: Any) -> Calculation:
    profile = profile_of(plan.user)
    found: Calculation = service(plan=again(plan), profile=profile, action=action, at=NOW, **given)
    return found


def test_a_step_that_has_room_moves_alone_as_one_revision(plan: Plan) -> None:
    action = movable(plan)
    start, before = free(plan, action), {entry["id"]: entry for entry in plan.current.actions}
    placing.move(plan=plan, edit=edit(plan), action=action, start=start)
    now = again(plan).current
    assert (now.number, now.change) == (2, "schedule")
    assert now.words.endswith(f"” to start on {start.day} {start:%B %Y}")
    assert row(plan, action)["start"] == start.isoformat()
    assert row(plan, action)["weeks"] == before[action]["weeks"]
    same = ("start", "end", "weeks", "develops")
    for entry in now.actions:
        if entry["id"] != action:
            assert [entry[name] for name in same] == [before[entry["id"]][name] for name in same]
    assert now.request["extras"]["placed"] == {action: {"start": start.isoformat(), "weeks": before[action]["weeks"]}}
    assert now.document["totals"]["finish"] == max(entry["end"] for entry in now.document["actions"])
    totals = now.document["totals"]
    assert totals["finish_low"] <= totals["finish"] <= totals["finish_high"]


def test_moving_can_be_undone(plan: Plan) -> None:
    action = movable(plan)
    before = plan.current.schedule_id
    placing.move(plan=plan, edit=edit(plan), action=action, start=free(plan, action))
    undo(plan=again(plan), edit=edit(plan))
    assert again(plan).current.schedule_id == before


def test_where_a_law_breaks_nothing_moves(plan: Plan) -> None:
    action, monday = full(plan)
    with pytest.raises(BreaksLaws) as refused:
        placing.move(plan=plan, edit=edit(plan), action=action, start=monday)
    assert refused.value.faults
    assert again(plan).current.number == 1


def test_a_move_from_a_page_that_is_older_is_refused(plan: Plan) -> None:
    action = movable(plan)
    start, old = free(plan, action), edit(plan)
    other = next(entry["id"] for entry in plan.current.actions if entry["id"] != action)
    steps.set_state(plan=plan, edit=edit(plan), action=other, state="doing", reason="")
    with pytest.raises(PlanChanged):
        placing.move(plan=again(plan), edit=old, action=action, start=start)


@pytest.mark.parametrize("state", ["doing", "blocked", "done", "skipped"])
def test_what_has_begun_or_is_settled_never_moves(plan: Plan, state: str) -> None:
    action = movable(plan)
    start = free(plan, action)
    steps.set_state(plan=plan, edit=edit(plan), action=action, state=state, reason="Because")
    with pytest.raises(Settled):
        placing.move(plan=again(plan), edit=edit(plan), action=action, start=start)
    for service, given in ((placing.move_and_replan, {"start": start}), (placing.split, {"share": 0.5})):
        with pytest.raises(Settled):
            ask(plan, service, action, **given)


def test_planning_again_leaves_a_moved_step_until_it_is_released(plan: Plan) -> None:
    action = movable(plan)
    start = free(plan, action)
    placing.move(plan=plan, edit=edit(plan), action=action, start=start)
    other = next(entry["id"] for entry in plan.current.actions if entry["id"] != action)
    kept = solved(ask(plan, placing.pin, other, pinned=True))["kept"]
    assert [(entry["id"], entry["start"]) for entry in kept] == [(action, start.isoformat())]
    placing.release(plan=again(plan), edit=edit(plan), action=action)
    assert again(plan).current.request["extras"]["placed"] == {}
    assert row(plan, action)["start"] == start.isoformat()
    asked = ask(plan, placing.pin, other, pinned=True)
    assert asked.request["kept"] == []
    assert again(plan).current.number == 3


def test_releasing_what_was_not_moved_changes_nothing(plan: Plan) -> None:
    placing.release(plan=plan, edit=edit(plan), action=plan.current.actions[0]["id"])
    assert again(plan).current.number == 1


def test_the_rest_is_planned_around_a_step_that_has_no_room_alone(plan: Plan) -> None:
    action, monday = full(plan)
    found = solved(ask(plan, placing.move_and_replan, action, start=monday))
    (kept,) = found["kept"]
    assert (kept["id"], kept["start"]) == (action, monday.isoformat())
    actions = journeys.catalogue(plan.result.attempt).actions
    weeks: dict[date, float] = {}
    blocked = placing.schedule_of(plan).situation.blocked_weeks
    for entry in (*found["actions"], kept):
        for week in _weeks(entry, blocked):
            own = 0 if actions[entry["id"]]["paid_time"] else entry["hours"] / entry["weeks"]
            weeks[week] = weeks.get(week, 0) + own
    assert max(weeks.values()) <= plan.current.request["hours_per_week"] + 1e-6
    assert again(plan).current.number == 1


def test_a_split_step_comes_back_in_two_parts_one_after_the_other(plan: Plan) -> None:
    whole = next(entry for entry in plan.current.actions if entry["hours"] >= 10)
    asked = ask(plan, placing.split, whole["id"], share=0.25)
    found = {entry["id"]: entry for entry in solved(asked)["actions"]}
    first, second = (found[extras.part(whole["id"], number)] for number in (1, 2))
    assert (first["hours"], second["hours"]) == (whole["hours"] / 4, whole["hours"] * 3 / 4)
    assert first["end"] < second["start"]
    assert (first["develops"], second["develops"]) == ([], whole["develops"])
    assert whole["id"] not in found


def test_two_parts_that_are_joined_are_the_step_again(plan: Plan) -> None:
    whole = next(entry for entry in plan.current.actions if entry["hours"] >= 10)
    asked = ask(plan, placing.split, whole["id"], share=0.5)
    solved(asked)
    _accept(asked)
    joined = ask(plan, placing.join, extras.part(whole["id"], 1))
    assert joined.request["situation"]["extras"]["splits"] == {}
    assert joined.request["situation"]["pinned"] == [whole["id"]]
    assert whole["id"] in {entry["id"] for entry in solved(joined)["actions"]}


def test_pinning_is_asked_for_and_taken_back(plan: Plan) -> None:
    action = last(plan)
    assert ask(plan, placing.pin, action, pinned=True).request["situation"]["pinned"] == [action]
    assert ask(plan, placing.pin, action, pinned=False).request["situation"]["pinned"] == []


def test_an_own_step_stays_pinned_until_it_is_removed(plan: Plan) -> None:
    own = {"id": "own-talk", "name": "A talk", "hours": 6.0, "weeks": 2, "cost_usd": 0, "skill": "", "from": 0, "to": 0}
    given = {**extras.none(), "own": [own]}
    asked = ask_again(plan=plan, profile=profile_of(plan.user), wishes={"extras": given}, at=NOW)
    assert "own-talk" in {entry["id"] for entry in solved(asked)["actions"]}
    _accept(asked)
    found = ask(plan, placing.pin, last(plan), pinned=True)
    assert "own-talk" in found.request["situation"]["pinned"]
    removed = ask(plan, placing.remove_own, "own-talk")
    assert removed.request["situation"]["extras"]["own"] == []
    assert "own-talk" not in {entry["id"] for entry in solved(removed)["actions"]}


def test_a_reason_that_names_the_moved_step_is_dropped(plan: Plan) -> None:
    name = snapshots.action_names(plan.current.schedule)[movable(plan)]
    why = f"Lifts X. It starts as soon as {name} has ended. To arrange: Y."
    assert placing._without_reason({"why": why}, name) == {"why": "Lifts X. To arrange: Y."}
    assert placing._without_reason({"why": why}, "Something else") == {"why": why}


def _accept(asked: Calculation) -> None:
    assert asked.plan
    accept(calculation=asked, edit=edit(asked.plan), words="Planned again")


def _weeks(entry: dict[str, Any], blocked: Any) -> list[date]:
    monday, found = date.fromisoformat(entry["start"]), list[date]()
    while len(found) < entry["weeks"]:
        if not any(monday <= day < monday + WEEK for day in blocked):
            found.append(monday)
        monday += WEEK
    return found
