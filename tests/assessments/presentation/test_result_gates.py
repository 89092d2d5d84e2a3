"""Hard conditions stand beside a result's score: counted where the profile says how they stand, else only listed."""

from typing import Any

import pytest

from assessments.presentation.result import ResultPage, result_page
from tests.assessments.presentation.builders import CATALOGUE, report, scored

IDS = ("board", "degree", "years")


def page(statuses: str, necessity: str = "required", asked: bool = True) -> ResultPage:
    """The page of gates with these statuses."""
    gates = [
        {"id": id, "necessity": necessity, "status": status} for id, status in zip(IDS, statuses.split(), strict=False)
    ]
    document: dict[str, Any] = {"report": report(skills=[scored()], gates=gates), "answered": {}}
    return result_page(document | {"gates_asked": asked}, CATALOGUE)


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        ("met in_progress not_met", "1 of 3 required conditions met"),
        ("met met met", "3 of 3 required conditions met"),
        ("in_progress not_applicable not_applicable", "0 of 1 required condition met"),
        ("not_applicable not_applicable not_applicable", "No required condition applies to you"),
        ("", "No required condition applies to you"),
    ],
)
def test_required_conditions_that_apply_are_counted(statuses: str, title: str) -> None:
    assert page(statuses).gates_title == title


def test_what_is_only_helpful_is_not_counted() -> None:
    assert page("met met met", necessity="helpful").gates_title == "No required condition applies to you"


@pytest.mark.parametrize(
    ("statuses", "beginning"),
    [("", "No conditions stand"), ("not_met", "One condition stands"), ("not_met met met", "Three conditions stand")],
)
def test_a_profile_without_answers_is_said_to_have_none(statuses: str, beginning: str) -> None:
    found = page(statuses, asked=False)
    assert found.gates_title == f"{beginning} beside the score; your profile does not say yet how you stand"
    assert {(gate.state, gate.tag) for gate in found.gates} <= {("", "")}


@pytest.mark.parametrize(
    ("status", "state", "tag"),
    [
        ("met", "Met", "good"),
        ("in_progress", "In progress", "you"),
        ("not_met", "Not met", "gap"),
        ("not_applicable", "Does not apply to you", ""),
    ],
)
def test_each_gate_says_how_it_stands(status: str, state: str, tag: str) -> None:
    (gate,) = page(status).gates
    assert (gate.name, gate.state, gate.tag) == ("Board certificate", state, tag)
    assert (gate.necessity, gate.how_met) == ("Required", "Hold the board.")


def test_gates_never_move_the_score() -> None:
    open_gates, met_gates = page("not_met not_met not_met"), page("met met met")
    assert open_gates.score == met_gates.score == 58
    assert open_gates.headline == met_gates.headline
    assert open_gates.gauge == met_gates.gauge
