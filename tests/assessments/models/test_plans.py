"""What the database itself keeps true about plans, their schedules and their revisions."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import RestrictedError
from django.test.utils import CaptureQueriesContext

from assessments.domain.following.progress import DONE, UNTOUCHED, plain
from assessments.models import Plan, Revision, Schedule
from assessments.services import revisions
from assessments.services.revisions import Drawn
from tests.assessments.models.refusals import refused
from tests.assessments.runs import LATER, NOW, drawn, edit, tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, "sql-course", "agile-course")


def revise(plan: Plan, number: int, **given: Any) -> Revision:
    values: dict[str, Any] = {"schedule": plan.current.schedule, "change": Revision.Change.PROGRESS, "created_at": NOW}
    return Revision.objects.create(plan=plan, number=number, **values | given)


def test_a_plan_has_one_revision_of_each_number(plan: Plan, charlie: User) -> None:
    refused(lambda: revise(plan, 1), "revision_number_once_per_plan")
    assert revise(plan, 2).pk
    assert revise(drawn(charlie), 2).pk


def test_a_form_makes_one_revision_of_a_plan(plan: Plan, charlie: User) -> None:
    key = uuid4()
    assert revise(plan, 2, key=key).pk
    refused(lambda: revise(plan, 3, key=key), "revision_key_once_per_plan")
    assert revise(drawn(charlie), 2, key=key).pk


def test_a_revision_has_a_number_from_nought_up(plan: Plan) -> None:
    refused(lambda: revise(plan, -1), "number")


def test_the_current_revision_is_the_one_that_was_made_last(plan: Plan) -> None:
    document = {"actions": [{"id": "qi-basics", "start": "2026-12-07", "end": "2026-12-13"}]}
    values: dict[str, Any] = {"change": Revision.Change.REPLANNED, "words": "Planned again"}
    revisions.reschedule(
        plan=plan, edit=edit(plan), drawn=Drawn(plan.result.attempt.version_id, {}, document), **values
    )
    (now,) = Plan.objects.whole()
    assert [revision.number for revision in plan.revisions.all()] == [1, 2]
    assert now.current.number == 2
    assert now.current.actions == document["actions"]


def test_a_plan_without_a_revision_says_so(plan: Plan) -> None:
    plan.current_revision = None
    with pytest.raises(LookupError, match="no revision"):
        _ = plan.current


def test_the_revision_that_a_plan_follows_cannot_be_deleted_alone(plan: Plan) -> None:
    with pytest.raises(RestrictedError):
        plan.current.delete()


def test_rows_that_stay_stand_among_those_that_were_planned(plan: Plan) -> None:
    rows = [{"id": name, "start": start, "end": end} for name, start, end in (
        ("b", "2027-01-04", "2027-01-17"), ("a", "2027-01-04", "2027-01-17"), ("c", "2027-01-04", "2027-01-10")
    )]  # fmt: skip
    kept = {"id": "k", "start": "2026-12-07", "end": "2027-12-12"}
    schedule = Schedule(plan=plan, document={"actions": rows, "kept": [kept]})
    assert [row["id"] for row in schedule.rows] == ["k", "c", "a", "b"]


def test_only_actions_that_are_done_are_done(plan: Plan, charlie: User) -> None:
    tick(drawn(charlie, "qi-basics"), "qi-basics")
    states = {"sql-course": DONE, "agile-course": "doing"}
    data = plain({action: UNTOUCHED.turned(state, NOW.date()) for action, state in states.items()})
    assert revise(plan, 2, progress=data).done == {"sql-course"}


def test_nobody_sees_what_is_anothers(alice: User, charlie: User, plan: Plan) -> None:
    other = drawn(charlie)
    assert list(Plan.objects.for_user(alice)) == [plan]
    assert list(Plan.objects.for_user(charlie)) == [other]


def test_the_newest_comes_first(alice: User) -> None:
    for days in (1, 3, 2):
        Plan.objects.filter(pk=drawn(alice).pk).update(created_at=LATER - timedelta(days=days))
    for plans in (Plan.objects.for_user(alice), Plan.objects.all()):
        assert [(LATER - plan.created_at).days for plan in plans] == [1, 2, 3]


@pytest.mark.parametrize("rows", [1, 20])
def test_a_list_of_plans_takes_one_query_and_carries_no_catalogue(alice: User, rows: int) -> None:
    for _ in range(rows):
        tick(drawn(alice, "sql-course"), "sql-course")
    with CaptureQueriesContext(connection) as queries:
        plans = list(Plan.objects.for_user(alice))
        assert all(plan.current.number == 2 and plan.current.done == {"sql-course"} for plan in plans)
        assert {plan.result.attempt.version.catalogue.career.title for plan in plans}
        assert {plan.current.schedule.version.number for plan in plans}
    assert len(plans) == rows
    assert len(queries) == 1
    assert '"careers_instrumentversion"."document"' not in queries[0]["sql"]


@pytest.mark.parametrize("goes", ["user", "attempt", "result", "plan"])
def test_a_plan_goes_with_what_it_is_for(plan: Plan, charlie: User, goes: str) -> None:
    others = tick(drawn(charlie, "sql-course"), "sql-course")
    tick(plan, "sql-course")
    {"user": plan.user, "attempt": plan.result.attempt, "result": plan.result, "plan": plan}[goes].delete()
    assert list(Plan.objects.all()) == [others]
    assert {row.plan_id for model in (Schedule, Revision) for row in model._default_manager.all()} == {others.pk}


def test_rows_name_themselves_without_saying_whose_they_are(plan: Plan) -> None:
    assert str(plan) == f"Plan {plan.pk}"
    assert str(plan.current) == "Revision 1"
    assert str(plan.current.schedule) == f"Schedule {plan.current.schedule.pk}"


def test_a_plan_leads_to_its_page(plan: Plan) -> None:
    assert plan.get_absolute_url() == f"/plans/{plan.pk}/"
