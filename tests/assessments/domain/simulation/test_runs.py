"""A simulated run asks exactly the questions that people are asked, and holds the outcome against the truth."""

import pytest

from assessments.domain.form import FULL, QUICK
from assessments.domain.simulation.people import Person
from assessments.domain.simulation.runs import NOT_ASKED, asked, run
from tests.assessments.domain.builders import answers, instrument, item, published, skill
from tests.assessments.domain.simulation.made import somebody, walked

TWO = instrument(skill("a", required=4, weight=3), skill("b", required=2, domain="other"), items=(item("i", "a"),))


@pytest.mark.parametrize("kind", [FULL, QUICK])
@pytest.mark.parametrize("level", ["deputy", "senior"])
def test_it_asks_what_somebody_would_be_asked_who_answers_one_by_one(kind: str, level: str) -> None:
    one = somebody(11)
    assert asked(published(level), one, kind) == walked(published(level), one, kind)


def test_an_outcome_is_held_against_the_truth() -> None:
    one = Person({"a": 5, "b": 0}, answers({"a": 5, "b": 0}, scenarios={"i": "B"}))
    found = run(TWO, one, FULL)
    assert (found.questions, found.truth, found.statuses) == (3, 75, {"a": "met", "b": "gap"})
    assert found.error == found.found.score - 75
    assert found.misses == (0, 0)
    assert (found.holds_truth, found.held) == (True, 2)


def test_what_lies_outside_its_range_is_not_held() -> None:
    one = Person({"a": 0, "b": 5}, answers({"a": 5, "b": 0}, scenarios={"i": "B"}))
    found = run(TWO, one, FULL)
    assert (found.holds_truth, found.held, found.misses) == (False, 0, (5, -5))


def test_a_skill_that_was_not_asked_is_neither_met_nor_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.domain.quick.QUESTIONS", 2)
    wide = instrument(skill("a"), skill("b", domain="other"), skill("c", required=1, weight=0.1))
    everybody = Person({"a": 1, "b": 1, "c": 1}, answers({"a": 1, "b": 1, "c": 1}))
    assert run(wide, everybody, QUICK).statuses["c"] == NOT_ASKED
