"""Scenarios after submission: what was chosen, which option is right, and a reason for each."""

import pytest

from assessments.presentation.review import Reviewed, reviewed
from tests.assessments.presentation.builders import CATALOGUE


def one(choice: str) -> Reviewed:
    (found,) = reviewed(CATALOGUE, {"alert": choice})
    return found


def test_nothing_answered_is_nothing_to_review() -> None:
    assert reviewed(CATALOGUE, {}) == ()


def test_answers_stand_in_the_order_of_the_instrument() -> None:
    found = reviewed(CATALOGUE, {"outage": "B", "alert": "A", "gone-since": "B"})
    assert [row.skill for row in found] == ["CDS design", "Safety reviews"]


@pytest.mark.parametrize(
    ("choice", "outcome"),
    [("B", "Right"), ("A", "Not the best answer"), ("unsure", "You would have asked someone")],
)
def test_an_outcome_is_told_without_blame(choice: str, outcome: str) -> None:
    assert one(choice).outcome == outcome


@pytest.mark.parametrize(("choice", "chosen"), [("A", [True, False, False]), ("unsure", [False, False, False])])
def test_every_option_has_its_reason_and_one_is_right(choice: str, chosen: list[bool]) -> None:
    found = one(choice)
    assert (found.situation, found.question) == ("An alert is overridden.", "What do you do first?")
    assert [(option.text, option.rationale) for option in found.options] == [
        ("Option A", "Because A"),
        ("Option B", "Because B"),
        ("Option C", "Because C"),
    ]
    assert [option.right for option in found.options] == [False, True, False]
    assert [option.chosen for option in found.options] == chosen


def test_one_skill_can_be_asked_for() -> None:
    assert [row.id for row in reviewed(CATALOGUE, {"outage": "B", "alert": "A"}, "safety")] == ["outage"]


def test_every_scenario_has_its_source_and_whether_that_was_opened() -> None:
    opened, unopened = reviewed(CATALOGUE, {"alert": "A", "outage": "B"})
    assert (opened.reference.title, opened.reference.year, opened.reference.url) == ("About alert", "2020", "")
    assert (opened.reference.opened, unopened.reference.opened) == (True, False)
    assert opened.level_word == "Independent"
