"""What a plan leaves open, in plain words: skills and what limits them, gates and what opens them, what is left out."""

from datetime import timedelta
from typing import Any

import pytest

from assessments.domain.planning import gaps
from assessments.presentation import open_ends
from assessments.presentation.open_ends import GateLine, OpenSkill
from assessments.presentation.steps import Step
from tests.assessments.presentation.builders import CATALOGUE, INSTRUMENT, MONDAY, plan, step

WEEK = timedelta(days=7)
WORDS_OF_DOMAIN = (
    *(gaps.NO_ACTION, gaps.CONDITION, gaps.BIG_MOVE),
    *(gaps.HOURS, gaps.MONEY, gaps.DATE, gaps.BETTER_USES),
)


def unmet(binding: str = "hours", would_need: dict[str, Any] | None = None, skill: str = "cds") -> OpenSkill:
    row = {"skill": skill, "reached": 2, "required": 4, "points": 12.5, "binding": binding, "would_need": would_need}
    (found,) = open_ends.open_skills(plan(unmet=[row]), CATALOGUE)
    return found


def gates(profession: str = "physician", states: dict[str, str] | None = None, *steps: Step) -> dict[str, GateLine]:
    known = states or {}
    lines = open_ends.gate_lines(open_ends.open_gates(INSTRUMENT, profession, known), steps, known)
    return {line.name: line for line in lines}


def test_an_open_skill_says_where_it_ends_and_what_it_costs() -> None:
    found = unmet()
    assert (found.name, found.reached, found.required, found.points) == ("CDS design", 2, 4, 12.5)


@pytest.mark.parametrize("binding", WORDS_OF_DOMAIN)
def test_every_reason_of_the_planner_is_told_as_a_sentence(binding: str) -> None:
    said = unmet(binding).binding
    assert binding in open_ends.BINDING
    assert said[0].isupper()
    assert said.endswith(".")


def test_a_reason_without_words_is_told_as_it_is() -> None:
    assert unmet("no mentor found").binding == "No mentor found."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (None, open_ends.NOTHING_CLOSES),
        ({}, open_ends.NOTHING_CLOSES),
        ({"hours_per_week": 8.5}, "Fits from 8.5 hours a week."),
        ({"hours_per_week": 8.0}, "Fits from 8 hours a week."),
        ({"hours_per_week": 1.0}, "Fits from 1 hour a week."),
        ({"budget_usd": 12500}, "Fits from a budget of $12,500."),
        ({"target": "2030-06-30"}, "Fits with a target date of 30 June 2030."),
        (
            {"hours_per_week": 6.5, "budget_usd": 900, "target": "2030-06-30"},
            "Fits from 6.5 hours a week, or from a budget of $900, or with a target date of 30 June 2030.",
        ),
    ],
)
def test_what_would_close_it_is_told_in_plain_words(change: dict[str, Any] | None, said: str) -> None:
    assert unmet(would_need=change).would_need == said


def test_of_a_gap_that_no_limit_closes_nothing_is_said_to_be_tried() -> None:
    assert unmet(binding="no action exists", would_need=None).would_need == ""


def test_gates_met_or_not_applicable_are_not_open() -> None:
    assert list(gates(states={"board": "met", "degree": "not_applicable", "years": "in_progress"})) == [
        "Years in informatics"
    ]
    assert list(gates(states=dict.fromkeys(("board", "degree", "years"), "met"))) == []


def test_gates_of_another_profession_are_not_open() -> None:
    assert list(gates("non-clinician")) == []


def test_the_dearest_gate_comes_first_and_equals_stay_in_order() -> None:
    found = gates()
    assert [(line.name, line.points, line.necessity) for line in found.values()] == [
        ("Medical degree", 8, "Required"),
        ("Years in informatics", 8, "Required"),
        ("Board certificate", 3, "Expected"),
    ]


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("not_met", "No step of this plan opens it."),
        ("in_progress", "You have it in progress. No step of this plan opens it."),
    ],
)
def test_a_gate_that_nothing_opens_says_so(state: str, text: str) -> None:
    line = gates(states={"board": state})["Board certificate"]
    assert (line.opened, line.text) == (False, text)


def test_the_first_step_that_opens_a_gate_is_named_with_its_day() -> None:
    late, early = step("late", MONDAY + 9 * WEEK, gates=("board",)), step("early", gates=("board",))
    line = gates("physician", {}, late, early)["Board certificate"]
    assert (line.opened, line.text) == (True, "“The early” opens it by 17 January 2027.")


@pytest.mark.parametrize(
    ("counting", "end"),
    [
        ((), "No step of this plan counts toward them."),
        (("post",), "“The post” counts toward them."),
        (("post", "duty"), "“The post” and “The duty” count toward them."),
    ],
)
def test_years_are_worked_and_never_opened_by_a_plan(counting: tuple[str, ...], end: str) -> None:
    line = gates("physician", {}, *(step(id, gates=("years",)) for id in counting))["Years in informatics"]
    assert line.text == f"Years are worked, not scheduled: five years is typical. {end}"
    assert not line.opened


def test_what_was_left_out_is_named_with_its_reason() -> None:
    rows = [
        {"id": "safety", "why": "is not rated, so no action is planned for it"},
        {"id": "course", "why": "is pinned, but the budget is too small"},
        {"id": "gone-since", "why": "is not known"},
    ]
    found = open_ends.left_out(plan(left_out=rows), CATALOGUE)
    assert [(row.name, row.why) for row in found] == [
        ("Safety reviews", "Is not rated, so no action is planned for it."),
        ("CDS course", "Is pinned, but the budget is too small."),
        ("gone-since", "Is not known."),
    ]
