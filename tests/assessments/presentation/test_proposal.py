"""A proposal in words: headline, figures, table and reasons, on a plan small enough to work out by hand."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from assessments.domain.following.progress import UNTOUCHED
from assessments.presentation.causes import causes, news
from assessments.presentation.comparison import compare
from assessments.presentation.plan import Saved
from assessments.presentation.proposal import Proposal, no_plan, proposal
from tests.assessments.presentation.builders import CATALOGUE, MONDAY, action, document, lift, plan, planned, saved

TODAY = MONDAY + timedelta(weeks=1)
SINCE = date(2026, 12, 1)
COURSE = planned("course", weeks=4, cost_max_usd=400, develops=[lift("cds", 2, 3)])
REVIEW = planned("review", MONDAY + timedelta(weeks=4), weeks=4)


def later(row: dict[str, Any], weeks: int) -> dict[str, Any]:
    days = {name: date.fromisoformat(row[name]) + timedelta(weeks=weeks) for name in ("start", "end")}
    return {**row, **{name: day.isoformat() for name, day in days.items()}}


def proposed(*rows: dict[str, Any], then: float = 50.0, before: Saved | None = None, **request: Any) -> Proposal:
    old = before or saved(plan(COURSE, REVIEW))
    new = replace(saved(plan(*rows, then=then), **{"extras": {}, **request}), progress=old.progress)
    return proposal(old, new, (), TODAY)


@pytest.mark.parametrize(
    ("weeks", "then", "title"),
    [
        (8, 50.0, "Eight weeks later, and still 50"),
        (-2, 53.2, "Two weeks earlier, and 53 instead of 50"),
        (0, 47.0, "The same finish, and 47 instead of 50"),
        (1, 50.2, "One week later, and still 50"),
        (52, 50.0, "12 months later, and still 50"),
        (120, 50.0, "Two years and four months later, and still 50"),
    ],
)
def test_the_headline_says_finish_and_readiness(weeks: int, then: float, title: str) -> None:
    first = replace_row(COURSE, hours=16.0) if not weeks else COURSE
    assert proposed(first, later(REVIEW, weeks), then=then).title == title


def replace_row(row: dict[str, Any], **given: Any) -> dict[str, Any]:
    return {**row, **given}


def test_equal_schedules_would_change_nothing() -> None:
    page = proposed(COURSE, REVIEW)
    assert page.title == "Nothing would change"
    assert (page.comparison.title, page.comparison.groups) == ("", ())
    assert page.comparison.same_title == "Two steps stay as before"


def test_a_proposal_without_steps_and_a_plan_without_steps_have_a_headline() -> None:
    assert proposed().title == "No step is left to do, and still 50"
    assert proposed(COURSE, before=saved(plan())).title == "A plan with steps again, and still 50"


def test_the_figures_stand_beside_what_they_were() -> None:
    page = proposed(COURSE, later(REVIEW, 2), then=49.6)
    assert [(figure.name, figure.now, figure.was) for figure in page.strip] == [
        ("Finish", "14 March 2027", "was 28 February 2027"),
        ("Readiness then", "50", "was 50, 0.4 points less"),
        ("Hours left", "30 hours", "as before, at 5 a week"),
        ("Cost left", "$400", "as before, of $1,000"),
    ]
    assert page.lede == "The finish moves from 28 February to 14 March 2027. Your target date, 31 December 2027, holds."


def test_the_lede_says_where_the_target_moves_or_is_missed() -> None:
    assert proposed(COURSE, REVIEW, before=saved(plan(COURSE)), target="2028-03-31").lede.endswith(
        "The target date is 31 March 2028 instead of 31 December 2027."
    )
    assert "after your target date" in proposed(COURSE, later(REVIEW, 60)).lede


def test_every_step_that_differs_is_in_its_group_with_both_dates() -> None:
    duty = planned("duty", MONDAY + timedelta(weeks=10), develops=[lift("budget", 0, 2)])
    page = proposed(replace_row(COURSE, weeks=5, end="2027-02-07"), later(REVIEW, 2), duty)
    assert page.comparison.title == "One step moves, one changes and one comes in"
    groups = page.comparison.groups
    lines = {group.name: [(line.name, line.lead, line.struck, line.text) for line in group.lines] for group in groups}
    assert lines == {
        "Moved": [("Review board", "Ends", "28 Feb", "14 March 2027")],
        "Changed": [("CDS course", "Ends", "31 Jan", "7 Feb 2027")],
        "Added": [("chair duty", "Budgets, level 0 to 2. Adds 25 points", "", "")],
    }
    (moved,) = groups[0].lines
    assert moved.before
    assert moved.after
    assert (moved.before.days, moved.after.days) == ("1 to 28 February 2027", "15 February to 14 March 2027")


def test_other_hours_or_money_in_the_same_weeks_are_told() -> None:
    for given, said in (
        ({"hours": 16.0}, ("Takes", "15", "16 hours")),
        ({"cost_max_usd": 500}, ("Costs", "$400", "$500")),
    ):
        (group,) = proposed(replace_row(COURSE, **given), REVIEW).comparison.groups
        assert [(line.lead, line.struck, line.text) for line in group.lines] == [said]


def test_a_removed_step_says_why_and_what_it_costs() -> None:
    old = saved(plan(COURSE, REVIEW))
    (group,) = compare(old, saved(plan(REVIEW)), TODAY).groups
    assert [line.lead for line in group.lines] == ["CDS design, level 2 to 3. Costs 12.5 points"]
    skipping = replace(saved(plan(REVIEW)), progress={"course": UNTOUCHED.turned("skipped", TODAY, "No")})
    (group,) = compare(old, skipping, TODAY).groups
    assert [line.lead for line in group.lines] == ["You skipped it. Costs 12.5 points"]


def test_figures_of_two_versions_are_not_passed_off_as_one() -> None:
    old = saved(plan(COURSE, REVIEW))
    newer = replace(old, instrument=replace(old.instrument, version=4))
    assert "by version 3 of the assessment, and now by version 4" in proposal(old, newer, (), TODAY).note
    assert proposal(old, old, (), TODAY).note == ""


def why(old: Saved, new: Saved, again: set[str] | None = None, lines: tuple[str, ...] = ()) -> list[str]:
    """The causes without the one that is always told."""
    found = causes(old, new, SINCE, TODAY, again or set(), lines)
    assert found[-1].startswith("What is done or under way stays.")
    return list(found[:-1])


def test_what_was_reported_is_told_with_its_reason() -> None:
    old = saved(plan(COURSE, REVIEW, planned("duty")), **choices())
    progress = {
        "course": UNTOUCHED.turned("done", TODAY),
        "review": UNTOUCHED.turned("blocked", TODAY, "No sponsor").worked(TODAY, 3),
        "duty": UNTOUCHED.turned("skipped", TODAY, "Not mine"),
    }
    running = replace_row(REVIEW, end="2027-03-14")
    new = replace(saved({**plan(COURSE), "kept": [running]}, **choices()), progress=progress, rows=[COURSE, running])
    done, blocked, skipped = why(old, new)
    assert done == "Done since then: “CDS course”."
    assert blocked.startswith("“Review board” is blocked: “No sponsor”. It is not over, 3 of 15 hours are logged: ")
    assert blocked.endswith("it runs until 14 March 2027, and what builds on it waits.")
    assert skipped == "You skipped “chair duty”: “Not mine”."


def test_other_limits_are_told_by_what_they_were() -> None:
    old = saved(plan(COURSE), blocked_weeks=["2027-07-05"], **choices())
    asked = choices(
        open_to=["post"], pinned=["exam"], unavailable=["sponsor"], blocked_weeks=["2027-08-03", "2027-08-10"]
    )
    limits = {"hours_per_week": 6.5, "budget_usd": 900, "target": "2028-01-31", "extras": {"budget_usd": 1300}}
    new = saved(plan(COURSE), **(asked | limits))
    told, *chosen = why(old, new)
    assert told == (
        "6.5 hours a week instead of 5. A budget of $1,300 instead of $1,000. The target date is 31 January 2028 "
        "instead of 31 December 2027. 2 to 15 August 2027 is blocked now. 5 to 11 July 2027 is no longer blocked."
    )
    assert chosen == [
        "You are open to “Director post”.",
        "You asked for “Board exam”.",
        "“A sponsor agrees” cannot be arranged now.",
    ]


def choices(**given: list[str]) -> dict[str, Any]:
    return {"open_to": [], "pinned": [], "excluded": [], "unavailable": []} | given


def test_levels_are_told_by_where_they_come_from() -> None:
    old = saved(plan(COURSE), **choices())
    new = saved(plan(COURSE), **choices(), levels={"cds": 3, "safety": 3, "budget": 0})
    assert why(old, new, {"safety"}) == [
        "Rated again: safety reviews at level 3, 2 before.",
        "By what was done since: CDS design at level 3, 2 before.",
    ]
    newer = replace(new, result_day=date(2027, 1, 8))
    assert why(old, newer, {"safety"})[1].startswith("By your result of 8 January 2027: CDS design")


def test_a_newer_catalogue_is_told_by_what_it_changed_for_this_plan() -> None:
    rows = [row for row in document()["actions"]["actions"] if row["id"] not in {"review", "exam"}]
    rows = [{**row, "hours_max": 40} if row["id"] == "course" else row for row in rows] + [action("new", "New course")]
    newer = replace(CATALOGUE, document=document(actions=rows))
    lines = news(CATALOGUE, newer, "cmio", [COURSE, REVIEW])
    assert lines == (
        "One action added to the catalogue.",
        "No longer in the catalogue: review board.",
        "One action that this plan does not use removed.",
        "Revised: CDS course.",
    )
    assert news(CATALOGUE, CATALOGUE, "cmio", [COURSE]) == ("Nothing that this level asks changed.",)
    old = saved(plan(COURSE), **choices())
    assert why(old, old, lines=lines) == [" ".join(["The assessment was updated.", *lines])]


def test_no_plan_names_the_law_what_was_tried_and_what_does_not_help() -> None:
    totals = {"finish": "2027-06-27", "readiness_then": 61.4}
    rows: list[dict[str, Any]] = [
        {"kind": "hours_per_week", "change": {"hours_per_week": 6.5}, "actions": [], "totals": totals},
        {"kind": "target", "change": {"target": "2028-01-31"}, "actions": [], "totals": totals},
        {"kind": "budget_usd", "change": {"budget_usd": 5000}, "actions": [], "totals": {**totals, "finish": None}},
        {"kind": "open_to", "change": {"open_to": ["post"]}, "actions": ["post"], "totals": totals},
        {"kind": "pinned", "change": {"pinned": []}, "actions": ["exam"], "totals": totals},
        {"kind": "excluded", "change": {"excluded": []}, "actions": ["course"], "totals": totals},
    ]
    left_out = [{"id": "exam", "why": "is pinned, but costs too much"}, {"id": "letters", "why": "is not rated"}]
    page = no_plan({"document": {"left_out": left_out}, "remedies": rows}, CATALOGUE)
    assert page.broken == (("Board exam", "Is pinned, but costs too much."),)
    assert [remedy.change for remedy in page.remedies] == [
        "Give 6.5 hours a week",
        "Take until 31 January 2028",
        "Spend up to $5,000 from now on",
        "Open the big move “Director post”",
        "Let go of “Board exam”",
        "No longer leave out “CDS course”",
    ]
    assert [remedy.gives for remedy in page.remedies][1:3] == ["Readiness 61, finish 27 June 2027", "Readiness 61"]
    assert page.useless == ""
    none = [{**row, "change": None, "totals": None} for row in rows]
    page = no_plan({"document": {"left_out": left_out}, "remedies": none}, CATALOGUE)
    assert page.remedies == ()
    assert page.useless == "More hours, a later target date and more money alone would not help."
