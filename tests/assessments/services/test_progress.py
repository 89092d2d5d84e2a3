"""Ticks of a plan: each list changes what was changed in it, whatever another tab did meanwhile."""

from itertools import chain, combinations, product

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import ActionProgress, Plan
from assessments.services import plans as services
from tests.assessments.runs import LATER, NOW, drawn

pytestmark = pytest.mark.django_db
A, B = "sql-course", "agile-course"
SUBSETS = [set(some) for some in chain(*(combinations((A, B), size) for size in range(3)))]


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, A, B)


def send(plan: Plan, before: set[str], done: set[str]) -> None:
    services.set_progress(plan=plan, before=before, done=done, at=LATER)


def ticked(plan: Plan) -> set[str]:
    return Plan.objects.get(pk=plan.pk).done


def expected(action: str, now: set[str], before: set[str], done: set[str]) -> bool:
    """A box that was ticked or unticked in this list stands so; any other one stands as it did."""
    return action in done if (action in done) != (action in before) else action in now


@pytest.mark.parametrize("now", SUBSETS, ids=lambda some: "+".join(sorted(some)) or "none")
def test_a_list_changes_what_was_changed_in_it(plan: Plan, now: set[str]) -> None:
    for before, done in product(SUBSETS, SUBSETS):
        plan.progress.all().delete()
        send(plan, set(), now)
        send(plan, before, done)
        assert ticked(plan) == {action for action in (A, B) if expected(action, now, before, done)}, (before, done)


def test_a_tick_keeps_the_moment_it_was_first_set(plan: Plan) -> None:
    ActionProgress.objects.create(plan=plan, action=A, done_at=NOW)
    send(plan, set(), {A, B})
    assert dict(plan.progress.values_list("action", "done_at")) == {A: NOW, B: LATER}


def test_an_action_that_was_begun_but_not_done_can_be_ticked(plan: Plan) -> None:
    ActionProgress.objects.create(plan=plan, action=A)
    send(plan, set(), {A})
    assert plan.progress.get().done_at == LATER


@pytest.mark.parametrize("key", ["qi-basics", "nowhere", "", "\0", "🦉", "x" * 10_000, "SQL-COURSE", f"{A} "])
def test_what_is_not_in_the_plan_is_passed_over(plan: Plan, key: str) -> None:
    send(plan, set(), {A, key})
    send(plan, {B, key}, {B})
    assert ticked(plan) == {A}
    assert plan.progress.count() == 1


def test_other_plans_keep_their_ticks(plan: Plan, alice: User, charlie: User) -> None:
    others = [drawn(alice, A, B), drawn(charlie, A, B)]
    for other in others:
        send(other, set(), {A})
    send(plan, set(), {A, B})
    send(plan, {A, B}, set())
    assert [ticked(other) for other in others] == [{A}, {A}]


def test_a_long_list_takes_as_many_queries_as_a_short_one(alice: User) -> None:
    counts = []
    for size in (1, 40):
        actions = {f"action-{number}" for number in range(size)}
        plan = drawn(alice, *actions)
        with CaptureQueriesContext(connection) as queries:
            send(plan, set(), actions)
        assert ticked(plan) == actions
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8
