"""The harness finds the forms as good as they are, and can tell when they are not."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from assessments.domain.scoring import Score
from assessments.domain.simulation import Departure, fingerprint
from assessments.domain.simulation.report import form_report, gaps_report
from assessments.domain.simulation.runs import Run
from tests.assessments.domain.builders import instrument, item, published, skill
from tests.assessments.domain.simulation.made import report

PEOPLE = 80


@cache
def found() -> dict[str, Any]:
    """People who answer as the model has it."""
    return report(PEOPLE)


def test_a_range_holds_the_truth_as_often_as_it_says() -> None:
    for kind in ("full", "quick"):
        held, bias = found()[kind]["readiness"]["range_holds_truth"], found()[kind]["readiness"]["bias"]
        assert abs(held["value"] - 0.8) < 4 * held["error"]
        assert abs(bias["value"]) < 4 * bias["error"]
        # Its range runs over whole levels, so it holds more than it has to.
        assert 0.85 < found()[kind]["skills"]["range_holds_truth"]["value"] < 0.96


def test_the_quick_check_finds_the_gaps_with_at_most_half_the_questions() -> None:
    assert found()["quick"]["questions"]["most"] <= found()["full"]["questions"]["fewest"] / 2
    recall = found()["gaps"]["found"]
    assert recall["value"] > 0.9
    assert recall["value"] + found()["gaps"]["called_unsure"]["value"] > 0.99


def test_ratings_one_level_too_high_are_noticed() -> None:
    proud = report(PEOPLE, Departure(overrating=1))
    for kind in ("full", "quick"):
        assert proud[kind]["readiness"]["bias"]["value"] > 8
        assert proud[kind]["readiness"]["range_holds_truth"]["value"] < 0.2


def test_skills_that_are_alike_are_noticed() -> None:
    alike = report(PEOPLE, Departure(alike=True))
    assert alike["full"]["readiness"]["range_holds_truth"]["value"] < 0.5


def test_an_end_is_told_of_once_enough_people_are_there() -> None:
    def some(people: int) -> Any:
        return form_report([replace(ran(a="gap"), truth=truth) for truth in (39.9, 74.9) for _ in range(people)])

    assert some(29)["readiness"]["bias_of"] == {"starting": None, "ready": None}
    assert some(30)["readiness"]["bias_of"] == {"starting": {"value": 10.1, "error": 0.0}, "ready": None}


def ran(**statuses: str) -> Run:
    return Run(1, 50, Score(50, 40, 60), statuses, 1, (0,))


def test_agreement_on_gaps_by_hand() -> None:
    pairs = [
        (ran(a="gap", b="gap", c="met", d="unsure"), ran(a="gap", b="met", c="gap", d="gap")),
        (ran(a="gap", b="gap", c="met", d="met"), ran(a="unsure", b="not_asked", c="met", d="met")),
    ]
    values = {name: share["value"] for name, share in gaps_report(pairs).items()}
    assert values == {
        "found": 0.25,
        "called_met": 0.25,
        "called_unsure": 0.25,
        "not_asked": 0.25,
        "confirmed": 0.3333,
        "contradicted": 0.25,
    }


def test_a_fingerprint_changes_with_the_forms_and_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {fingerprint([published()])}
    for name, value in (("quick.QUESTIONS", 35), ("form.HEAVIEST", 19), ("scoring.likelihoods.SIGMA", 1.1)):
        monkeypatch.setattr(f"assessments.domain.{name}", value)
        found.add(fingerprint([published()]))
    assert len(found) == 4


def test_a_fingerprint_changes_with_what_is_measured_and_not_with_words() -> None:
    def of(weight: float = 1, level: int = 3, key: str = "B", name: str = "cds") -> str:
        return fingerprint([instrument(skill(name, weight=weight), items=(item("i", name, level, key=key),))])

    assert of() == of(key="C")
    assert len({of(), of(weight=2), of(level=4), of(name="ethics"), fingerprint([published()])}) == 5
