"""Whether a plan is on time: by late steps, hours behind or ahead, and the pace of the last weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessments.domain.following.progress import DOING, UNTOUCHED, Progress
from assessments.presentation import plan as pages
from assessments.presentation.tempo import Tempo
from tests.assessments.presentation.builders import (
    MONDAY,
    action,
    document,
    done_on,
    instrument,
    plan,
    planned,
    saved,
)

WEEK = timedelta(days=7)
COURSE = planned("course", weeks=6, hours=30.0)
"""Five hours a week, which is all that there are."""


def tempo(today: date, progress: dict[str, Progress], *rows: dict[str, object]) -> Tempo:
    longer = action("course", "CDS course", hours_min=20, hours_max=40)
    known = instrument(actions=[longer, *(row for row in document()["actions"]["actions"] if row["id"] != "course")])
    whole = replace(saved(plan(COURSE, *rows)), progress=progress, instrument=known)
    return pages.page(whole, today).strip.tempo


def logged(*hours: float) -> Progress:
    """So many hours on the Monday of each week."""
    entry = UNTOUCHED
    for place, amount in enumerate(hours):
        entry = entry.worked(MONDAY + place * WEEK, amount) if amount else entry
    return entry


def test_of_a_step_in_its_weeks_nothing_is_held_against_somebody_who_logs_nothing() -> None:
    for progress in ({}, {"course": UNTOUCHED.turned(DOING, MONDAY)}):
        assert tempo(MONDAY + 5 * WEEK, progress) == Tempo("On track", "good", "")


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ((5, 5), Tempo("On track", "good", "")),
        ((5, 1), Tempo("On track", "good", "")),
        ((5, 0), Tempo("One week late", "gap", "")),
        ((1, 0), Tempo("One week late", "gap", "")),
        ((10, 9), Tempo("On track", "good", "One week ahead")),
        ((20, 5), Tempo("On track", "good", "Three weeks ahead")),
    ],
)
def test_hours_that_are_logged_tell_weeks_ahead_and_behind(hours: tuple[float, ...], expected: Tempo) -> None:
    assert tempo(MONDAY + 2 * WEEK, {"course": logged(*hours)}) == expected


def test_after_four_weeks_the_own_pace_is_said() -> None:
    found = tempo(MONDAY + 4 * WEEK, {"course": logged(2, 2, 2, 2)})
    assert found == Tempo("Two weeks late", "gap", "Two hours a week lately, of five planned")


def test_a_step_that_is_over_is_late_by_its_hours_or_its_weeks() -> None:
    assert tempo(MONDAY + 6 * WEEK, {"course": logged(5, 5, 5, 5, 5)}).word == "One week late"
    assert tempo(MONDAY + 30 * WEEK, {"course": logged(5, 5, 5, 5, 5)}).word == "24 weeks late"
    post = planned("post", hours=100.0)
    assert tempo(MONDAY + 2 * WEEK, {}, post).word == "Late"


def test_a_finished_plan_says_on_which_day() -> None:
    assert tempo(MONDAY, {"course": done_on(MONDAY)}) == Tempo("Done", "good", "On 4 January 2027")


def test_before_the_first_step_the_day_of_the_start_is_said() -> None:
    assert tempo(MONDAY - WEEK, {}) == Tempo("Not started", "", "Starts on 4 January 2027")


@pytest.mark.parametrize(("weekly", "word"), [(4, "Slower than planned"), (4.6, "On track")])
def test_a_pace_well_below_the_hours_given_is_not_called_on_track(weekly: float, word: str) -> None:
    found = tempo(MONDAY + 4 * WEEK, {"course": logged(weekly, weekly, weekly, weekly)})
    assert (found.word, found.tone) == (word, "" if weekly == 4 else "good")
