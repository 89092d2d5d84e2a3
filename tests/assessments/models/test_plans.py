"""What the database itself keeps true about plans, their revisions and their ticks."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import ActionProgress, Plan, Revision
from tests.assessments.models.refusals import refused
from tests.assessments.runs import LATER, NOW, drawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(alice: User) -> Plan:
    return drawn(alice, "sql-course", "agile-course")


def revise(plan: Plan, number: int, *actions: str) -> Revision:
    document = {"actions": [{"id": action} for action in actions]}
    return Revision.objects.create(plan=plan, number=number, request={}, document=document, created_at=NOW)


def test_a_plan_has_one_revision_of_each_number(plan: Plan, charlie: User) -> None:
    refused(lambda: revise(plan, 1), "revision_number_once_per_plan")
    assert revise(plan, 2).pk
    assert revise(drawn(charlie), 2).pk


def test_an_action_is_ticked_once_in_a_plan(plan: Plan, charlie: User) -> None:
    ticked: dict[str, Any] = {"action": "sql-course", "done_at": NOW}
    ActionProgress.objects.create(plan=plan, **ticked)
    refused(lambda: ActionProgress.objects.create(plan=plan, action="sql-course"), "progress_once_per_action")
    assert ActionProgress.objects.create(plan=plan, action="agile-course").pk
    assert ActionProgress.objects.create(plan=drawn(charlie), **ticked).pk


def test_a_revision_has_a_number_from_nought_up(plan: Plan) -> None:
    refused(lambda: revise(plan, -1), "number")


def test_the_current_revision_is_the_last(plan: Plan) -> None:
    revise(plan, 3, "qi-basics")
    revise(plan, 2)
    assert [revision.number for revision in plan.revisions.all()] == [1, 2, 3]
    assert plan.current.actions == [{"id": "qi-basics"}]


def test_only_ticked_actions_are_done(plan: Plan, charlie: User) -> None:
    ActionProgress.objects.create(plan=plan, action="sql-course", done_at=NOW)
    ActionProgress.objects.create(plan=plan, action="agile-course")
    ActionProgress.objects.create(plan=drawn(charlie), action="qi-basics", done_at=NOW)
    assert plan.done == {"sql-course"}


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
def test_a_list_of_plans_takes_three_queries(alice: User, rows: int) -> None:
    for _ in range(rows):
        ActionProgress.objects.create(plan=drawn(alice, "sql-course"), action="sql-course", done_at=NOW)
    with CaptureQueriesContext(connection) as queries:
        plans = list(Plan.objects.for_user(alice))
        assert all(plan.current.number == 1 and plan.done == {"sql-course"} for plan in plans)
        assert {plan.result.attempt.version.catalogue.career.title for plan in plans}
    assert len(plans) == rows
    assert len(queries) == 3


@pytest.mark.parametrize("goes", ["user", "attempt", "result"])
def test_a_plan_goes_with_what_it_is_for(plan: Plan, goes: str) -> None:
    ActionProgress.objects.create(plan=plan, action="sql-course", done_at=NOW)
    {"user": plan.user, "attempt": plan.result.attempt, "result": plan.result}[goes].delete()
    assert not any(model.objects.exists() for model in (Plan, Revision, ActionProgress))


def test_rows_name_themselves_without_saying_whose_they_are(plan: Plan) -> None:
    assert str(plan) == f"Plan {plan.pk}"
    assert str(plan.current) == "Revision 1"
    assert str(ActionProgress(plan=plan, action="sql-course")) == "sql-course"


def test_a_plan_leads_to_its_page(plan: Plan) -> None:
    assert plan.get_absolute_url() == f"/plans/{plan.pk}/"
