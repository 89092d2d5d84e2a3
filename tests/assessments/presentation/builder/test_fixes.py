"""Ways out: only what was tried is offered, what does not help is said, and each is found again by its number."""

from typing import Any

import pytest

from assessments.presentation.builder import fixes
from tests.assessments.presentation.builders import CATALOGUE

ASKED: dict[str, Any] = {"pinned": ["duty"], "excluded": [], "open_to": []}
DOCUMENT: dict[str, Any] = {
    "left_out": [{"id": "duty", "why": "is pinned, but it takes too long"}, {"id": "budget", "why": "is not rated"}]
}
TOTALS = {"readiness_then": 65.6, "finish": "2028-06-11"}


def tried(kind: str, change: Any, actions: list[str] | None = None) -> dict[str, Any]:
    return {
        "kind": kind,
        "change": None if change is None else {kind: change},
        "actions": actions or [],
        "status": change and "feasible",
        "totals": None if change is None else TOTALS,
    }


TRIED = [
    tried("hours_per_week", 7.5),
    tried("target", "2028-06-30"),
    tried("budget_usd", None),
    tried("open_to", ["post"], ["post"]),
    tried("pinned", [], ["duty"]),
    tried("excluded", None),
]


def test_each_pin_is_named_with_the_law_that_it_breaks() -> None:
    found = fixes.ways_out(DOCUMENT, TRIED, ASKED, CATALOGUE)
    assert found.broken == ("“chair duty” is pinned, but it takes too long.",)


def test_what_was_tried_is_offered_with_what_it_gives() -> None:
    found = fixes.ways_out(DOCUMENT, TRIED, ASKED, CATALOGUE)
    assert found.title == "Four changes would work"
    assert [(fix.place, fix.name) for fix in found.fixes] == [
        (0, "Give 7.5 hours a week"),
        (1, "Move the date to 30 June 2028"),
        (3, "Be open to “Director post”"),
        (4, "Let go of “chair duty”"),
    ]
    assert {(fix.readiness, fix.end) for fix in found.fixes} == {("66", "ends 11 June 2028")}


def test_letting_go_of_several_is_told_of_all_of_them() -> None:
    (fix,) = fixes.ways_out(DOCUMENT, [tried("pinned", [], ["duty", "post"])], ASKED, CATALOGUE).fixes
    assert fix.text.startswith("They are then used only where they earn their hours.")


def test_what_does_not_help_is_said_where_there_was_something_to_change() -> None:
    assert fixes.ways_out(DOCUMENT, TRIED, ASKED, CATALOGUE).useless == ("More money does not help.",)
    found = fixes.ways_out(DOCUMENT, TRIED, ASKED | {"excluded": ["course"]}, CATALOGUE)
    assert found.useless == ("More money does not help.", "Taking an action back in does not help.")


def test_nothing_that_helps_is_said_as_well() -> None:
    found = fixes.ways_out(DOCUMENT, [tried(row["kind"], None) for row in TRIED], ASKED, CATALOGUE)
    assert (found.title, found.fixes) == ("No single change was found that works", ())


def test_other_kinds_are_worded() -> None:
    rows = [tried("budget_usd", 5000), tried("excluded", [], ["course"])]
    found = fixes.ways_out(DOCUMENT, rows, ASKED, CATALOGUE)
    assert [fix.name for fix in found.fixes] == ["Raise the budget to $5,000", "Take “CDS course” back in"]


EMPTY = {
    "unmet": [
        {"would_need": {"hours_per_week": 3, "target": "2028-01-31"}},
        {"would_need": {"hours_per_week": 1.5}},
        {"would_need": None},
    ]
}


def test_an_empty_plan_offers_the_smallest_changes_that_planning_found() -> None:
    found = fixes.for_an_empty_plan(EMPTY)
    assert [(fix.place, fix.name) for fix in found.fixes] == [
        (0, "Give 1.5 hours a week"),
        (2, "Move the date to 31 January 2028"),
    ]
    assert found.title == "Two changes would work"


@pytest.mark.parametrize(
    ("place", "change"),
    [(0, {"hours_per_week": 1.5}), (1, None), (2, {"target": "2028-01-31"}), (3, None), (99, None)],
)
def test_a_choice_for_an_empty_plan_is_found_by_its_number(place: int, change: Any) -> None:
    assert fixes.change_of(place, EMPTY, ()) == change


@pytest.mark.parametrize(("place", "change"), [(0, {"hours_per_week": 7.5}), (2, None), (6, None), (-1, None)])
def test_a_choice_is_found_by_its_number(place: int, change: Any) -> None:
    assert fixes.change_of(place, DOCUMENT, TRIED) == change
