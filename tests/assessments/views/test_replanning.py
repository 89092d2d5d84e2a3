"""Planning a plan again: asking, seeing what would change and why, accepting it or keeping the plan."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from assessments.models import Calculation, Plan
from assessments.services import calculations, revisions
from tests import journeys, markup
from tests.assessments import runs
from tests.assessments.proposals import answered, asked, refused

pytestmark = pytest.mark.django_db
LATER = journeys.NOW + timedelta(weeks=6)
BEFORE = LATER - timedelta(minutes=5)


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A year's plan of a physician, looked at after six weeks."""
    journeys.stop_clock(monkeypatch, LATER)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def now(plan: Plan) -> Plan:
    return Plan.objects.whole().get(pk=plan.pk)


def path(plan: Plan, found: Calculation) -> str:
    return f"/plans/{plan.pk}/proposals/{found.pk}/"


def shown(client: Client, plan: Plan, found: Calculation, status: int = 200) -> markup.Element:
    answer = client.get(path(plan, found))
    assert answer.status_code == status
    return markup.read(answer)


def decide(client: Client, plan: Plan, found: Calculation, do: str) -> Any:
    form = shown(client, plan, found).one(id="decide")
    return client.post(path(plan, found), {**markup.typed(form), "do": do})


def change(plan: Plan, action: str, state: str, reason: str = "") -> Plan:
    turns = {action: lambda entry: entry.turned(state, LATER.date(), reason)}
    revisions.advance(plan=plan, edit=runs.edit(plan, LATER), turns=turns, words=f"“{action}” {state}")
    return now(plan)


def test_one_click_asks_again_and_leads_to_where_the_answer_will_be(plan: Plan, as_alice: Client) -> None:
    for _ in range(2):
        answer = as_alice.post(f"/plans/{plan.pk}/replan/")
        found = Calculation.objects.get(purpose=Calculation.Purpose.REVISE)
        assert (answer.status_code, answer["Location"]) == (302, found.get_absolute_url())
    assert found.basis == plan.current
    assert found.request["situation"]["start"] == "2027-01-11"
    for name in ("hours_per_week", "target", "blocked_weeks"):
        assert found.request["situation"][name] == plan.current.request[name]
    assert now(plan).current == plan.current


def test_limits_that_are_sent_replace_the_plans_own(plan: Plan, as_alice: Client) -> None:
    sent = {"hours_per_week": "6.5", "budget_usd": "$4,500", "target": "2028-06-30", "blocked_weeks": "2027-08-04"}
    as_alice.post(f"/plans/{plan.pk}/replan/", sent)
    given = Calculation.objects.get(purpose=Calculation.Purpose.REVISE).request["situation"]
    assert (given["hours_per_week"], given["extras"]["budget_usd"], given["target"]) == (6.5, 4500, "2028-06-30")
    assert given["blocked_weeks"] == ["2027-08-02"]


def test_whoever_had_to_sign_in_before_asking_arrives_at_the_plan(plan: Plan, client: Client) -> None:
    asked_for = client.post(f"/plans/{plan.pk}/replan/")
    client.force_login(plan.user)
    answer = client.get(asked_for["Location"].split("next=")[1])
    assert (answer.status_code, answer["Location"]) == (302, plan.get_absolute_url())
    assert not Calculation.objects.exists()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"hours_per_week": "0"}, "Enter hours a week from 0.5 to 80"),
        ({"hours_per_week": "200"}, "Enter hours a week from 0.5 to 80"),
        ({"budget_usd": "-1"}, "Enter the budget in whole US dollars"),
        ({"target": "2027-01-10"}, "Choose a target date that leaves at least one whole week"),
        ({"target": "2099-01-01"}, "The target date has to be within"),
        ({"blocked_weeks": "2027-01-01 to 2028-01-01"}, "Leave at least one week until the target date"),
    ],
)
def test_what_cannot_be_is_not_asked_and_the_plan_says_why(
    plan: Plan, as_alice: Client, sent: dict[str, str], words: str
) -> None:
    answer = as_alice.post(f"/plans/{plan.pk}/replan/", sent)
    assert (answer.status_code, answer["Location"]) == (302, plan.get_absolute_url())
    said = markup.read(as_alice.get(plan.get_absolute_url())).one("div", class_="banner").text
    assert words in said
    assert "Your plan is as it was" in said
    assert not Calculation.objects.exists()


def test_asking_too_often_says_so_and_changes_nothing(plan: Plan, as_alice: Client) -> None:
    for hours in range(1, calculations.MOST_OPEN + 1):
        asked(plan, LATER, hours_per_week=hours / 2)
    answer = as_alice.post(f"/plans/{plan.pk}/replan/", {"hours_per_week": "40"}, follow=True)
    assert "still being worked out" in markup.read(answer).one("div", class_="banner").text
    assert Calculation.objects.count() == calculations.MOST_OPEN


