"""An open attempt as task list and check page: questions in groups, with their answers in words."""

from dataclasses import dataclass

import pytest

from assessments.domain import form
from assessments.domain.form import Form
from assessments.domain.scoring import Answers, Rating
from assessments.presentation import overview
from assessments.presentation.overview import Group
from tests.assessments.presentation.builders import CATALOGUE, INSTRUMENT, instrument


@dataclass
class Given:
    level: int
    low_confidence: bool = False
    evidence: str = ""


def asked(ratings: dict[str, Given], choices: dict[str, str] | None = None) -> Form:
    rated = {skill: Rating(rating.level) for skill, rating in ratings.items()}
    return form.build(INSTRUMENT, Answers(rated, {}, choices or {}))


def groups(**ratings: Given) -> tuple[Group, ...]:
    return overview.skill_groups(asked(ratings), CATALOGUE, ratings)


def scenarios(**choices: str) -> Group:
    found = overview.scenario_group(asked({}, choices), CATALOGUE, choices)
    assert found
    return found


def test_skills_stand_by_domain_in_order() -> None:
    assert [(group.id, group.name, group.about) for group in groups()] == [
        ("clinical", "Clinical work", "CDS design · Safety reviews"),
        ("lead", "Leading", "Budgets"),
    ]


@pytest.mark.parametrize(
    ("rated", "counts", "done"),
    [
        ([], [(0, 2), (0, 1)], [False, False]),
        (["safety"], [(1, 2), (0, 1)], [False, False]),
        (["cds", "safety", "budget"], [(2, 2), (1, 1)], [True, True]),
    ],
)
def test_a_group_counts_its_answers(rated: list[str], counts: list[tuple[int, int]], done: list[bool]) -> None:
    found = groups(**dict.fromkeys(rated, Given(3)))
    assert [(group.answered, group.total) for group in found] == counts
    assert [group.done for group in found] == done


def test_what_is_open_comes_first_and_keeps_its_order() -> None:
    clinical, _ = groups(cds=Given(3))
    assert [line.name for line in clinical.open_first] == ["Safety reviews", "CDS design"]
    assert [line.name for line in groups()[0].open_first] == ["CDS design", "Safety reviews"]


def test_a_group_leads_to_its_first_open_question_or_to_its_first() -> None:
    assert groups(cds=Given(3))[0].first.id == "safety"
    assert groups(cds=Given(3), safety=Given(3))[0].first.id == "cds"


def test_an_answer_is_told_in_words_with_its_example() -> None:
    line = groups(cds=Given(3, low_confidence=True, evidence="Led the clean-up"))[0].lines[0]
    assert (line.level, line.word, line.text) == (3, "Independent", "CDS design at 3.")
    assert (line.evidence, line.low_confidence) == ("Led the clean-up", True)


def test_not_had_the_chance_is_an_answer() -> None:
    line = groups(cds=Given(0))[0].lines[0]
    assert (line.level, line.word, line.step.answered) == (0, "Not had the chance", True)


def test_an_open_question_says_nothing() -> None:
    line = groups()[0].lines[0]
    assert (line.word, line.text, line.evidence, line.step.answered) == ("", "", "", False)


def test_scenarios_are_one_group_told_by_the_option_chosen() -> None:
    found = scenarios(alert="A", outage="unsure")
    assert (found.id, found.name, found.answered, found.total) == ("scenarios", "Scenarios", 2, 2)
    assert [(line.name, line.text) for line in found.lines] == [
        ("CDS design", "Option A"),
        ("Safety reviews", "I would need to ask someone"),
    ]


def test_an_open_scenario_has_no_text() -> None:
    assert [line.text for line in scenarios(outage="B").lines] == ["", "Option B"]


def test_an_instrument_without_scenarios_has_no_group_for_them() -> None:
    bare = form.build(instrument(knowledge_items=[]), Answers({}, {}, {}))
    assert overview.scenario_group(bare, CATALOGUE, {}) is None


def test_a_button_names_a_skill_inside_its_sentence() -> None:
    skill, scenario = (form.Step(kind, id, answered=False) for kind, id in (("skill", "safety"), ("scenario", "alert")))
    assert overview.step_name(CATALOGUE, skill) == "safety reviews"
    assert overview.step_name(CATALOGUE, scenario) == "the scenarios"
