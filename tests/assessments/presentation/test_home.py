"""Home offers one next step, decided from what there is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assessments.domain.following.progress import Progress, plain
from assessments.models import Calculation, Plan, Revision, Schedule
from assessments.presentation import steps
from assessments.presentation.home import (
    FAILED,
    NOTHING_FITS,
    PLANNED,
    STAYS,
    WORKING,
    Facts,
    LatestPlan,
    LatestResult,
    NextStep,
    OpenAttempt,
    followed,
    next_step,
    planning,
)
from assessments.presentation.offers import Offers
from assessments.presentation.steps import Step
from assessments.presentation.week import this_week
from tests.assessments.presentation.builders import MONDAY, step

NOTHING = Facts("/profile/", False, "/assessments/", open_attempt=None, result=None, plan=None)
FILLED = replace(NOTHING, profile_filled=True)
ATTEMPT = OpenAttempt(0, 31, "Data governance", "/next/", "", ())
RESULT = LatestResult(58.4, 51.2, 65.1, "building", "/result/", "/plans/new/", has_plan=True)
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)


def attempt(answered: int, saved: str = "today at 10:42", total: int = 31) -> NextStep:
    return next_step(replace(FILLED, open_attempt=replace(ATTEMPT, answered=answered, saved=saved, total=total)))


def planned(*given_steps: Step, weeks_later: int = 0, blocked: bool = False) -> NextStep:
    today = MONDAY + weeks_later * WEEK
    week = this_week(given_steps, today, [today] if blocked else [])
    return next_step(replace(FILLED, result=RESULT, plan=LatestPlan("/plan/", week)))


def test_an_empty_account_begins_with_the_profile() -> None:
    found = next_step(NOTHING)
    assert (found.title, found.label, found.url) == ("Say where you start from", "Fill in your profile", "/profile/")


def test_a_filled_profile_leads_to_the_assessment() -> None:
    found = next_step(FILLED)
    assert (found.title, found.url) == ("Find out how ready you are", "/assessments/")


def test_an_attempt_without_answers_is_begun() -> None:
    found = attempt(0, saved="")
    assert (found.title, found.label, found.url) == ("Begin with the first of 31 skills", "Begin", "/next/")


def test_an_attempt_without_answers_waits_for_the_profile() -> None:
    assert next_step(replace(NOTHING, open_attempt=ATTEMPT)).url == "/profile/"


@pytest.mark.parametrize(
    ("answered", "title", "lede"),
    [
        (1, "Pick up at skill 2 of 31", "Next: data governance. Your last answer was saved today at 10:42."),
        (30, "Pick up at skill 31 of 31", "Next: data governance. Your last answer was saved today at 10:42."),
        (
            31,
            "Check your answers and see your result",
            "All 31 skills are answered. Your last answer was saved today at 10:42.",
        ),
    ],
)
def test_an_attempt_is_taken_up_where_it_stopped(answered: int, title: str, lede: str) -> None:
    found = attempt(answered)
    assert (found.title, found.lede, found.url) == (title, lede, "/next/")


def test_an_attempt_begun_comes_before_result_and_plan() -> None:
    plan = LatestPlan("/plan/", this_week([step()], MONDAY))
    facts = replace(NOTHING, open_attempt=replace(ATTEMPT, answered=3), result=RESULT, plan=plan)
    assert next_step(facts).title == "Pick up at skill 4 of 31"


def test_an_attempt_that_nobody_answered_does_not_hide_a_result() -> None:
    assert next_step(replace(FILLED, open_attempt=ATTEMPT, result=RESULT)).title == "Build a plan from your result"


@pytest.mark.parametrize(
    ("result", "standing"),
    [
        (RESULT, "Building: 58 of 100, likely between 51 and 65."),
        (LatestResult(100, 99.7, 100, "ready", "", "", False), "Ready: 100 of 100, likely about 100."),
        (LatestResult(0, 0, 6.5, "starting", "", "", False), "Starting out: 0 of 100, likely between 0 and 7."),
        (LatestResult(74.8, 70, 79.6, "close", "", "", False), "Close to ready: 74 of 100, likely between 70 and 80."),
    ],
)
def test_a_result_leads_to_a_plan(result: LatestResult, standing: str) -> None:
    found = next_step(replace(FILLED, result=result))
    assert found.title == "Build a plan from your result"
    assert found.lede.startswith(standing)
    assert found.url == result.plan_url


def test_a_result_newer_than_the_plan_is_looked_at_first() -> None:
    plan = LatestPlan("/plan/", this_week([step()], MONDAY))
    found = next_step(replace(FILLED, result=replace(RESULT, has_plan=False), plan=plan))
    assert (found.title, found.url) == ("See what changed since your plan", "/result/")
    assert found.lede.endswith("Your plan was built from an earlier result.")


@pytest.mark.parametrize(
    ("asked", "standing"),
    [
        ({"state": "waiting"}, WORKING),
        ({"state": "running"}, WORKING),
        ({"state": "done"}, NOTHING_FITS),
        ({"state": "failed"}, FAILED),
        ({"state": "done", "created_at": NOON - 9 * DAY}, ""),
        ({"state": "failed", "created_at": NOON - 2 * DAY}, ""),
        ({"state": "done", "created_at": NOON - DAY}, ""),
    ],
)
def test_a_plan_that_was_asked_for_waits_until_there_is_a_newer_one(asked: dict[str, Any], standing: str) -> None:
    calculation = Calculation(**{"purpose": "build", "created_at": NOON} | asked)
    plans = [Plan(created_at=NOON - DAY), Plan(created_at=NOON - 30 * DAY)]
    told = NextStep(*PLANNED[standing], calculation.get_absolute_url()) if standing else None
    assert planning(calculation, None, plans, NOON) == told
    assert planning(calculation, Offers((), (), True, None, "Kept this one."), plans, NOON) == told


def test_a_proposal_comes_before_a_plan_that_was_asked_for() -> None:
    offers = Offers((), (), False, ("/proposal/", "Review the new plan"), "A new plan waits for your decision.")
    found = planning(Calculation(state="waiting", created_at=NOON), offers, [], NOON)
    assert found == NextStep("A new plan waits for your decision", STAYS, "Review the new plan", "/proposal/")
    assert planning(None, None, [], NOON) is None


def test_planning_is_decided_on_before_anything_else() -> None:
    plan = LatestPlan("/plan/", this_week([step()], MONDAY))
    facts = replace(NOTHING, open_attempt=replace(ATTEMPT, answered=3), result=RESULT, plan=plan)
    first = NextStep("Decide", "", "See it", "/waiting/")
    assert next_step(replace(facts, planning=first)) == first


def plan_with(*states: str) -> Plan:
    """A plan with an action in each of these states."""
    keys = [f"a{place}" for place, _ in enumerate(states)]
    rows = [{"id": key, "start": "2027-01-04", "end": "2027-01-10"} for key in keys]
    progress = plain({key: Progress(state=state) for key, state in zip(keys, states, strict=True)})
    return Plan(current_revision=Revision(schedule=Schedule(document={"actions": rows}), progress=progress))


def test_the_newest_plan_with_something_left_to_do_is_followed() -> None:
    over, half, empty, fresh = (
        plan_with("done", "skipped"),
        plan_with("done", "doing"),
        plan_with(),
        plan_with("blocked"),
    )
    assert followed([over, empty, half, fresh]) is half
    assert followed([fresh, half]) is fresh
    assert followed([over, empty]) is over
    assert followed([]) is None


@pytest.mark.parametrize(
    ("given_steps", "title", "lede"),
    [
        (["now"], "This week: one step", "4 to 10 January 2027 · 6 h."),
        (["now", "late"], "This week: two steps", "4 to 10 January 2027 · 6 h. One step is late."),
        (["late", "late"], "This week: two steps", "4 to 10 January 2027. Two steps are late."),
        (["now", "done"], "This week: one step", "4 to 10 January 2027 · 12 h."),
        (["done"], "This week is done", "Every step of this week’s list is ticked."),
    ],
)
def test_a_plan_asks_for_what_is_open_this_week(given_steps: list[str], title: str, lede: str) -> None:
    found = planned(*(in_state(number, state) for number, state in enumerate(given_steps)))
    assert (found.title, found.lede, found.url) == (title, lede, "/plan/")


def in_state(number: int, state: str) -> Step:
    """A step that runs this week, was due last week, or was ticked today."""
    if state == steps.LATE:
        return step(f"s{number}", MONDAY - 2 * WEEK, state=state)
    return step(f"s{number}", done_on=MONDAY if state == steps.DONE else None, state=state)


@pytest.mark.parametrize(
    ("found", "title", "lede"),
    [
        (
            planned(step("epic", MONDAY + WEEK, name="Epic builder")),
            "Next: Epic builder",
            "It starts on 11 January 2027. Nothing is planned this week.",
        ),
        (
            planned(step(weeks=4, state=steps.NOW), weeks_later=1, blocked=True),
            "Nothing to do this week",
            "You blocked this week. Work goes on from 18 January 2027.",
        ),
        (
            planned(step(done_on=MONDAY), weeks_later=9),
            "Every step of your plan is done",
            "Retake the assessment to see what it brought.",
        ),
        (
            planned(),
            "Your plan has no steps",
            "Build another one with other limits, or retake the assessment.",
        ),
    ],
)
def test_an_empty_week_says_why(found: NextStep, title: str, lede: str) -> None:
    assert (found.title, found.lede, found.label) == (title, lede, "Open your plan")