def test_a_plan_whose_target_has_passed_is_told_to_choose_another(
    plan: Plan, as_alice: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    journeys.stop_clock(monkeypatch, journeys.NOW + timedelta(days=800))
    as_alice.force_login(plan.user)
    answer = as_alice.post(f"/plans/{plan.pk}/replan/", follow=True)
    assert "Choose a target date" in markup.read(answer).one("div", class_="banner").text
    as_alice.post(f"/plans/{plan.pk}/replan/", {"target": "2030-12-31"})
    assert Calculation.objects.get().request["situation"]["target"] == "2030-12-31"


def test_the_page_says_how_finish_and_readiness_change_by_the_rows_that_it_lists(plan: Plan, as_alice: Client) -> None:
    rows = plan.current.actions
    found = answered(asked(plan, LATER), weeks=8, then=-0.2)
    page = shown(as_alice, plan, found)
    assert page.one("h1").text.startswith("Eight weeks later, and still ")
    finish, readiness, _, _ = page.one("dl", class_="strip").all("div")
    last = max(date.fromisoformat(row["end"]) for row in rows)
    assert (last + timedelta(weeks=8)).strftime("%Y") in finish.one("dd", class_="big").text
    assert "0.2 points less" in readiness.text
    table = page.one("table", class_="diff")
    assert table.all("tr", class_="grp")[0].text == "Moved"
    assert len(table.all("s")) == len(rows)
    assert page.one("figcaption").one("h3").text.endswith("steps move")


def test_added_and_removed_steps_are_named_with_what_they_bring_or_cost(plan: Plan, as_alice: Client) -> None:
    last = plan.current.actions[-1]["id"]
    plan = change(plan, last, "skipped", "Our policy is settled")
    found = answered(asked(plan, LATER), without=[last])
    page = shown(as_alice, plan, found)
    assert page.one("figcaption").one("h3").text.startswith("One step goes out and ")
    assert "You skipped it." in page.one("table", class_="diff").text
    name = journeys.catalogue(plan.result.attempt).actions[last]["name"]
    assert f"You skipped “{name}”: “Our policy is settled”." in page.one("section", aria_labelledby="why").text


def test_what_changes_nothing_says_so(plan: Plan, as_alice: Client) -> None:
    page = shown(as_alice, plan, answered(asked(plan, LATER)))
    assert page.one("h1").text == "Nothing would change"
    assert not page.all("table")


def test_accepting_makes_one_revision_however_often_it_is_sent(plan: Plan, as_alice: Client) -> None:
    found = answered(asked(plan, LATER), weeks=8)
    form = {**markup.typed(shown(as_alice, plan, found).one(id="decide")), "do": "accept"}
    for _ in range(2):
        answer = as_alice.post(path(plan, found), form)
        assert answer.status_code in {200, 302}
    after = now(plan)
    assert (after.current.number, after.current.change) == (2, "replanned")
    assert after.current.words.startswith("Planned again: finish ")
    assert [row["start"] for row in after.current.actions] != [row["start"] for row in plan.current.actions]
    assert decide_again(as_alice, plan, found) == 2
    page = shown(as_alice, plan, found)
    assert "You accepted" in page.one("p", class_="kicker").text
    assert not page.all("form", method="post")


def decide_again(client: Client, plan: Plan, found: Calculation) -> int:
    """The number of the revision after another page sends that it accepts."""
    client.post(path(plan, found), {"do": "accept", "seen": "2", "page": str(uuid4())})
    return now(plan).current.number


def test_keeping_settles_it_and_leaves_the_plan_alone(plan: Plan, as_alice: Client) -> None:
    found = answered(asked(plan, LATER), weeks=8)
    answer = decide(as_alice, plan, found, "keep")
    assert (answer.status_code, answer["Location"]) == (302, plan.get_absolute_url())
    assert now(plan).current == plan.current
    found.refresh_from_db()
    assert found.settled == "kept"
    assert "You kept your plan" in shown(as_alice, plan, found).one("p", class_="kicker").text
    as_alice.post(path(plan, found), {"do": "accept"})
    assert now(plan).current == plan.current


def test_a_plan_that_was_changed_meanwhile_is_not_overwritten(plan: Plan, as_alice: Client) -> None:
    found = answered(asked(plan, BEFORE, hours_per_week=5.5), weeks=8)
    form = {**markup.typed(shown(as_alice, plan, found).one(id="decide")), "do": "accept"}
    plan = change(plan, plan.current.actions[0]["id"], "doing")
    answer = as_alice.post(path(plan, found), form)
    assert answer.status_code == 409
    assert now(plan).current == plan.current
    for page in (markup.read(answer), shown(as_alice, plan, found)):
        box = page.one("div", class_="nofit")
        assert plan.current.words in box.text
        assert not page.all(id="decide")
    again = box.one("form")
    as_alice.post(again["action"], markup.typed(again))
    newest = Calculation.objects.proposals_for(plan)[0]
    assert (newest.basis, newest.request["situation"]["hours_per_week"]) == (plan.current, 5.5)
    found.refresh_from_db()
    assert not found.settled


def test_a_form_without_a_choice_asks_for_one(plan: Plan, as_alice: Client) -> None:
    found = answered(asked(plan, LATER), weeks=1)
    answer = as_alice.post(path(plan, found), {"do": "x"})
    assert answer.status_code == 422
    assert markup.read(answer).one("h2", id="error-summary-title").text == "There is a problem"


def test_no_plan_explains_itself_and_each_way_out_asks_again(plan: Plan, as_alice: Client) -> None:
    pin = "programme-lead"
    found = refused(asked(plan, BEFORE, pinned=[pin, "sql-course"]), pin)
    page = shown(as_alice, plan, found)
    assert "takes 14 hours a week" in page.one("section", aria_labelledby="broken").text
    ways = page.one("section", aria_labelledby="ways")
    assert "A later target date alone would not help." in ways.text
    wanted = []
    assert as_alice.post(path(plan, found), {"do": "accept"}).status_code == 422
    for form in ways.all("form"):
        as_alice.post(form["action"], markup.typed(form))
        asked_for = Calculation.objects.proposals_for(plan)[0].request["situation"]
        wanted.append((asked_for["hours_per_week"], asked_for["extras"]["budget_usd"], asked_for["pinned"]))
        Calculation.objects.exclude(pk=found.pk).delete()
    both = sorted([pin, "sql-course"])
    assert wanted == [(9.5, 3000, both), (3.0, 40_000, both), (3.0, 3000, ["sql-course"])]
    assert now(plan).current == plan.current
    as_alice.post(path(plan, found), {"do": "keep"})
    assert Calculation.objects.get(pk=found.pk).settled == "kept"


def test_what_is_not_answered_yet_leads_to_where_it_will_be(plan: Plan, as_alice: Client) -> None:
    found = asked(plan, LATER)
    answer = as_alice.get(path(plan, found))
    assert (answer.status_code, answer["Location"]) == (302, found.get_absolute_url())


@pytest.mark.parametrize(
    "sent", [{"like": "x"}, {"like": str(uuid4())}, {"remedy": "99"}, {"remedy": "-1"}, {"remedy": "x"}]
)
def test_proposals_and_remedies_that_there_are_not_are_missing(
    plan: Plan, as_alice: Client, sent: dict[str, str]
) -> None:
    found = refused(asked(plan, LATER), "programme-lead")
    answer = as_alice.post(f"/plans/{plan.pk}/replan/", {"like": str(found.pk), **sent})
    assert answer.status_code == 404
    assert as_alice.get(f"/plans/{plan.pk}/proposals/{uuid4()}/").status_code == 404


def test_a_proposal_of_another_plan_is_missing_and_of_nobody_else_s_business(
    plan: Plan, as_alice: Client, as_charlie: Client
) -> None:
    found = answered(asked(plan, LATER))
    other = journeys.planned(plan.result.attempt)
    assert as_alice.get(path(other, found)).status_code == 404
    assert as_charlie.get(path(plan, found)).status_code == 404


def test_asked_for_real_it_is_worked_out_and_accepted(plan: Plan, as_alice: Client) -> None:
    first = plan.current.actions[0]["id"]
    plan = change(plan, first, "done")
    as_alice.post(f"/plans/{plan.pk}/replan/", {"hours_per_week": "4"})
    assert calculations.work_off(timezone.now)
    found = Calculation.objects.get(purpose=Calculation.Purpose.REVISE)
    decide(as_alice, plan, found, "accept")
    after = now(plan).current
    assert after.done == {first}
    assert after.request["hours_per_week"] == 4
    row = next(row for row in after.actions if row["id"] == first)
    assert row == plan.current.actions[0]


def test_a_newer_result_is_taken_up_where_the_form_names_it(plan: Plan, as_alice: Client) -> None:
    newer = runs.submitted(plan.user, 3, LATER)
    as_alice.post(f"/plans/{plan.pk}/replan/", {"result": str(newer.pk)})
    found = Calculation.objects.get(purpose=Calculation.Purpose.REVISE)
    rated = {row["id"]: row["likely"] for row in newer.document["report"]["skills"]}
    assert found.request["situation"]["levels"] == rated != plan.current.request["levels"]
    page = shown(as_alice, plan, answered(found, weeks=1))
    assert "By your result of 12 January 2027" in page.one("section", aria_labelledby="why").text
    assert as_alice.post(f"/plans/{plan.pk}/replan/", {"result": "x" * 30}).status_code == 302
