"""Changes of a plan: each is one revision, whichever page it comes from, and every one can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED, SKIPPED, Progress
from assessments.models import Plan, Revision
from assessments.services import revisions
from assessments.services.revisions import Change, Drawn, Edit, PlanChanged, Turn
from tests.assessments.runs import LATER, NOW, drawn, edit

pytestmark = pytest.mark.django_db
A, B = "sql-course", "agile-course"
DAY = NOW.date()


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, A, B)


def now(plan: Plan) -> Revision:
    return Plan.objects.whole().get(pk=plan.pk).current


def row(action: str, start: str = "2027-02-01", end: str = "2027-02-14") -> dict[str, Any]:
    return {"id": action, "start": start, "end": end, "weeks": 2}


def turn(state: str, reason: str = "") -> Turn:
    return lambda entry: entry.turned(state, DAY, reason)


def work(hours: float) -> Turn:
    return lambda entry: entry.worked(DAY, hours)


def advance(plan: Plan, at: Edit | None = None, **turns: Turn) -> Revision:
    """Change the actions A and B by these names."""
    named = {{"a": A, "b": B}.get(key, key): made for key, made in turns.items()}
    return turned(plan, named, at, "Changed " + " ".join(turns))


def turned(plan: Plan, turns: dict[str, Turn], at: Edit | None = None, words: str = "Changed") -> Revision:
    return revisions.advance(plan=plan, edit=at or edit(plan), turns=turns, words=words)


def reschedule(plan: Plan, *rows: dict[str, Any], at: Edit | None = None, **given: Any) -> Revision:
    document = {"actions": list(rows), **given.pop("document", {})}
    made = Drawn(plan.result.attempt.version_id, given, document)
    return revisions.reschedule(plan=plan, edit=at or edit(plan), drawn=made, change=Change.SCHEDULE, words="Moved")


def states(revision: Revision) -> dict[str, str]:
    return {action: entry.state for action, entry in revision.following.items()}


def stands(revision: Revision) -> tuple[Any, ...]:
    """All that a reader sees of it."""
    return revision.actions, revision.request, revision.following


def test_a_change_is_one_revision_that_says_what_it_was(plan: Plan) -> None:
    made = advance(plan, edit(plan, LATER), a=turn(DOING))
    assert made == now(plan) == Plan.objects.get(pk=plan.pk).current
    assert (made.number, made.before, made.change, made.words) == (2, 1, Change.PROGRESS, "Changed a")
    assert (made.created_at, made.schedule_id) == (LATER, plan.revisions.get(number=1).schedule_id)
    assert states(made) == {A: DOING}


def test_each_turn_starts_from_how_the_action_stands(plan: Plan) -> None:
    advance(plan, a=work(2.5), b=turn(BLOCKED, "No sponsor yet"))
    advance(plan, a=work(1.0))
    made = advance(plan, a=turn(DONE))
    assert made.following[A].hours == 3.5
    assert made.following[B] == Progress(BLOCKED, "No sponsor yet", DAY)
    assert (states(made), made.number) == ({A: DONE, B: BLOCKED}, 4)


def test_what_leaves_everything_as_it_is_makes_no_revision(plan: Plan) -> None:
    assert advance(plan, a=turn(NOT_STARTED)).number == 1
    advance(plan, a=turn(DOING))
    assert advance(plan, a=turn(DOING)).number == 2
    assert advance(plan, elsewhere=turn(DONE)).number == 2
    assert advance(plan, a=lambda entry: entry).number == 2


def test_the_same_form_sent_twice_is_one_revision(plan: Plan) -> None:
    logged, moved, undone = (edit(plan) for _ in range(3))
    first = advance(plan, logged, a=work(2.0))
    moved, undone = replace(moved, seen=2), replace(undone, seen=3)
    second = reschedule(plan, row(A), at=moved)
    third = revisions.undo(plan=plan, edit=undone)
    assert advance(plan, logged, a=work(2.0)) == first
    assert reschedule(plan, row(A), at=moved) == second
    assert revisions.undo(plan=plan, edit=undone) == third
    assert (now(plan), plan.revisions.count()) == (third, 4)


def test_an_edit_of_an_older_page_is_merged_where_nobody_else_touched_the_action(plan: Plan) -> None:
    old = edit(plan)
    advance(plan, b=work(3.0))
    made = advance(plan, old, a=turn(DOING))
    assert (states(made), made.following[B].hours, made.before) == ({A: DOING, B: DOING}, 3.0, 2)


def test_an_edit_of_an_action_that_was_changed_meanwhile_is_refused_with_both_versions(plan: Plan) -> None:
    advance(plan, b=work(3.0))
    old = edit(plan)
    advance(plan, a=turn(BLOCKED, "No data yet"))
    with pytest.raises(PlanChanged) as caught:
        advance(plan, old, a=turn(DONE), b=turn(DONE))
    assert (states(caught.value.seen), states(caught.value.now)) == ({B: DOING}, {A: BLOCKED, B: DOING})
    assert str(caught.value) == "Revision 2 was shown, Revision 3 stands"
    assert now(plan).number == 3


def test_an_action_that_was_moved_meanwhile_is_changed_too(plan: Plan) -> None:
    old = edit(plan)
    reschedule(plan, row(A, "2027-03-01", "2027-03-14"), now(plan).actions[0])
    with pytest.raises(PlanChanged):
        advance(plan, old, a=turn(DOING))
    assert states(advance(plan, replace(old, key=uuid4()), b=turn(DOING))) == {B: DOING}


def test_a_change_that_came_and_went_is_none(plan: Plan) -> None:
    old = edit(plan)
    advance(plan, a=turn(DOING))
    revisions.undo(plan=plan, edit=edit(plan))
    assert states(advance(plan, old, a=turn(DONE))) == {A: DONE}


@pytest.mark.parametrize("what", ["reschedule", "undo", "restore"])
def test_what_concerns_the_whole_plan_is_refused_where_anything_was_changed(plan: Plan, what: str) -> None:
    advance(plan, a=turn(DOING))
    old = edit(plan)
    advance(plan, b=turn(DOING))
    calls: dict[str, Callable[[], Revision]] = {
        "reschedule": lambda: reschedule(plan, at=old),
        "undo": lambda: revisions.undo(plan=plan, edit=old),
        "restore": lambda: revisions.restore(plan=plan, edit=old, number=1),
    }
    with pytest.raises(PlanChanged):
        calls[what]()
    assert now(plan).number == 3


def test_another_schedule_keeps_the_progress_and_the_first_one(plan: Plan) -> None:
    advance(plan, a=work(2.0))
    made = reschedule(plan, row(A), extras=extras.none())
    assert (made.actions, made.request) == ([row(A)], {"extras": extras.none()})
    assert made.following[A].hours == 2.0
    assert [entry["id"] for entry in plan.revisions.get(number=2).actions] == [B, A]


def test_undo_walks_back_step_by_step_to_the_beginning(plan: Plan) -> None:
    seen = [stands(now(plan))]
    changes: list[Callable[[], Revision]] = [
        lambda: advance(plan, a=work(2.0)),
        lambda: advance(plan, a=turn(DONE), b=turn(SKIPPED, "Not for me")),
        lambda: reschedule(plan, row(A), row(B)),
        lambda: advance(plan, b=turn(DOING)),
    ]
    for change in changes:
        change()
        seen.append(stands(now(plan)))
    for expected in reversed(seen[:-1]):
        made = revisions.undo(plan=plan, edit=edit(plan))
        assert stands(made) == expected
        assert made.change == Change.UNDONE
    assert (made.before, made.number) == (None, 9)
    assert revisions.undo(plan=plan, edit=edit(plan)) == made
    assert plan.revisions.count() == 9


def test_after_an_undo_work_goes_on_and_can_be_undone_in_turn(plan: Plan) -> None:
    advance(plan, a=turn(DOING))
    advance(plan, a=turn(DONE))
    assert revisions.undo(plan=plan, edit=edit(plan)).words == "Undid: Changed a"
    advance(plan, b=turn(DOING))
    for expected in ({A: DOING}, {}):
        assert states(revisions.undo(plan=plan, edit=edit(plan))) == expected


def test_an_undo_names_the_change_that_it_takes_back(plan: Plan) -> None:
    for words in ("one", "two"):
        revisions.advance(plan=plan, edit=edit(plan), turns={A: work(1.0)}, words=words)
    revisions.undo(plan=plan, edit=edit(plan))
    revisions.advance(plan=plan, edit=edit(plan), turns={A: work(2.0)}, words="three")
    undone = [revisions.undo(plan=plan, edit=edit(plan)).words for _ in range(2)]
    assert undone == ["Undid: three", "Undid: one"]


def test_long_words_are_cut(plan: Plan) -> None:
    long = "x" * 1000
    revisions.advance(plan=plan, edit=edit(plan), turns={A: turn(DOING)}, words=long)
    assert len(revisions.undo(plan=plan, edit=edit(plan)).words) == revisions.MOST_WORDS


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
