"""A plan's actions as steps: numbered, named, with hours and money in words, and how each stands on a day."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from assessments.domain.following.progress import BLOCKED, DOING, SKIPPED, UNTOUCHED, Progress
from assessments.presentation import steps
from assessments.presentation.steps import Step
from tests.assessments.presentation.builders import CATALOGUE, MONDAY, document, done_on, lift, planned, step

WEDNESDAY = MONDAY + timedelta(days=2)


def read(
    *rows: dict[str, Any], progress: dict[str, Progress] | None = None, today: date = WEDNESDAY
) -> tuple[Step, ...]:
    return steps.read(rows, CATALOGUE, progress or {}, today)


def test_steps_are_numbered_from_1_and_named_by_the_catalogue() -> None:
    found = read(planned("course"), planned("review"))
    assert [(row.number, row.id, row.name) for row in found] == [
        (1, "course", "CDS course"),
        (2, "review", "Review board"),
    ]
    assert (found[0].summary, found[0].why) == ("About course.", "Because of course.")


def test_a_plan_without_actions_has_no_steps() -> None:
    assert read() == ()


def test_a_step_belongs_to_the_domain_of_its_first_skill() -> None:
    (row,) = read(planned("duty", develops=[lift("budget", 0, 2), lift("cds", 2, 3)], satisfies=["years"]))
    assert row.group == "Leading"
    assert [(one.name, one.low, one.high) for one in row.changes] == [("Budgets", 0, 2), ("CDS design", 2, 3)]


@pytest.mark.parametrize(
    ("satisfies", "group"), [(["board"], "Credentials and conditions"), ([], "Opens the way for other steps")]
)
def test_a_step_that_lifts_nothing_says_what_it_is_for(satisfies: list[str], group: str) -> None:
    assert read(planned("exam", satisfies=satisfies))[0].group == group


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (MONDAY - timedelta(days=1), steps.NEXT),
        (MONDAY, steps.NOW),
        (MONDAY + timedelta(days=13), steps.NOW),
        (MONDAY + timedelta(days=14), steps.LATE),
    ],
)
def test_a_step_runs_from_its_monday_to_its_sunday(today: date, state: str) -> None:
    (row,) = read(planned("course"), today=today)
    assert (row.state, row.is_done, row.done_on) == (state, False, None)


@pytest.mark.parametrize("today", [MONDAY - timedelta(days=1), WEDNESDAY, MONDAY + timedelta(days=99)])
def test_what_is_ticked_is_done_whatever_the_day(today: date) -> None:
    (row,) = read(planned("course"), progress={"course": done_on(date(2027, 1, 5))}, today=today)
    assert (row.state, row.is_done, row.done_on) == (steps.DONE, True, date(2027, 1, 5))


def test_only_conditions_of_the_organization_have_to_be_arranged() -> None:
    review, exam = read(planned("review"), planned("exam"))
    assert (review.arrange, exam.arrange) == (("A sponsor agrees",), ())


@pytest.mark.parametrize(
    ("given", "effort"),
    [
        ({"hours": 30.0, "own_hours": 30.0, "weeks": 4}, "30, about 7 h 30 min a week"),
        ({"hours": 1650.0, "own_hours": 0, "weeks": 52}, "1,650, in paid time"),
        ({"hours": 4.5, "own_hours": 4.5, "weeks": 9}, "4.5, about 30 min a week"),
        ({"hours": 0, "own_hours": 0, "weeks": 1}, "None"),
    ],
)
def test_hours_are_likely_ones_and_a_week(given: dict[str, Any], effort: str) -> None:
    assert step(**given).effort == effort


def test_hours_in_paid_time_are_not_own_hours() -> None:
    course, post = read(planned("course", hours=12.0), planned("post", hours=800.0))
    assert (course.own_hours, course.paid, course.own_hours_a_week) == (12, False, 6)
    assert (post.hours, post.own_hours, post.paid) == (800, 0, True)


@pytest.mark.parametrize(("cost", "money"), [(0, "Nothing"), (1, "$1 at most"), (12500, "$12,500 at most")])
def test_money_is_the_high_estimate(cost: int, money: str) -> None:
    (row,) = read(planned("course", cost_max_usd=cost))
    assert row.money == money


@pytest.mark.parametrize(
    ("weeks", "when"),
    [(1, "4 to 10 January 2027, one week"), (12, "4 January to 28 March 2027, 12 weeks")],
)
def test_when_counts_open_weeks(weeks: int, when: str) -> None:
    assert step(weeks=weeks).when == when


def test_a_blocked_week_makes_a_step_longer_without_counting() -> None:
    paused = step(weeks=2, end=MONDAY + timedelta(days=20))
    assert paused.when == "4 to 24 January 2027, two weeks"
    assert paused.own_hours_a_week == 6


@pytest.mark.parametrize(
    ("progress", "state", "word"),
    [
        (UNTOUCHED.turned(DOING, MONDAY), steps.DOING, "Under way"),
        (UNTOUCHED.turned(BLOCKED, MONDAY, "No access yet"), steps.BLOCKED, "Blocked"),
        (UNTOUCHED.turned(SKIPPED, MONDAY, "No time"), steps.SKIPPED, "Skipped"),
    ],
)
def test_what_somebody_said_of_a_step_is_its_state(progress: Progress, state: str, word: str) -> None:
    (row,) = read(planned("course"), progress={"course": progress})
    assert (row.state, row.word) == (state, word)


def test_work_that_is_under_way_beyond_its_weeks_is_late() -> None:
    progress = {"course": UNTOUCHED.turned(DOING, MONDAY)}
    assert read(planned("course"), progress=progress, today=MONDAY + timedelta(days=14))[0].state == steps.LATE


def test_hours_and_money_that_were_told_stand_beside_the_estimates() -> None:
    told = replace(UNTOUCHED.worked(MONDAY, 2.5), spent_usd=150)
    (row,) = read(planned("course", cost_max_usd=400), progress={"course": told})
    assert (row.effort, row.money) == ("2.5 logged of 15 likely", "$150 spent of $400 at most")
    assert (row.hours_done, row.spent, row.is_guessed) == (2.5, 150, False)


def test_hours_in_paid_time_are_never_own_work() -> None:
    (row,) = read(planned("post", hours=800.0), progress={"post": UNTOUCHED.worked(MONDAY, 8.0)})
    assert row.hours_done == 0


@pytest.mark.parametrize(
    ("why", "purpose", "then"),
    [
        (
            "Lifts CDS from 2 to 3. It can start at once. To arrange: A sponsor agrees.",
            "Lifts CDS from 2 to 3.",
            "It can start at once.",
        ),
        (
            "Opens the gate Dr. Who. It starts as soon as M.D. course has ended.",
            "Opens the gate Dr. Who.",
            "It starts as soon as M.D. course has ended.",
        ),
        ("Lifts A. Its weeks follow from its yearly window.", "Lifts A.", "Its weeks follow from its yearly window."),
        ("Because I want to.", "Because I want to.", ""),
    ],
)
def test_why_and_why_then_are_told_apart(why: str, purpose: str, then: str) -> None:
    found = step(why=why)
    assert (found.purpose, found.why_then) == (purpose, then)
    assert step(why=why, marks=(steps.MOVED,)).why_then == steps.CHOSEN


def test_marks_say_what_was_done_to_a_step_and_what_the_catalogue_retired() -> None:
    asked = {"pinned": ["course", "own-talk"], "extras": {"placed": {"course": {}}}}
    assert steps.marks("course", asked, document()) == (steps.MOVED, steps.PINNED)
    assert steps.marks("own-talk", asked, document()) == (steps.OWN,)
    assert steps.marks("course--part-1", {}, document()) == (steps.SPLIT,)
    assert steps.marks("gone", {}, document()) == (steps.RETIRED,)
    assert steps.marks("gone", {}, None) == ()
