"""The same four steps for a plan that is followed: prefilled from it, what is done or running stays."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Calculation, Draft, Plan
from assessments.services import proposals
from assessments.services.revisions import advance
from tests import journeys, markup
from tests.assessments.runs import ACTION, edit, tick
from tests.assessments.views.builder.walks import created, opened, sent, step_of, typed, without_what_ifs, work

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    journeys.stop_clock(monkeypatch)
    pinned: dict[str, Any] = {"pinned": frozenset({ACTION}), "excluded": frozenset({"agile-course"})}
    return journeys.planned(journeys.submitted(journeys.physician(alice)), **pinned)


def address(plan: Plan) -> str:
    return f"/plans/{plan.pk}/revise/"


def test_the_steps_start_with_what_the_plan_was_given(as_alice: Client, plan: Plan) -> None:
    drawn = {name: values for step in "123" for name, values in typed(opened(as_alice, address(plan), step)).items()}
    assert "start" not in drawn
    names = ("target", "hours_per_week", "budget_usd", "blocked_weeks", "pinned", "excluded")
    assert [drawn[name] for name in names] == [
        ["2027-12-31"],
        ["3"],
        ["3,000"],
        ["2027-07-05 to 2027-07-11"],
        [ACTION],
        ["agile-course"],
    ]
    assert not Draft.objects.exists()
    assert opened(as_alice, address(plan)).one("a", class_="back")["href"] == plan.get_absolute_url()


def test_a_proposal_is_asked_for_and_the_plan_stays(as_alice: Client, plan: Plan) -> None:
    sent(as_alice, "2", address(plan), hours_per_week="6")
    asked = created(as_alice, address(plan))
    assert (asked.purpose, asked.plan, asked.request["situation"]["hours_per_week"]) == ("revise", plan, 6.0)
    assert markup.read(as_alice.get(asked.get_absolute_url())).one("h1").text == "Working out the new plan"
    work()
    leads_to = as_alice.get(asked.get_absolute_url())["Location"]
    assert leads_to == f"/plans/{plan.pk}/proposals/{asked.pk}/"
    assert Plan.objects.whole().get(pk=plan.pk).current.number == 1


def test_what_is_done_or_running_stays_and_is_not_offered(as_alice: Client, plan: Plan) -> None:
    other = next(row["id"] for row in plan.current.actions if row["id"] != ACTION)
    plan = tick(plan, ACTION)
    turns = {other: lambda entry: entry.turned("doing", journeys.NOW.date())}
    advance(plan=plan, edit=edit(plan), turns=turns, words="Began")
    page = opened(as_alice, address(plan), "3")
    assert page.one("p", class_="note").text.startswith("2 actions are done or under way and stay in the plan: ")
    values = {box["value"] for box in page.all("input", type="checkbox")}
    assert not {ACTION, other} & values
    assert not page.all("input", name="done")
    sent(as_alice, "2", address(plan), hours_per_week="6")
    asked = created(as_alice, address(plan)).request
    assert {row["id"] for row in asked["kept"]} == {ACTION, other}
    assert asked["situation"]["pinned"] == []


def test_what_was_begun_after_it_was_pinned_here_is_no_mistake(as_alice: Client, plan: Plan) -> None:
    assert sent(as_alice, "3", address(plan)).status_code == 302
    tick(plan, ACTION)
    page = opened(as_alice, address(plan), "3")
    assert not page.all("div", class_="error-summary")
    assert "pinned" not in typed(page)
    created(as_alice, address(plan))


def test_own_actions_of_the_plan_are_there_and_can_be_let_go_of_unless_they_run(as_alice: Client, plan: Plan) -> None:
    own = {"own_name": "Shadow our CMIO", "own_hours": "3", "own_weeks": "2", "own_cost": "0", "own_skill": ""}
    sent(as_alice, "3", address(plan), **own)
    asked = created(as_alice, address(plan))
    work()
    asked.refresh_from_db()
    assert asked.plan
    proposals.accept(calculation=asked, edit=edit(plan), words="Planned again")
    assert not Draft.objects.exists()
    (key,) = [row["id"] for row in Plan.objects.whole().get().current.actions if row["id"].startswith("own-")]
    assert opened(as_alice, address(plan), "3").one("button", name="remove")["value"] == key
    tick(Plan.objects.whole().get(), key)
    page = opened(as_alice, address(plan), "3")
    assert not page.all("button", name="remove")
    sent(as_alice, "3", address(plan), remove=key)
    assert opened(as_alice, address(plan), "3").one("ul", class_="ownacts").text.endswith("Stays")


def test_the_table_of_what_ifs_starts_from_where_the_plan_stands(
    as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = without_what_ifs(monkeypatch)
    sent(as_alice, "1", address(plan))
    assert {row.basis_id for row in Calculation.objects.all()} == {plan.current.pk}
    work()
    assert len(asked) == 5
    page = opened(as_alice, address(plan), "2")
    assert page.one("span", class_="now").text.endswith("your present answer")
    waiting = Calculation.objects.all()[0].get_absolute_url()
    assert as_alice.get(waiting)["Location"] == step_of(address(plan), "2")


def test_a_link_can_name_what_would_close_a_gap(as_alice: Client, plan: Plan) -> None:
    page = markup.read(as_alice.get(f"{address(plan)}?hours=6"))
    assert typed(page)["hours_per_week"] == ["6"]


def test_nobody_elses_plan_is_there(as_charlie: Client, plan: Plan) -> None:
    assert as_charlie.get(address(plan)).status_code == 404
    assert as_charlie.post(address(plan)).status_code == 404
