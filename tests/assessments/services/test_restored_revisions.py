"""Earlier schedules that are followed again: what is done stays, and what is followed already changes nothing."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE, SKIPPED
from assessments.models import Plan
from assessments.services import revisions
from assessments.services.revisions import Change, Edit, PlanChanged
from tests.assessments.runs import LATER, NOW, drawn, edit
from tests.assessments.services.edits import A, B, advance, now, reschedule, row, states, turn, turned, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, A, B)


def test_a_restored_schedule_keeps_what_is_done_and_can_be_undone(plan: Plan) -> None:
    first = now(plan)
    reschedule(plan, row(A), row(B))
    advance(plan, b=turn(SKIPPED, "Not for me"))
    made = revisions.restore(plan=plan, edit=edit(plan), number=1)
    assert (made.actions, made.schedule_id) == (first.actions, first.schedule_id)
    assert (states(made), made.change, made.before) == ({B: SKIPPED}, Change.RESTORED, 3)
    assert revisions.undo(plan=plan, edit=edit(plan)).actions == [row(B), row(A)]


@pytest.mark.parametrize("state", [DONE, DOING, BLOCKED])
def test_work_that_was_done_or_begun_since_stays_where_it_lies(plan: Plan, state: str) -> None:
    later, new = row(A), row("tip-sheet-series", "2027-03-01", "2027-03-14")
    reschedule(plan, later, new, row(B))
    turned(plan, {A: turn(state, "Why"), "tip-sheet-series": turn(state, "Why")})
    made = revisions.restore(plan=plan, edit=edit(plan), number=1)
    first = plan.revisions.get(number=1)
    assert made.actions == [next(entry for entry in first.actions if entry["id"] == B), later, new]
    assert made.document["kept"] == [new]
    assert first.actions != made.actions
    assert snapshots.action_names(made.schedule).keys() >= {A, B, "tip-sheet-series"}


def test_own_and_unknown_actions_that_were_begun_come_along_with_what_they_are(plan: Plan) -> None:
    own = {"id": "own-a", "name": "Shadow the board", "hours": 12, "weeks": 3, "cost_usd": 50}
    known = snapshots.plan_document(now(plan).schedule)["actions"]["actions"]
    old = next(entry for entry in known if entry["id"] == A) | {"id": "gone-course", "name": "An old course"}
    reschedule(plan, row("own-a"), row("gone-course"), extras=extras.none() | {"own": [own], "retired": [old]})
    turned(plan, {"own-a": turn(DOING), "gone-course": turn(DONE)})
    made = revisions.restore(plan=plan, edit=edit(plan), number=1)
    names = snapshots.action_names(made.schedule)
    assert (names["own-a"], names["gone-course"]) == ("Shadow the board", "An old course")
    assert {entry["id"] for entry in made.actions} == {A, B, "own-a", "gone-course"}


@pytest.mark.parametrize("state", [DONE, DOING])
def test_a_step_that_was_split_since_and_begun_is_not_there_twice(plan: Plan, state: str) -> None:
    parts = [f"{A}--part-1", f"{A}--part-2"]
    rows = [row(parts[0]), row(parts[1], "2027-03-01", "2027-03-14"), row(B)]
    reschedule(plan, *rows, extras=extras.none() | {"splits": {A: 0.25}})
    turned(plan, {parts[0]: turn(state)})
    made = revisions.restore(plan=plan, edit=edit(plan), number=1)
    assert sorted(entry["id"] for entry in made.actions) == [B, *parts]
    known = [entry["id"] for entry in snapshots.plan_document(made.schedule)["actions"]["actions"]]
    assert sorted(key for key in known if key.startswith(A)) == parts


def test_a_step_that_was_joined_since_and_begun_is_not_there_twice(plan: Plan) -> None:
    reschedule(plan, row(f"{A}--part-1"), row(f"{A}--part-2"), extras=extras.none() | {"splits": {A: 0.25}})
    reschedule(plan, row(A), extras=extras.none())
    turned(plan, {A: turn(DOING)})
    made = revisions.restore(plan=plan, edit=edit(plan), number=2)
    assert [entry["id"] for entry in made.actions] == [A]
    assert made.request["extras"]["splits"] == {}


def test_what_is_followed_already_is_not_restored(plan: Plan) -> None:
    advance(plan, a=turn(DOING))
    assert revisions.restore(plan=plan, edit=edit(plan), number=1).number == 2


@pytest.mark.parametrize("number", [0, 7, -1])
def test_a_revision_that_never_was_cannot_be_restored(plan: Plan, number: int) -> None:
    with pytest.raises(LookupError, match=f"no revision {number}"):
        revisions.restore(plan=plan, edit=edit(plan), number=number)


def test_anothers_revisions_are_out_of_reach(plan: Plan, charlie: User) -> None:
    other = drawn(charlie, B)
    for _ in range(3):
        reschedule(other, row(B))
    with pytest.raises(LookupError):
        revisions.restore(plan=plan, edit=edit(plan), number=4)
    with pytest.raises(PlanChanged):
        advance(plan, Edit(4, uuid4(), LATER), a=turn(DOING))


def test_a_key_of_another_plan_is_another_form(plan: Plan, charlie: User) -> None:
    same = edit(plan)
    advance(drawn(charlie, A), same, a=turn(DONE))
    assert states(advance(plan, same, a=turn(DOING))) == {A: DOING}


def test_actions_differ_by_their_row_or_their_progress(plan: Plan) -> None:
    first = now(plan)
    advance(plan, a=turn(DOING))
    second = now(plan)
    third = reschedule(plan, *second.actions[:1], row("c"))
    assert revisions.differing(first, first) == set()
    assert revisions.differing(first, second) == revisions.differing(second, first) == {A}
    assert revisions.differing(second, third) == {second.actions[1]["id"], "c"}


def test_changes_take_a_fixed_number_of_queries(plan: Plan) -> None:
    def count(call: Any) -> int:
        with CaptureQueriesContext(connection) as queries:
            call()
        return len(queries)

    counts = set[int]()
    for size in range(1, 30):
        loaded, at = Plan.objects.whole().get(pk=plan.pk), edit(plan, NOW + timedelta(days=size))
        counts.add(count(lambda loaded=loaded, at=at, size=size: advance(loaded, at, a=work(size / 4))))
    assert len(counts) == 1
    assert max(counts) <= 8
    for most in (9, 10):
        at = edit(plan)
        assert count(lambda at=at: revisions.undo(plan=plan, edit=at)) <= most
