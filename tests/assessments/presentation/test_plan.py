"""The heading of a plan, what it was given, how good it is, and its four figures."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from assessments.domain.following.progress import DOING, DONE, SKIPPED, UNTOUCHED, Progress
from assessments.presentation import plan as presentation
from assessments.presentation.plan import Page, Saved
from tests.assessments.presentation.builders import BEFORE, MONDAY, done_on, lift, plan, planned, saved

WEEK = timedelta(days=7)
MOST_HOURS = "If every step takes the most hours it may take"
COURSE = planned("course", develops=[lift("cds", 2, 3)], cost_max_usd=400)
REVIEW = planned("review", MONDAY + 2 * WEEK, develops=[lift("safety", 2, 3)])

TOLD_DONE, LEFT = done_on(MONDAY), UNTOUCHED.turned(SKIPPED, MONDAY, "No time")


def page(plan_of: Saved) -> Page:
    return presentation.page(plan_of, BEFORE)


def finishing(low: str, high: str, then: float = 50.0, now: float = 37.5) -> Saved:
    """A plan of one step from 37.5 to `then` that may end in between."""
    levels = {37.5: {"cds": 2, "safety": 2, "budget": 0}, 87.5: {"cds": 4, "safety": 4, "budget": 1}}[now]
    return saved(plan(COURSE, then=then, totals={"finish_low": low, "finish_high": high}), levels=levels)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (finishing("2027-01-17", "2027-01-31"), "From 38 to 50 by January 2027"),
        (finishing("2027-01-17", "2027-03-14"), "From 38 to 50 between January and March 2027"),
        (finishing("2027-11-14", "2028-02-13"), "From 38 to 50 between November 2027 and February 2028"),
        (finishing("2027-01-17", "2027-01-17", then=75.0), "Ready by January 2027"),
        (finishing("2027-01-17", "2027-01-17", then=74.99), "From 38 to 74 by January 2027"),
        (finishing("2027-01-17", "2027-01-17", then=100.0, now=87.5), "From 88 to 100 by January 2027"),
        (finishing("2027-01-17", "2027-01-17", then=37.5), "One step by January 2027"),
        (saved(plan(COURSE, REVIEW, then=37.5)), "Two steps by January 2027"),
        (saved(plan(then=37.5)), "Nothing is left to plan"),
    ],
)
def test_the_title_says_what_the_plan_comes_to(given: Saved, title: str) -> None:
    assert presentation.title(given) == title


def test_a_plan_in_which_nothing_fits_says_so() -> None:
    row = {"skill": "cds", "reached": 2, "required": 4, "points": 25.0, "binding": "hours", "would_need": None}
    found = page(saved(plan(unmet=[row])))
    assert found.title == "No step fits these limits"
    assert (found.timeline, found.timeline_title, found.steps, found.milestones) == (None, "", (), ())
    assert found.week.empty == "This plan has no steps."


@pytest.mark.parametrize(
    ("request_", "limits"),
    [
        ({}, "Five hours a week and $1,000"),
        ({"hours_per_week": 1.0, "budget_usd": 0}, "One hour a week and no money"),
        ({"hours_per_week": 0.5, "budget_usd": 1}, "0.5 hours a week and $1"),
        ({"hours_per_week": 12.5, "budget_usd": 10_000_000}, "12.5 hours a week and $10,000,000"),
    ],
)
def test_the_limits_are_those_that_were_given(request_: dict[str, Any], limits: str) -> None:
    end = " until 31 December 2027, built from your result of 1 December 2026."
    assert presentation.limits(saved(plan(COURSE), **request_)) == limits + end


@pytest.mark.parametrize(
    ("missing", "bound", "near"),
    [
        (54.58, 51.07, "3.6 points"),  # 3.51 apart: rounded down it would promise too much
        (50.34, 50.0, "0.4 points"),
        (50.01, 50.0, "0.1 points"),
        (51.0, 50.0, "one point"),
        (52.3, 50.0, "2.3 points"),
    ],
)
def test_the_distance_to_the_best_is_rounded_up(missing: float, bound: float, near: str) -> None:
    document = plan(COURSE, status="feasible", bound_points_missing=bound, totals={"points_missing": missing})
    assert presentation.certainty(document).startswith(f"Within {near} of the best")


def test_a_plan_that_meets_its_bound_is_said_to_be_proven() -> None:
    assert presentation.certainty(plan(COURSE)).startswith("Proven best: ")


@pytest.mark.parametrize(
    ("high", "note"),
    [
        (None, ""),
        ("2027-12-26", ""),
        ("2027-12-31", ""),
        ("2028-02-06", f"{MOST_HOURS}, the last one ends on 6 February 2028, after your target date."),
    ],
)
def test_an_end_that_may_come_too_late_is_said(high: str | None, note: str) -> None:
    assert presentation.late_note(saved(plan(COURSE, totals={"finish_high": high}))) == note


def test_the_strip_counts_own_hours_and_money() -> None:
    post = planned("post", hours=800.0)
    found = page(saved(plan(COURSE, REVIEW, post, then=56.25), done=["course"])).strip
    assert (found.own_hours_done, found.own_hours, found.hours_width) == ("15", "30 hours", "50.00%")
    assert (found.spent, found.budget, found.spent_width) == ("$400", "$1,000", "40.00%")
    assert found.spent_note == "The high estimate"


def test_what_was_told_takes_the_place_of_estimates() -> None:
    told = UNTOUCHED.worked(MONDAY, 4.0).turned(DONE, MONDAY)
    whole = replace(saved(plan(COURSE, REVIEW)), progress={"course": replace(told, spent_usd=150)})
    found = page(whole).strip
    assert (found.own_hours_done, found.spent, found.spent_note) == ("4", "$150", "")
    running = replace(saved(plan(COURSE, REVIEW)), progress={"course": UNTOUCHED.turned(DOING, MONDAY)})
    assert (page(running).strip.spent, page(running).strip.spent_note) == ("$400", "The high estimate")


def test_what_is_done_counts_in_readiness_now_as_it_was_planned() -> None:
    assert presentation.now_and_then(saved(plan(COURSE, REVIEW, then=56.25))) == (38, 56)
    assert presentation.now_and_then(saved(plan(COURSE, REVIEW, then=56.25), done=["course"])) == (50, 56)
    assert presentation.now_and_then(saved(plan(COURSE, then=37.5), done=["course"])) == (50, 50)
    assert presentation.title(saved(plan(COURSE, REVIEW, then=56.25), done=["course"])).startswith("From 38 to 56 ")


def test_a_plan_that_was_planned_again_counts_what_stayed() -> None:
    again = saved(plan(REVIEW, then=56.25), done=["course"], budget_usd=600, extras={"budget_usd": 1000})
    document = {**again.document, "kept": [COURSE]}
    asked = {**again.request, "levels": {"cds": 3, "safety": 2, "budget": 0}, "done": ["course"]}
    found = page(replace(again, document=document, request=asked, rows=[COURSE, REVIEW]))
    assert (found.strip.own_hours_done, found.strip.own_hours) == ("15", "30 hours")
    assert (found.strip.spent, found.strip.budget) == ("$400", "$1,000")
    assert found.limits.startswith("Five hours a week and $1,000 until ")
    assert found.title.startswith("From 50 to 56 ")


def test_work_that_goes_on_beyond_the_planned_steps_moves_the_end() -> None:
    duty = planned("duty", MONDAY, weeks=30)
    whole = saved(plan(REVIEW))
    kept = replace(whole, document={**whole.document, "kept": [duty]}, rows=[duty, REVIEW])
    running = replace(kept, progress={"duty": UNTOUCHED.turned(DOING, MONDAY)})
    assert presentation.finish(running) == (date(2027, 8, 1), date(2027, 8, 1))
    assert presentation.finish(replace(kept, progress={"duty": done_on(MONDAY)})) == (date(2027, 1, 31),) * 2


@pytest.mark.parametrize(
    ("progress", "title"),
    [
        ({"course": done_on(MONDAY), "review": done_on(MONDAY)}, "Both steps are done"),
        (
            {"course": done_on(MONDAY), "review": UNTOUCHED.turned(SKIPPED, MONDAY, "No time")},
            "One step done, one skipped",
        ),
        ({"course": UNTOUCHED.turned(SKIPPED, MONDAY, "No time")}, "From 38 to 50 by January 2027"),
    ],
)
def test_a_plan_in_which_all_is_settled_says_so(progress: dict[str, Progress], title: str) -> None:
    found = replace(saved(plan(COURSE, REVIEW)), progress=progress)
    assert presentation.title(found) == title
    assert ("last step ends" in presentation.outlook(found)) == title.startswith("From")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2027, 12, 31), ""),
        (date(2028, 1, 1), "The target date, 31 December 2027, has passed. One step is still open."),
    ],
)
def test_a_target_date_that_has_passed_is_said(today: date, said: str) -> None:
    assert presentation.page(saved(plan(COURSE, REVIEW), done=["course"]), today).overdue == said


def test_an_empty_strip_divides_by_nothing() -> None:
    found = page(saved(plan(then=37.5), budget_usd=0)).strip
    assert (found.own_hours_done, found.own_hours, found.hours_width) == ("0", "0 hours", "0.00%")
    assert (found.spent, found.budget, found.spent_width) == ("$0", "$0", "0.00%")
    assert (found.next_name, found.next_day) == ("", "")


@pytest.mark.parametrize(
    ("done", "name", "day"),
    [
        ((), "Board certificate", "17 January 2027, in two weeks"),
        (("exam",), "Last step ends", "31 January 2027, in four weeks"),
        (("exam", "review"), "", ""),
    ],
)
def test_the_next_milestone_is_the_first_that_is_not_reached(done: tuple[str, ...], name: str, day: str) -> None:
    found = page(saved(plan(planned("exam", satisfies=["board"]), REVIEW), done=done)).strip
    assert (found.next_name, found.next_day) == (name, day)


def test_years_and_met_gates_are_no_milestones() -> None:
    duty = planned("duty", satisfies=["years"])
    assert [mark.name for mark in page(saved(plan(duty))).milestones] == ["Last step ends"]
    exam = planned("exam", satisfies=["board"])
    assert len(page(saved(plan(exam), gates={"board": "met"})).milestones) == 1


def test_a_condition_to_arrange_stands_once_with_all_its_steps() -> None:
    again = replace(page(saved(plan(REVIEW))).steps[0], id="again", name="Second review")
    assert presentation.to_arrange([again, *page(saved(plan(COURSE, REVIEW))).steps]) == (
        ("A sponsor agrees", ("Second review", "Review board")),
    )
    assert page(saved(plan(COURSE))).arrange == ()


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        ((COURSE,), "One step in January 2027"),
        ((COURSE, planned("review", MONDAY + 7 * WEEK)), "Two steps from January to March 2027"),
        ((COURSE, planned("review", MONDAY + 52 * WEEK)), "Two steps from January 2027 to January 2028"),
    ],
)
def test_the_timeline_counts_its_steps_and_names_its_months(steps: tuple[dict[str, Any], ...], title: str) -> None:
    assert page(saved(plan(*steps))).timeline_title == title


def test_blocked_weeks_of_the_request_pause_the_week() -> None:
    plan_of = saved(plan(planned("course", weeks=4)), blocked_weeks=["2027-01-06"])
    assert presentation.page(plan_of, MONDAY).week.empty == "You blocked this week. Work goes on from 11 January 2027."
