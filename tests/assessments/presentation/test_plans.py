"""The list of plans: how each stands today, and one line above them all."""

from datetime import date, timedelta

import pytest

from assessments.presentation import plans
from assessments.presentation.plans import Row
from tests.assessments.presentation.builders import BEFORE, MONDAY, lift, plan, planned, saved

WEEK = timedelta(days=7)
COURSE = planned("course", develops=[lift("cds", 2, 3)])


def row(today: date = BEFORE, done: tuple[str, ...] = (), *actions: str) -> Row:
    """The row of a plan of a course and what else is named."""
    others = [planned(id, MONDAY + 4 * WEEK) for id in actions]
    return plans.row(saved(plan(COURSE, *others), done=done), "CMIO", today)


def test_a_plan_is_named_by_its_level_and_what_it_comes_to() -> None:
    found = row()
    assert found.title == "CMIO: from 38 to 50 by January 2027"
    assert found.limits.startswith("Five hours a week and $1,000")
    assert found.limits.endswith(" Revision 1.")
    assert found.strip.own_hours == "15 hours"


@pytest.mark.parametrize(
    ("today", "done", "state", "tone"),
    [
        (BEFORE, (), "Not started", ""),
        (MONDAY, (), "On track", "good"),
        (MONDAY + 2 * WEEK - timedelta(days=1), (), "On track", "good"),
        (MONDAY + 2 * WEEK, (), "Three weeks late", "gap"),
        (MONDAY + 5 * WEEK, (), "Three weeks late", "gap"),
        (MONDAY + 6 * WEEK, (), "Four weeks late", "gap"),
        (MONDAY + 52 * WEEK, (), "50 weeks late", "gap"),
        (MONDAY + 2 * WEEK, ("course",), "Done", "good"),
        (BEFORE, ("course",), "Done", "good"),
    ],
)
def test_a_plan_of_one_step_stands_as_its_step(today: date, done: tuple[str, ...], state: str, tone: str) -> None:
    found = row(today, done).strip.tempo
    assert (found.word, found.tone) == (state, tone)


def test_a_gap_between_two_steps_is_on_track() -> None:
    assert row(MONDAY + 3 * WEEK, ("course",), "review").strip.tempo.word == "On track"


def test_what_is_done_ahead_of_its_start_begins_the_plan() -> None:
    assert row(BEFORE, (), "review").strip.tempo.word == "Not started"
    ahead = row(BEFORE, ("course",), "review").strip.tempo
    assert (ahead.word, ahead.note) == ("On track", "Three weeks ahead")


def test_a_plan_without_steps_is_neither_done_nor_started() -> None:
    found = plans.row(saved(plan(then=37.5)), "CMIO", MONDAY)
    assert (found.title, found.strip.tempo.word) == ("CMIO: nothing is left to plan", "No steps")


@pytest.mark.parametrize(
    ("rows", "headline"),
    [
        ([], "No plans"),
        ([row()], "One plan, not started"),
        ([row(MONDAY)], "One plan, on track"),
        ([row(MONDAY + 4 * WEEK)], "One plan, three weeks late"),
        ([row(MONDAY), row(MONDAY)], "Two plans"),
        ([row(MONDAY), row(MONDAY + 2 * WEEK)], "Two plans, one late"),
        ([row(MONDAY + 2 * WEEK)] * 11, "11 plans, 11 late"),
    ],
)
def test_the_headline_counts_what_is_late(rows: list[Row], headline: str) -> None:
    assert plans.headline(rows) == headline
