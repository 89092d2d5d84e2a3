"""Planning again from a newer result: what it holds already is not counted twice."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from assessments.models import Attempt, Plan, Rerating, Result
from assessments.services import proposals, revisions
from tests import journeys
from tests.assessments import runs
from tests.assessments.proposals import answered, asked

pytestmark = pytest.mark.django_db
NEWER = journeys.NOW + timedelta(weeks=4)
LATER = NEWER + timedelta(weeks=2)
OTHER_LEVEL = "deputy"


@pytest.fixture
def plan(alice: User) -> Plan:
    """A plan from a result in which every skill is rated 2."""
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def taken(result: Result) -> dict[str, object]:
    """The extras of a plan that starts from another result."""
    return {proposals.NEWER_RESULT: {"id": result.pk, "day": result.created_at.date().isoformat()}}


def lifting(plan: Plan) -> tuple[str, str, int]:
    """An action of the plan that lifts a skill, the skill, and the level that it is lifted to."""
    row = next(row for row in plan.current.actions if row["develops"])
    return row["id"], row["develops"][0]["skill"], row["develops"][0]["to"]


def level(plan: Plan, skill: str, **extras: object) -> int:
    found = asked(plan, LATER, extras={**proposals.limits(plan)["extras"], **extras})
    return int(found.request["situation"]["levels"][skill])


def test_newer_results_are_full_ones_of_the_same_level_that_came_later(plan: Plan) -> None:
    user = plan.user
    earlier, newer = (runs.submitted(user, 2, at) for at in (journeys.NOW - timedelta(days=9), LATER))
    other, quick = runs.submitted(user, 3, NEWER, OTHER_LEVEL), runs.submitted(user, 3, NEWER)
    Attempt.objects.filter(pk=quick.attempt_id).update(form=Attempt.Form.QUICK)
    found = list(Result.objects.newer_than(plan.result))
    assert found == [newer]
    assert {earlier, other, quick}.isdisjoint(found)


def test_what_was_done_before_a_newer_result_is_in_its_levels_and_what_came_after_lifts_them(plan: Plan) -> None:
    action, skill, to = lifting(plan)
    newer = runs.submitted(plan.user, 2, NEWER)
    rated = {row["id"]: row["likely"] for row in newer.document["report"]["skills"]}
    for day, expected in ((NEWER - timedelta(days=7), rated[skill]), (NEWER + timedelta(days=7), to)):
        plan = Plan.objects.whole().get(pk=plan.pk)
        turns = {action: lambda entry, day=day: entry.turned("not started", day.date()).turned("done", day.date())}
        revisions.advance(plan=plan, edit=runs.edit(plan, day), turns=turns, words="Done")
        plan = Plan.objects.whole().get(pk=plan.pk)
        assert level(plan, skill) == to
        assert level(plan, skill, **taken(newer)) == expected


def test_a_rating_again_counts_only_where_it_came_after_the_newer_result(plan: Plan) -> None:
    _, skill, _ = lifting(plan)
    newer = runs.submitted(plan.user, 3, NEWER)
    rating = Rerating.objects.create(plan=plan, skill=skill, level=5, saved_at=NEWER - timedelta(days=1))
    assert level(plan, skill) == 5
    assert level(plan, skill, **taken(newer)) == 3
    rating.saved_at = NEWER + timedelta(days=1)
    rating.save()
    assert level(plan, skill, **taken(newer)) == 5


def test_a_plan_goes_on_from_a_newer_result_until_that_is_deleted(plan: Plan) -> None:
    newer = runs.submitted(plan.user, 3, NEWER)
    found = answered(asked(plan, LATER, extras={**proposals.limits(plan)["extras"], **taken(newer)}), weeks=8)
    proposals.accept(calculation=found, edit=runs.edit(plan, LATER), words="Planned again")
    plan = Plan.objects.whole().get(pk=plan.pk)
    rated = {row["id"]: row["likely"] for row in newer.document["report"]["skills"]}
    assert asked(plan, LATER).request["situation"]["levels"] == rated
    newer.delete()
    assert asked(plan, LATER, hours_per_week=7.0).request["situation"]["levels"] != rated


def test_a_result_of_somebody_else_is_not_taken(plan: Plan, charlie: User) -> None:
    _, skill, _ = lifting(plan)
    assert level(plan, skill, **taken(runs.submitted(charlie, 5, NEWER))) == plan.current.request["levels"][skill]
