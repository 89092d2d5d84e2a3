"""What editors are told about two documents of the instrument: by row, with names for keys."""

from copy import deepcopy
from typing import Any

import pytest

from careers.presentation.catalogue_changes import told
from tests.careers.presentation.test_changes import lines
from tests.content import catalogue

COMPETENCIES, ACTIONS = "competencies", "actions"


def changed(*path: Any, value: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The catalogue and the same with one value changed."""
    before = catalogue()
    after = deepcopy(before)
    inside: Any = after
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = value
    return before, after


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (
            (COMPETENCIES, "skills", 0, "levels", "3"),
            "Runs it.",
            "Skill: EHR implementation and optimization#skills-ehr_optimisation: Anchor: 3 changed ",
        ),
        (
            (COMPETENCIES, "skills", 0, "required", "cmio"),
            5,
            "Skill: EHR implementation and optimization#skills-ehr_optimisation: Required level: CMIO changed [4] {5}",
        ),
        (
            (COMPETENCIES, "skills", 0, "domain"),
            "credibility",
            "Skill: EHR implementation and optimization#skills-ehr_optimisation: Domain changed [EHR, workflow",
        ),
        (
            (COMPETENCIES, "prerequisites", 0, "necessity", "deputy"),
            "helpful",
            (
                "Gate: Medical degree (MD, DO or equivalent)#prerequisites-medical_degree: "
                "How firmly it is asked for: Deputy CMIO changed [required] {helpful}"
            ),
        ),
        (
            (ACTIONS, "actions", 0, "requires_actions"),
            [],
            (
                "Action: Clinical informatics board certification#actions-abpm-ci-cert: "
                "Requires actions removed [ACGME clinical informatics fellowship]"
            ),
        ),
        (
            (ACTIONS, "actions", 0, "develops", 0, "to"),
            5,
            (
                "Action: Clinical informatics board certification#actions-abpm-ci-cert: "
                "Lift: Informatics foundations and emerging technology: to changed [3] {5}"
            ),
        ),
        (
            (ACTIONS, "knowledge_items", 0, "key"),
            "A",
            (
                "Scenario item: ehr-upgrade-short-testing#knowledge_items-ehr-upgrade-short-testing: "
                "Right answer changed [D] {A}"
            ),
        ),
        ((COMPETENCIES, "proficiency_scale", "1"), "new", "Proficiency levels#: 1 changed [aware] {new}"),
        ((COMPETENCIES, "meta", "version"), 3, "About the instrument#: Version changed [2] {3}"),
    ],
)
def test_a_change_is_told_under_its_row(path: tuple[Any, ...], value: Any, expected: str) -> None:
    (line,) = lines(told(*changed(*path, value=value)))
    assert line.startswith(expected)


def test_a_row_that_came_or_went_is_told_and_whole_with_all_its_texts() -> None:
    before = catalogue()
    less = deepcopy(before)
    gone = less[COMPETENCIES]["skills"].pop()
    assert lines(told(before, less)) == [f"Skill: {gone['name']}#: Skill removed "]
    assert lines(told(less, before)) == [f"Skill: {gone['name']}#skills-{gone['id']}: Skill added "]
    (line,) = lines(told(less, before, whole=True))
    assert all(text in line for text in (gone["definition"], gone["required_rationale"], *gone["levels"].values()))


def test_rows_in_another_order_are_told_once() -> None:
    before, after = changed(ACTIONS, "actions", value=catalogue()[ACTIONS]["actions"][::-1])
    assert lines(told(before, after)) == ["About the instrument#: Actions in another order "]


def test_equal_documents_have_nothing_to_tell() -> None:
    assert told(catalogue(), catalogue()) == []
