"""Reasons to plan again: each is told where it holds, none where nothing would differ, and the button asks for them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assessments.domain.following.progress import BLOCKED, DOING, DONE, SKIPPED, UNTOUCHED, Progress
from assessments.presentation.causes import Asked
from assessments.presentation.offers import (
    KEPT,
    NO_PLAN,
    READY,
    UNCHANGED,
    WORKING,
    Earlier,
    Facts,
    Offers,
    Told,
    offers,
)
from assessments.presentation.plan import Saved
from tests.assessments.presentation.builders import MONDAY, plan, planned, saved

TODAY = MONDAY + timedelta(weeks=2, days=1)
LATER = MONDAY + timedelta(weeks=4)
NOTHING = Facts()


def followed(**progress: Progress) -> Saved:
    """A course of two weeks, and a review of ten that has begun with it."""
    rows = planned("course"), planned("review", weeks=10)
    return replace(saved(plan(*rows)), progress=progress)


def entry(state: str, reason: str = "", **given: Any) -> Progress:
    return replace(UNTOUCHED.turned(state, MONDAY, reason), **given)


def logged(state: str, *hours: tuple[int, float]) -> Progress:
    """Hours logged on the Mondays of some weeks of the plan, counted from 0."""
    found = UNTOUCHED.turned(state, MONDAY)
    for week, number in hours:
        found = found.worked(MONDAY + timedelta(weeks=week), number)
    return found


def told(found: Offers | None) -> list[str]:
    return [" ".join([reason.text, *reason.lines]) for reason in found.reasons] if found else []


def earlier(state: str, is_of_now: bool = True, asked: Asked | None = None) -> Facts:
    present = asked or Asked.of(followed().request)
    return Facts(earlier=Earlier(state, "/there/", MONDAY, present, is_of_now))


def test_a_plan_that_is_on_time_is_left_alone() -> None:
    assert offers(followed(), NOTHING, MONDAY) is None
    done = followed(course=entry(DONE, ended=MONDAY))
    assert offers(done, NOTHING, TODAY) is None
    assert offers(saved(plan()), NOTHING, TODAY) is None


def test_an_overdue_a_blocked_and_a_skipped_step_are_each_told() -> None:
    assert told(offers(followed(), NOTHING, TODAY)) == ["“CDS course” should have ended by now."]
    found = followed(course=entry(SKIPPED, "Not for me"), review=entry(BLOCKED, "No sponsor yet"))
    assert told(offers(found, NOTHING, TODAY)) == [
        "“Review board” is blocked: “No sponsor yet”.",
        "You skipped “CDS course”, which leaves 15 hours free.",
    ]


def given(found: Saved, **request: Any) -> Saved:
    return replace(found, request={**found.request, **request})


def test_late_work_is_told_at_the_users_own_pace_against_the_target() -> None:
    found = followed(course=entry(DONE, ended=MONDAY), review=logged(DOING, (0, 2.0), (1, 2.0), (2, 2.0), (3, 2.0)))
    assert told(offers(found, NOTHING, LATER)) == []
    tight = offers(given(found, target="2027-02-07"), NOTHING, LATER)
    assert told(tight) == ["At 2 hours a week you finish in March 2027, four weeks after your target."]


def test_late_work_within_the_target_is_told_against_the_planned_end() -> None:
    found = followed(course=entry(DONE, ended=MONDAY), review=logged(DOING, (0, 1.0), (3, 3.0)))
    behind = offers(given(found, hours_per_week=2.0), NOTHING, LATER + timedelta(weeks=1))
    assert told(behind) == ["At 0.8 hours a week you finish in May 2027, 11 weeks later than planned."]


def test_without_a_pace_late_work_is_told_in_hours_and_without_a_log_not_at_all() -> None:
    found = followed(course=entry(DONE, ended=MONDAY), review=logged(DOING, (0, 0.5)))
    assert told(offers(found, NOTHING, LATER)) == ["15.5 of the 21 hours that were planned until today are done."]
    silent = followed(course=entry(DONE, ended=MONDAY), review=entry(DOING))
    assert offers(silent, NOTHING, LATER) is None


def test_a_standstill_is_told_as_one() -> None:
    found = followed(course=entry(DONE, ended=MONDAY), review=logged(DOING, (0, 4.0)))
    assert told(offers(found, NOTHING, MONDAY + timedelta(weeks=6))) == ["Nothing was logged in the last four weeks."]


def test_what_was_taken_into_account_this_week_is_no_reason() -> None:
    assert offers(followed(), Facts(is_fresh=True), TODAY) is None
    assert told(offers(followed(), Facts(is_fresh=True, newer=(7, MONDAY)), TODAY)) == [
        "You have a newer result, of 4 January 2027."
    ]


def test_a_moved_step_is_told_until_it_was_planned_around() -> None:
    moved = followed()
    moved = replace(moved, request={**moved.request, "extras": {"placed": {"review": {}}}})
    assert told(offers(moved, NOTHING, MONDAY)) == ["You moved “Review board”, so the rest may fit better around it."]
    row = planned("review", weeks=10)
    around = replace(moved, document={**plan(planned("course")), "kept": [row]})
    assert offers(around, NOTHING, MONDAY) is None


def test_a_profile_that_says_otherwise_is_told_and_sent_along() -> None:
    wishes = Told(hours=6.5, budget=1500, target=date(2028, 6, 30), blocked=frozenset({date(2027, 7, 5)}))
    found = offers(followed(), Facts(told=wishes), MONDAY)
    assert found
    assert found.can_ask
    assert dict(found.fields) == {
        "hours_per_week": "6.5",
        "budget_usd": "1500",
        "target": "2028-06-30",
        "blocked_weeks": "2027-07-05 to 2027-07-11",
    }
    (line,) = told(found)
    for words in ("6.5 hours a week instead of 5", "$1,500 instead of $1,000", "30 June 2028", "5 to 11 July 2027"):
        assert words in line


def test_a_profile_that_says_the_same_or_nothing_is_no_reason() -> None:
    same = Told(hours=5.0, budget=1000, target=date(2027, 12, 31))
    for facts in (Facts(told=same), Facts(told=Told(target=date(2026, 1, 1))), NOTHING):
        assert offers(followed(), facts, MONDAY) is None
    past = Told(blocked=frozenset({date(2026, 7, 6)}))
    assert offers(followed(), Facts(told=past), MONDAY) is None


def test_a_budget_is_compared_for_the_whole_plan() -> None:
    found = followed()
    found = replace(found, request={**found.request, "budget_usd": 400, "extras": {"budget_usd": 1000}})
    assert offers(found, Facts(told=Told(budget=1000)), MONDAY) is None


def test_what_was_turned_down_is_not_offered_again() -> None:
    wishes = Told(hours=6.0)
    declined = replace(Asked.of(followed().request), hours=6.0)
    facts = Facts(told=wishes, earlier=Earlier(KEPT, "/there/", MONDAY, declined, is_of_now=False))
    assert offers(followed(), facts, MONDAY) is None
    assert offers(followed(), replace(facts, told=Told(hours=7.0)), MONDAY) is not None


def test_news_a_newer_result_and_new_ratings_are_told() -> None:
    facts = Facts(
        updated="The assessment was updated (version 4)",
        news=("Skills added: letters.",),
        newer=(7, date(2027, 1, 2)),
        again={"cds": (3, MONDAY), "safety": (2, MONDAY)},
    )
    found = offers(followed(), facts, MONDAY)
    assert told(found) == [
        "The assessment was updated (version 4) Skills added: letters.",
        "You have a newer result, of 2 January 2027.",
        "You rated again: CDS design at level 3, 2 here.",
    ]
    assert found
    assert found.fields == (("result", "7"),)


def test_a_rating_that_was_lifted_since_is_not_told_again() -> None:
    lifted = planned("course", develops=[{"skill": "cds", "from": 2, "to": 3}])
    found = replace(saved(plan(lifted)), progress={"course": entry(DONE, ended=TODAY)})
    found = replace(found, request={**found.request, "levels": {"cds": 3, "safety": 2, "budget": 0}})
    assert offers(found, Facts(again={"cds": (2, MONDAY)}), TODAY) is None
    assert told(offers(found, Facts(again={"cds": (2, TODAY + timedelta(days=1))}), TODAY + timedelta(days=2)))


def test_a_new_plan_that_waits_is_led_to_instead_of_asked_for_again() -> None:
    for state, words in ((READY, "waits for your decision"), (WORKING, "is being worked out")):
        found = offers(followed(), earlier(state), TODAY)
        assert found
        assert (found.can_ask, found.link and found.link[0]) == (False, "/there/")
        assert words in found.note
        old = offers(followed(), earlier(state, is_of_now=False), TODAY)
        assert old
        assert (old.can_ask, old.link) == (True, None)


def test_there_is_no_button_where_nothing_would_differ() -> None:
    found = offers(followed(), earlier(UNCHANGED), TODAY)
    assert found
    assert not found.can_ask
    assert found.note == "Worked out again on 4 January 2027: nothing would change."
    wider = replace(earlier(UNCHANGED), told=Told(hours=8.0))
    again = offers(followed(), wider, TODAY)
    assert again
    assert again.can_ask


def test_where_there_was_no_plan_the_same_is_not_asked_again_but_something_else_can_be() -> None:
    found = offers(followed(), earlier(NO_PLAN), TODAY)
    assert found
    assert (found.can_ask, bool(found.link)) == (False, True)
    other = replace(Asked.of(followed().request), hours=1.0)
    again = offers(followed(), earlier(NO_PLAN, asked=other), TODAY)
    assert again
    assert (again.can_ask, bool(again.link)) == (True, True)
