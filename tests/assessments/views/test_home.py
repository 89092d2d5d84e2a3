"""Home of somebody who is signed in: the one next step, and what there is so far."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Attempt, Calculation, Plan
from assessments.services import proposals
from assessments.services.calculations import settle
from assessments.services.profiles import profile_of
from tests import journeys, markup
from tests.assessments.runs import tick

pytestmark = pytest.mark.django_db
FIRST_WEEK = journeys.NOW.replace(day=9)


@pytest.fixture(autouse=True)
def _stopped(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    journeys.stop_clock(monkeypatch)


@pytest.fixture
def plan(alice: User) -> Plan:
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def home(client: Client) -> markup.Element:
    answer = client.get("/")
    assert answer.status_code == 200
    return markup.read(answer)


def next_step(client: Client) -> tuple[str, str]:
    """The heading, and where the one button leads."""
    page = home(client)
    return page.one("h1").text, page.one("div", class_="next").one("a", class_="btn")["href"]


def test_a_stranger_sees_what_the_site_is_and_nothing_private(client: Client) -> None:
    page = home(client)
    assert "plan you can defend" in page.one("h1").text
    assert page.all("div", class_="next") == page.all("meta", name="robots") == []


def test_an_empty_account_starts_with_the_profile(as_alice: Client, as_charlie: Client, charlie: User) -> None:
    journeys.planned(journeys.submitted(charlie))
    page = home(as_alice)
    assert next_step(as_alice) == ("Say where you start from", "/profile/")
    assert [section["aria-labelledby"] for section in page.all("section")] == ["evidence"]
    assert page.all("table") == []


def test_with_a_profile_the_assessment_comes_next(as_alice: Client, alice: User) -> None:
    journeys.physician(alice)
    assert next_step(as_alice)[1] == "/assessments/"
    attempt = journeys.started(alice)
    assert next_step(as_alice)[1] == journeys.address(attempt, "ehr_optimisation/")


def test_an_open_attempt_is_picked_up_where_it_stopped(as_alice: Client, alice: User) -> None:
    attempt = journeys.rate(journeys.started(alice), only=["ehr_optimisation", "workflow_redesign"])
    page = home(as_alice)
    assert next_step(as_alice) == ("Pick up at skill 3 of 31", journeys.address(attempt, "usability_burden/"))
    assert "09:30" in page.one("p", class_="lede").text
    assert "2 of 31 skills answered" in page.one("div", class_="pb").text


def test_with_all_skills_rated_the_answers_are_checked(as_alice: Client, alice: User) -> None:
    attempt = journeys.choose(journeys.rate(journeys.started(alice)))
    assert next_step(as_alice)[1] == journeys.address(attempt, "check/")


def test_with_all_skills_rated_the_scenarios_come_next(as_alice: Client, alice: User) -> None:
    first, *rest = journeys.items(journeys.rate(journeys.started(alice)))
    assert next_step(as_alice)[0] == f"Pick up at scenario 1 of {len(rest) + 1}"
    assert f"scenarios/{first}/" in next_step(as_alice)[1]


def test_of_a_quick_check_all_its_questions_are_told(as_alice: Client, alice: User) -> None:
    attempt = journeys.started(alice)
    Attempt.objects.update(form=Attempt.Form.QUICK)
    journeys.rate(attempt, only=["ehr_optimisation", "cds"])
    page = home(as_alice)
    assert page.one("h1").text == "Pick up at question 3 of 36"
    assert "2 of 36 questions answered" in page.one("div", class_="pb").text


def test_an_attempt_begun_comes_before_this_weeks_plan(as_alice: Client, plan: Plan) -> None:
    attempt = journeys.rate(journeys.started(plan.user, at=FIRST_WEEK), only=["ehr_optimisation"])
    assert next_step(as_alice)[1] == journeys.address(attempt, "workflow_redesign/")


def test_a_result_without_a_plan_leads_to_one(as_alice: Client, alice: User) -> None:
    attempt = journeys.submitted(alice)
    page, readiness = home(as_alice), attempt.result.document["report"]["readiness"]
    assert next_step(as_alice)[1] == f"/plans/new/?attempt={attempt.pk}"
    numbers = [str(round(readiness[name])) for name in ("score", "low", "high")]
    assert all(number in page.one("p", class_="lede").text for number in numbers)
    assert page.one("table", class_="hist").rows[0][2] == numbers[0]
    assert journeys.address(attempt, "result/") in [link["href"] for link in page.all("a")]


def test_a_result_newer_than_the_plan_is_looked_at_first(as_alice: Client, plan: Plan) -> None:
    newer = journeys.submitted(plan.user, 3, at=journeys.NOW + timedelta(days=1))
    assert next_step(as_alice)[1] == journeys.address(newer, "result/")
    assert len(home(as_alice).one("table", class_="hist").rows) == 2


def test_a_plan_shows_what_this_week_asks_and_it_can_be_ticked(
    as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    journeys.stop_clock(monkeypatch, FIRST_WEEK)
    form = home(as_alice).one("section", aria_labelledby="this-week").one("form")
    asked = [row["id"] for row in plan.current.actions if row["start"] <= "2026-12-09" <= row["end"]]
    actions = journeys.catalogue(plan.result.attempt).actions
    assert [label.one("b").text for label in form.all("label")] == [actions[key]["name"] for key in asked]
    assert form["action"] == form["hx-post"] == f"/plans/{plan.pk}/progress/"
    assert home(as_alice).one(id=form["hx-target"].removeprefix("#")).one("h1")
    heading, place = next_step(as_alice)
    assert (heading.startswith("This week: "), place) == (True, f"/plans/{plan.pk}/")
    answer = as_alice.post(form["action"], {**markup.typed(form), "done": asked}, headers={"HX-Request": "true"})
    assert answer["Location"] == "/#this-week"
    assert next_step(as_alice) == ("This week is done", f"/plans/{plan.pk}/")


def test_before_the_plan_begins_its_first_step_is_announced(as_alice: Client, plan: Plan) -> None:
    page = home(as_alice)
    assert "7 December 2026" in page.one("p", class_="lede").text
    assert page.one("section", aria_labelledby="this-week").all("form") == []


def test_with_every_step_done_the_assessment_is_worth_another_look(
    as_alice: Client, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = [row["id"] for row in plan.current.actions]
    as_alice.post(f"/plans/{plan.pk}/progress/", {"done": done})
    end = max(row["end"] for row in plan.current.actions)
    journeys.stop_clock(monkeypatch, datetime.fromisoformat(f"{end}T12:00Z") + timedelta(days=30))
    as_alice.force_login(plan.user)
    assert next_step(as_alice) == ("Every step of your plan is done", f"/plans/{plan.pk}/")


def test_planning_that_is_under_way_comes_before_all_else(as_alice: Client, plan: Plan) -> None:
    journeys.rate(journeys.started(plan.user), only=["ehr_optimisation"])
    asked = proposals.ask_again(
        plan=plan, profile=profile_of(plan.user), wishes={"hours_per_week": 1.0}, at=journeys.NOW
    )
    assert next_step(as_alice) == ("A new plan is being worked out", asked.get_absolute_url())
    document = {**plan.current.document, "actions": plan.current.actions[1:], "kept": []}
    Calculation.objects.update(state=Calculation.State.DONE, answer={"document": document})
    waiting = f"/plans/{plan.pk}/proposals/{asked.pk}/"
    assert next_step(as_alice) == ("A new plan waits for your decision", waiting)
    settle(calculation=asked, decision=Calculation.Decision.KEPT)
    assert next_step(as_alice)[0].startswith("Pick up at skill 2")


def test_an_older_plan_that_is_not_over_is_followed_on(as_alice: Client, plan: Plan) -> None:
    newer = journeys.planned(plan.result.attempt, at=journeys.NOW + timedelta(hours=1))
    assert newer.get_absolute_url() in next_step(as_alice)[1]
    tick(newer, *(row["id"] for row in newer.current.actions))
    assert next_step(as_alice)[1] == plan.get_absolute_url()


def test_what_has_come_of_the_plan_is_told_in_one_line_and_both_readinesses_are_explained(
    as_alice: Client, plan: Plan
) -> None:
    tick(plan, plan.current.actions[0]["id"])
    told = home(as_alice).one("section", aria_labelledby="the-plan")
    assert f"Since you started, today: 1 of {len(plan.current.actions)} steps done and 0 hours logged." in told.text
    assert "counted by your likely levels" in told.text
    assert f"{plan.get_absolute_url()}#since" in [link["href"] for link in told.all("a")]
