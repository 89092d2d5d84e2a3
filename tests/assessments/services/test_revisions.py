"""Changes of a plan: each is one revision, whichever page it comes from, and every one can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE, NOT_STARTED, SKIPPED, Progress
from assessments.models import Plan, Revision
from assessments.services import revisions
from assessments.services.revisions import Change, PlanChanged
from tests.assessments.runs import LATER, drawn, edit
from tests.assessments.services.edits import DAY, A, B, advance, now, reschedule, row, stands, states, turn, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, A, B)


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
