"""Own actions of a plan that is planned again without them: what was begun stays, what was not goes whole."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from assessments import snapshots
from assessments.domain.following import extras
from assessments.domain.following.progress import BLOCKED, DOING, DONE
from assessments.models import Calculation, Plan
from assessments.services import proposals, revisions, wishes
from assessments.services.profiles import profile_of
from assessments.services.revisions import Change, Drawn
from tests.assessments.proposals import refused
from tests.assessments.runs import NOW, built, edit, submitted, without_planner

pytestmark = pytest.mark.django_db
OWN = {"id": "own-a", "name": "Shadow the board", "hours": 12.0, "weeks": 3, "cost_usd": 50}
COURSE = "sql-course"
MONDAY = date(2026, 12, 14)
PLACE = {"start": MONDAY.isoformat(), "weeks": 3}


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    without_planner(monkeypatch)
    made = built(submitted(alice))
    given = {**made.current.request, "extras": {**extras.none(), "own": [OWN]}, "pinned": ["own-a"]}
    document = {"status": "optimal", "actions": [row("own-a"), row(COURSE)]}
    drawn = Drawn(made.current.schedule.version_id, given, document)
    revisions.reschedule(plan=made, edit=edit(made), drawn=drawn, change=Change.SCHEDULE, words="Moved")
    return whole(made)


def row(action: str) -> dict[str, Any]:
    end = MONDAY + timedelta(weeks=3, days=-1)
    days = {"start": MONDAY.isoformat(), "end": end.isoformat(), "weeks": 3, "hours": 12.0, "hours_per_week": 4.0}
    return {"id": action, **days, "cost_max_usd": 50, "develops": [], "satisfies": [], "why": "Why."}


def whole(plan: Plan) -> Plan:
    return Plan.objects.whole().get(pk=plan.pk)


def asked(plan: Plan, **given: Any) -> Calculation:
    return proposals.ask_again(plan=plan, profile=profile_of(plan.user), wishes=given, at=NOW)


def without_own(plan: Plan, **more: Any) -> Calculation:
    return asked(plan, extras={**proposals.limits(plan)["extras"], "own": [], **more}, pinned=[])


def keys_kept(calculation: Calculation) -> set[str]:
    return {entry["id"] for entry in calculation.request["kept"]}


@pytest.mark.parametrize("state", [DONE, DOING, BLOCKED])
def test_what_was_begun_is_known_also_where_it_was_removed_before(plan: Plan, state: str) -> None:
    turn = {"own-a": lambda entry: entry.turned(state, NOW.date(), "Why")}
    revisions.advance(plan=plan, edit=edit(plan), turns=turn, words="Changed")
    found = without_own(whole(plan))
    given = found.request["situation"]["extras"]
    assert keys_kept(found) == {"own-a"}
    assert given["own"] == [OWN]
    assert "own-a" in {action.id for action in snapshots.extended(found.version_id, "cmio", given).actions}


def test_what_was_not_begun_goes_with_the_weeks_that_were_chosen_for_it(plan: Plan) -> None:
    found = without_own(plan, placed={"own-a": PLACE})
    assert keys_kept(found) == set()
    assert found.request["situation"]["extras"] == {**extras.none(), "budget_usd": 1000}


def test_what_is_left_out_keeps_no_weeks(plan: Plan) -> None:
    placed = {**proposals.limits(plan)["extras"], "placed": {COURSE: PLACE}}
    assert keys_kept(asked(plan, extras=placed)) == {COURSE}
    found = asked(plan, extras=placed, excluded=[COURSE])
    assert keys_kept(found) == set()
    assert found.request["situation"]["excluded"] == [COURSE]


def test_an_own_action_that_is_let_go_of_is_given_up(plan: Plan) -> None:
    again = wishes.remedied(refused(asked(plan), "own-a"), 3)
    found = asked(plan, **again).request["situation"]
    assert (found["pinned"], found["extras"]["own"]) == ([], [])
