"""One step on its own page: what comes before and after it, its log, and what may still be changed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assessments.domain.following.progress import DOING, UNTOUCHED
from assessments.presentation import step as presentation
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved
from assessments.presentation.step import Page
from tests.assessments.presentation.builders import BEFORE, MONDAY, action, document, done_on, plan, planned, saved

WEEK = timedelta(days=7)
COURSE, REVIEW, EXAM = (planned(id, MONDAY + place * 2 * WEEK) for place, id in enumerate(("course", "review", "exam")))
ACTIONS = [
    action("course", "CDS course"),
    action("review", "Review board", requires_actions=["course"]),
    action("exam", "Exam"),
]


def whole(**request: Any) -> Saved:
    """A plan of three steps, of which the second needs the first."""
    return replace(saved(plan(COURSE, REVIEW, EXAM), **request), catalogue=Catalogue(document(actions=ACTIONS)))


def page(id: str, given: Saved | None = None, today: date = BEFORE) -> Page:
    found = presentation.page(given or whole(), id, today)
    assert found
    return found


def test_an_action_that_is_not_in_the_plan_has_no_page() -> None:
    assert presentation.page(whole(), "post", BEFORE) is None


def test_what_comes_first_and_what_waits_is_named() -> None:
    assert (page("course").needs, page("course").needed) == ((), ("Review board",))
    assert (page("review").needs, page("review").needed) == (("CDS course",), ())


def test_the_steps_before_and_after_it_are_those_of_the_numbers() -> None:
    names = [[step and step.name for step in page(id).ahead] for id in ("course", "review", "exam")]
    assert names == [[None, "Review board"], ["CDS course", "Exam"], ["Review board", None]]
    assert page("review").total == 3


def test_the_log_has_the_newest_day_first() -> None:
    told = UNTOUCHED.worked(MONDAY, 1.0).worked(MONDAY + WEEK, 2.5).worked(MONDAY - WEEK, 0.25)
    found = page("course", replace(whole(), progress={"course": told})).entries
    assert [(entry.day, entry.hours, entry.said) for entry in found] == [
        (MONDAY + WEEK, 2.5, "2.5 hours"),
        (MONDAY, 1.0, "1 hour"),
        (MONDAY - WEEK, 0.25, "0.2 hours"),
    ]


def test_only_what_has_not_begun_may_change_its_weeks_and_its_shape() -> None:
    assert page("course").can_change
    for entry in (UNTOUCHED.turned(DOING, MONDAY), done_on(MONDAY)):
        assert not page("course", replace(whole(), progress={"course": entry})).can_change


def test_marks_decide_what_is_offered() -> None:
    found = page("course", whole(pinned=["course"], extras={"placed": {"course": {}}}))
    assert (found.is_pinned, found.is_moved, found.is_own, found.is_part) == (True, True, False, False)
