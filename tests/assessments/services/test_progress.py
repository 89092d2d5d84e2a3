"""Ticks of a plan: each list changes what was changed in it, whatever another page did meanwhile to other actions."""

from datetime import timedelta
from itertools import chain, combinations, product
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments import snapshots
from assessments.domain.following.progress import DOING, DONE, NOT_STARTED, UNTOUCHED
from assessments.models import Plan, Revision
from assessments.services import plans as services
from assessments.services.revisions import Edit, PlanChanged, advance
from tests.assessments.runs import LATER, NOW, drawn, edit

pytestmark = pytest.mark.django_db
A, B = "sql-course", "agile-course"
SUBSETS = [set(some) for some in chain(*(combinations((A, B), size) for size in range(3)))]


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, A, B)


def send(plan: Plan, before: set[str], done: set[str], at: Edit | None = None) -> Revision:
    return services.set_progress(plan=plan, before=before, done=done, edit=at or edit(plan, LATER))


def current(plan: Plan) -> Revision:
    return Plan.objects.whole().get(pk=plan.pk).current


def ticked(plan: Plan) -> set[str]:
    return current(plan).done


def expected(action: str, now: set[str], before: set[str], done: set[str]) -> bool:
    """A box that was ticked or unticked in this list stands so; any other one stands as it did."""
    return action in done if (action in done) != (action in before) else action in now


@pytest.mark.parametrize("now", SUBSETS, ids=lambda some: "+".join(sorted(some)) or "none")
def test_a_list_changes_what_was_changed_in_it(plan: Plan, now: set[str]) -> None:
    for before, done in product(SUBSETS, SUBSETS):
        send(plan, {A, B} - now, now)
        send(plan, now, now)
        send(plan, before, done)
        assert ticked(plan) == {action for action in (A, B) if expected(action, now, before, done)}, (before, done)
        send(plan, {A, B}, set())


def test_a_list_of_an_older_page_changes_what_no_other_page_touched(plan: Plan) -> None:
    old = edit(plan, LATER)
    send(plan, set(), {B})
    send(plan, set(), {A}, old)
    assert ticked(plan) == {A, B}


@pytest.mark.parametrize(("before", "done"), [(set(), {A}), ({A}, set()), (set(), {A, B})])
def test_an_action_that_another_page_changed_is_refused_with_both_versions(
    plan: Plan, before: set[str], done: set[str]
) -> None:
    old = edit(plan, LATER)
    send(plan, set(), {A})
    with pytest.raises(PlanChanged) as caught:
        send(plan, before, done, old)
    assert (caught.value.seen.number, caught.value.now.number) == (1, 2)
    assert (caught.value.seen.done, caught.value.now.done) == (set(), {A})
    assert ticked(plan) == {A}
    assert plan.revisions.count() == 2


def test_the_same_list_sent_twice_is_one_revision(plan: Plan) -> None:
    once = edit(plan, LATER)
    first = send(plan, set(), {A}, once)
    send(plan, {A}, set())
    assert send(plan, set(), {A}, once) == first
    assert ticked(plan) == set()
    assert plan.revisions.count() == 3


def test_a_tick_keeps_the_day_on_which_it_was_first_set(plan: Plan) -> None:
    send(plan, set(), {A}, edit(plan, NOW))
    send(plan, set(), {A, B})
    ended = {action: entry.ended for action, entry in current(plan).following.items()}
    assert ended == {A: NOW.date(), B: LATER.date()}


def test_an_action_that_was_begun_but_not_done_can_be_ticked_and_unticked(plan: Plan) -> None:
    worked = UNTOUCHED.worked(NOW.date(), 2.5)
    advance(plan=plan, edit=edit(plan), turns={A: lambda _: worked}, words="Logged 2.5 hours")
    send(plan, set(), {A, B})
    assert {entry.state for entry in current(plan).following.values()} == {DONE}
    send(plan, {A, B}, set())
    assert current(plan).following == {A: worked}
    assert (worked.state, UNTOUCHED.state) == (DOING, NOT_STARTED)


def test_what_was_begun_on_an_earlier_day_is_under_way_again_once_it_is_unticked(plan: Plan) -> None:
    begun = UNTOUCHED.turned(DOING, (NOW - timedelta(days=9)).date())
    advance(plan=plan, edit=edit(plan), turns={A: lambda _: begun}, words="Began")
    send(plan, set(), {A, B})
    send(plan, {A, B}, set())
    assert current(plan).following == {A: begun}


def test_the_words_name_what_was_ticked_and_unticked_in_the_order_of_the_plan(plan: Plan) -> None:
    names = snapshots.action_names(plan.current.schedule)
    send(plan, set(), {A})
    assert send(plan, {A}, {B}).words == f"“{names[B]}” done; “{names[A]}” not done"


@pytest.mark.parametrize("key", ["qi-basics", "nowhere", "", "\0", "🦉", "x" * 10_000, "SQL-COURSE", f"{A} "])
def test_what_is_not_in_the_plan_is_passed_over(plan: Plan, key: str) -> None:
    send(plan, set(), {A, key})
    send(plan, {B, key}, {B})
    assert ticked(plan) == {A}
    assert plan.revisions.count() == 2


def test_other_plans_keep_their_ticks(plan: Plan, alice: User, charlie: User) -> None:
    others = [drawn(alice, A, B), drawn(charlie, A, B)]
    for other in others:
        send(other, set(), {A})
    send(plan, set(), {A, B})
    send(plan, {A, B}, set())
    assert [ticked(other) for other in others] == [{A}, {A}]


def test_a_page_of_a_revision_that_never_was_is_refused(plan: Plan) -> None:
    for number in (0, 9, -1, 2**40):
        with pytest.raises(PlanChanged):
            send(plan, set(), {A}, Edit(number, uuid4(), LATER + timedelta(days=1)))
    assert ticked(plan) == set()


def test_a_long_list_takes_as_many_queries_as_a_short_one(alice: User) -> None:
    catalogue = snapshots.catalogue(drawn(alice).result.attempt.version_id)
    known = [row["id"] for row in catalogue["actions"]["actions"]]
    counts = []
    for size in (1, 40):
        actions = set(known[:size])
        plan = Plan.objects.whole().get(pk=drawn(alice, *actions).pk)
        once = edit(plan)
        with CaptureQueriesContext(connection) as queries:
            send(plan, set(), actions, once)
        assert ticked(plan) == actions
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
