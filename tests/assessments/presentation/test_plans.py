"""The list of plans: how each stands today, and one line above them all."""

from datetime import date, timedelta

import pytest

from assessments.presentation import plans, steps
from assessments.presentation.plans import Row
from assessments.presentation.steps import Step
from tests.assessments.presentation.builders import BEFORE, MONDAY, lift, plan, planned, saved, step

WEEK = timedelta(days=7)
COURSE = planned("course", develops=[lift("cds", 2, 3)])


def row(today: date = BEFORE, done: tuple[str, ...] = (), *actions: str) -> Row:
    """The row of a plan of a course and what else is named."""
    others = [planned(id, MONDAY + 4 * WEEK) for id in actions]
    return plans.row(saved(plan(COURSE, *others), done=done), "CMIO", today)


def late(*ends: int) -> list[Step]:
    """Steps that ended so many days before the second of February."""
    today = date(2027, 2, 2)
    return [step(f"s{days}", end=today - timedelta(days=days), state=steps.LATE) for days in ends]


def test_a_plan_is_named_by_its_level_and_what_it_comes_to() -> None:
    found = row()
    assert found.title == "CMIO: from 38 to 50 by January 2027"
    assert found.limits.startswith("Five hours a week and $1,000")
    assert found.strip.own_hours == "15 hours"


@pytest.mark.parametrize(
    ("today", "done", "state", "tone"),
    [
        (BEFORE, (), "Not started", ""),
        (MONDAY, (), "On track", "good"),
        (MONDAY + 2 * WEEK - timedelta(days=1), (), "On track", "good"),
        (MONDAY + 2 * WEEK, (), "Late", "gap"),
        (MONDAY + 3 * WEEK, (), "One week late", "gap"),
        (MONDAY + 4 * WEEK, (), "Two weeks late", "gap"),
        (MONDAY + 52 * WEEK, (), "50 weeks late", "gap"),
        (MONDAY + 2 * WEEK, ("course",), "Done", "good"),
        (BEFORE, ("course",), "Done", "good"),
    ],
)
def test_a_plan_of_one_step_stands_as_its_step(today: date, done: tuple[str, ...], state: str, tone: str) -> None:
    found = row(today, done)
    assert (found.state, found.tone) == (state, tone)


def test_a_gap_between_two_steps_is_on_track() -> None:
    assert row(MONDAY + 3 * WEEK, ("course",), "review").state == "On track"


def test_what_is_done_ahead_of_its_start_begins_the_plan() -> None:
    assert row(BEFORE, (), "review").state == "Not started"
    assert row(BEFORE, ("course",), "review").state == "On track"


def test_the_step_that_is_latest_counts() -> None:
    assert plans.standing(late(2, 23, 9), date(2027, 2, 2)) == ("Three weeks late", "gap")


def test_a_plan_without_steps_is_neither_done_nor_started() -> None:
    found = plans.row(saved(plan(then=37.5)), "CMIO", MONDAY)
    assert (found.title, found.state, found.tone) == ("CMIO: nothing is left to plan", "No steps", "")


@pytest.mark.parametrize(
    ("rows", "headline"),
    [
        ([], "No plans"),
        ([row()], "One plan, not started"),
        ([row(MONDAY)], "One plan, on track"),
        ([row(MONDAY + 4 * WEEK)], "One plan, two weeks late"),
        ([row(MONDAY), row(MONDAY)], "Two plans"),
        ([row(MONDAY), row(MONDAY + 2 * WEEK)], "Two plans, one late"),
        ([row(MONDAY + 2 * WEEK)] * 11, "11 plans, 11 late"),
    ],
)
def test_the_headline_counts_what_is_late(rows: list[Row], headline: str) -> None:
    assert plans.headline(rows) == headline
