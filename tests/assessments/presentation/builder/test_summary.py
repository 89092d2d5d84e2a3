"""The answers once more, in words, and two versions of a step side by side."""

from datetime import date

from assessments.presentation.builder import summary
from tests.assessments.presentation.builders import CATALOGUE

OWN = {"id": "own-1", "name": "Shadow our CMIO", "hours": 12.0, "weeks": 1}


def pairs(lines: list[summary.Line]) -> list[tuple[str, str]]:
    return [(line.name, line.text) for line in lines]


def test_dates_and_blocked_weeks() -> None:
    given = {"start": date(2026, 12, 7), "target": date(2029, 12, 31), "blocked_weeks": [date(2027, 7, 5)]}
    assert pairs(summary.dates(given)) == [
        ("Start", "7 December 2026"),
        ("Target date", "31 December 2029"),
        ("Weeks you cannot work", "5 to 11 July 2027"),
    ]
    assert pairs(summary.dates({"target": date(2029, 12, 31), "blocked_weeks": []})) == [
        ("Target date", "31 December 2029"),
        ("Weeks you cannot work", "None"),
    ]


def test_means_and_moves() -> None:
    found = pairs(summary.means(4.5, 5000, [("Director post", True), ("Master", False)]))
    assert found == [
        ("Hours a week", "4.5 hours"),
        ("Money for the whole plan", "$5,000"),
        ("Big moves you would consider", "Director post"),
    ]


def test_actions_by_name() -> None:
    found = pairs(summary.actions({"pinned": ["duty", "course"], "unavailable": ["sponsor"]}, [OWN], CATALOGUE))
    assert found == [
        ("Has to be in the plan", "chair duty; CDS course"),
        ("Cannot be arranged", "A sponsor agrees"),
        ("Actions of your own", "Shadow our CMIO (12 hours in 1 week)"),
    ]


def test_what_differs_is_shown_field_by_field() -> None:
    sent = {"pinned": ["duty"], "excluded": [], "own_name": ["x"], "hours_per_week": ["4"], "move-post": ["yes"]}
    kept = {"pinned": [], "hours_per_week": ["6"], "move-post": ["no"]}
    assert [(row.name, row.sent, row.kept) for row in summary.differing(sent, kept, CATALOGUE)] == [
        ("Has to be in the plan", "chair duty", "None"),
        ("Hours a week", "4", "6"),
        ("Director post", "yes", "no"),
    ]


def test_what_was_asked_in_one_sentence() -> None:
    limits = {"hours_per_week": 4, "budget_usd": 5000, "target": "2028-03-31", "pinned": ["duty"], "blocked_weeks": []}
    assert summary.in_short(limits) == "4 hours a week, $5,000, ready by 31 March 2028, one action that has to be in."
