"""What a plan's page offers: found from what is kept, sent along by one button, and never done by itself."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.test import Client

from assessments.models import Calculation, Plan, Rerating
from assessments.services import profiles, revisions
from tests import journeys, markup
from tests.assessments import runs
from tests.assessments.proposals import answered, asked, refused

pytestmark = pytest.mark.django_db
LATER = journeys.NOW + timedelta(days=10)
"""After the first Monday of the plan, in the week after it was made, and before its first step should have ended."""


@pytest.fixture
def plan(alice: User, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """A year's plan of a physician whose profile says what the plan was given."""
    journeys.stop_clock(monkeypatch, LATER)
    return journeys.planned(journeys.submitted(journeys.physician(alice)))


def offered(client: Client, plan: Plan) -> markup.Element | None:
    page = markup.read(client.get(plan.get_absolute_url()))
    found = page.all("section", aria_labelledby="h-offers")
    return found[0] if found else None


def reasons(client: Client, plan: Plan) -> list[str]:
    found = offered(client, plan)
    return [line.text for line in found.all("li")] if found else []


def press(client: Client, plan: Plan) -> Calculation:
    """Press the one button."""
    found = offered(client, plan)
    assert found
    form = found.one("form")
    assert [button.text for button in form.all("button")] == ["Plan again from today"]
    client.post(form["action"], markup.typed(form))
    return Calculation.objects.proposals_for(plan)[0]


def skip(plan: Plan, action: str) -> Plan:
    turns = {action: lambda entry: entry.turned("skipped", LATER.date(), "Not now")}
    revisions.advance(plan=plan, edit=runs.edit(plan, LATER), turns=turns, words="Skipped")
    return Plan.objects.whole().get(pk=plan.pk)


def test_a_plan_that_goes_well_offers_nothing(plan: Plan, as_alice: Client) -> None:
    assert offered(as_alice, plan) is None


def test_another_profile_is_offered_and_sent_along_and_asks_for_nothing_by_itself(plan: Plan, as_alice: Client) -> None:
    profiles.save_time(user=plan.user, hours_per_week=Decimal(5), budget_usd=4000, blocked_weeks=[])
    (line,) = reasons(as_alice, plan)
    for words in ("5 hours a week instead of 3", "$4,000 instead of $3,000", "5 to 11 July 2027 is no longer blocked"):
        assert words in line
    assert not Calculation.objects.exists()
    given = press(as_alice, plan).request["situation"]
    assert (given["hours_per_week"], given["extras"]["budget_usd"], given["blocked_weeks"]) == (5.0, 4000, [])
    assert given["target"] == plan.current.request["target"]


def test_a_newer_version_of_the_assessment_is_told_by_what_it_changed(plan: Plan, as_alice: Client) -> None:
    runs.publish_another()
    (line,) = reasons(as_alice, plan)
    assert line.startswith("The assessment was updated (version 2, 1 December 2026)")
    assert "Weight changed" in line
    found = press(as_alice, plan)
    assert found.version == runs.newest()
    page = markup.read(as_alice.get(f"/plans/{plan.pk}/proposals/{answered(found, weeks=1).pk}/"))
    assert "The assessment was updated. Weight changed" in page.one("section", aria_labelledby="why").text
    assert "by version 1 of the assessment, and now by version 2" in page.text


def test_a_newer_result_and_a_rating_again_are_taken_along(plan: Plan, as_alice: Client) -> None:
    newer = runs.submitted(plan.user, 3, LATER - timedelta(days=1))
    Rerating.objects.create(plan=plan, skill="cds", level=4, saved_at=LATER)
    first, second = reasons(as_alice, plan)
    assert first == "You have a newer result, of 10 December 2026."
    assert "at level 4, 2 here" in second
    given = press(as_alice, plan).request["situation"]
    assert given["extras"]["result"] == {"id": newer.pk, "day": "2026-12-10"}
    assert given["levels"]["cds"] == 4


def test_a_skipped_step_is_offered_to_be_made_up_for_until_a_plan_without_it_is_accepted(
    plan: Plan, as_alice: Client
) -> None:
    last = plan.current.actions[-1]["id"]
    plan = skip(plan, last)
    assert len(reasons(as_alice, plan)) == 1
    found = answered(press(as_alice, plan), without=[last])
    waiting = offered(as_alice, plan)
    assert waiting
    assert waiting.one("h2").text == "A new plan waits for your decision"
    assert not waiting.all("button")
    page = waiting.one("a", class_="btn")["href"]
    assert page == f"/plans/{plan.pk}/proposals/{found.pk}/"
    as_alice.post(page, {"do": "accept"})
    assert offered(as_alice, plan) is None


def test_what_is_being_worked_out_is_led_to(plan: Plan, as_alice: Client) -> None:
    found = asked(skip(plan, plan.current.actions[-1]["id"]), LATER)
    shown = offered(as_alice, plan)
    assert shown
    assert shown.one("a", class_="btn")["href"] == found.get_absolute_url()


def test_where_nothing_would_change_there_is_no_button(plan: Plan, as_alice: Client) -> None:
    plan = skip(plan, plan.current.actions[-1]["id"])
    answered(press(as_alice, plan))
    shown = offered(as_alice, plan)
    assert shown
    assert not shown.all("button")
    assert "nothing would change" in shown.text


def test_a_question_without_a_plan_can_be_looked_at_and_put_aside(plan: Plan, as_alice: Client) -> None:
    found = refused(asked(plan, LATER, pinned=["programme-lead"]), "programme-lead")
    shown = offered(as_alice, plan)
    assert shown
    page = shown.one("a", class_="btn")["href"]
    assert page == f"/plans/{plan.pk}/proposals/{found.pk}/"
    as_alice.post(page, {"do": "keep"})
    assert offered(as_alice, plan) is None


def test_limits_that_were_turned_down_are_not_offered_again(plan: Plan, as_alice: Client) -> None:
    profiles.save_time(user=plan.user, hours_per_week=Decimal(5), budget_usd=3000, blocked_weeks=[])
    found = answered(press(as_alice, plan), weeks=-1)
    as_alice.post(f"/plans/{plan.pk}/proposals/{found.pk}/", {"do": "keep"})
    assert offered(as_alice, plan) is None


def test_an_unanswerable_question_is_no_proposal_to_wait_for(plan: Plan, as_alice: Client) -> None:
    plan = skip(plan, plan.current.actions[-1]["id"])
    Calculation.objects.filter(pk=press(as_alice, plan).pk).update(state="failed")
    assert press(as_alice, plan).state == "waiting"
