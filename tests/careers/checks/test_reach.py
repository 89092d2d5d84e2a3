"""What the catalogue asks for can be reached with what it offers: each broken twin is told in its place."""

from typing import Any

import pytest

from careers.checks import catalogue_problems
from careers.checks.reach import Offer
from tests.careers.checks.spoiling import said
from tests.content import catalogue

C, A = "competencies", "actions"


def place(rows: list[Any], id: str) -> int:
    return next(place for place, row in enumerate(rows) if row["id"] == id)


def told(document: Any) -> list[tuple[str, str]]:
    return said(catalogue_problems(document))


def with_condition(document: Any, *, needed_by: str, met_by: list[str]) -> int:
    """Let an action need a new condition that those actions meet; its place among the actions."""
    condition = {"id": "new", "scope": "profile", "name": "New", "prerequisite": None, "met_by_actions": met_by}
    document[A]["conditions"].append(condition)
    number = place(document[A]["actions"], needed_by)
    document[A]["actions"][number]["requires_conditions"].append("new")
    return number


def test_an_action_does_not_need_itself_through_a_condition() -> None:
    document = catalogue()
    number = with_condition(document, needed_by="sql-course", met_by=["sql-course"])
    reason = "can never be met: every action that meets new needs sql-course before it"
    assert told(document) == [(f"{A}.actions[{number}].requires_conditions", reason)]


def test_nor_through_conditions_and_actions_in_turn() -> None:
    document = catalogue()
    number = with_condition(document, needed_by="sql-course", met_by=["fhir-course"])
    document[A]["actions"][place(document[A]["actions"], "fhir-course")]["requires_actions"] = ["sql-course"]
    paths = [path for path, _ in told(document)]
    assert f"{A}.actions[{number}].requires_conditions" in paths


@pytest.mark.parametrize("ways", [[], ["fhir-course"], ["sql-course", "fhir-course"], ["nobody"]])
def test_one_way_around_is_enough(ways: list[str]) -> None:
    document = catalogue()
    with_condition(document, needed_by="sql-course", met_by=ways)
    assert not [path for path, _ in told(document) if path.endswith("requires_conditions")]


def test_a_circle_of_actions_is_told_alone() -> None:
    document = catalogue()
    document[A]["actions"][place(document[A]["actions"], "sql-course")]["requires_actions"] = ["sql-course"]
    assert [path for path, _ in told(document)] == [f"{A}.actions"]


def test_a_requirement_above_what_actions_lead_to_is_told_for_its_level() -> None:
    document = catalogue()
    skill = document[C]["skills"][3]
    for action in document[A]["actions"]:
        action["develops"] = [lift for lift in action["develops"] if lift["skill"] != skill["id"] or lift["to"] <= 2]
    asked = {level: required for level, required in skill["required"].items() if required > 2}
    assert asked
    assert told(document) == [
        (f"{C}.skills[3].required.{level}", f"is {required}, and the actions lead from 0 to 2 only")
        for level, required in asked.items()
    ]


def test_a_hole_between_lifts_is_none_that_can_be_jumped() -> None:
    document = catalogue()
    skill = document[C]["skills"][3]
    for action in document[A]["actions"]:
        action["develops"] = [lift for lift in action["develops"] if lift["skill"] != skill["id"] or lift["from"] > 0]
    assert {reason.partition(", and ")[2] for _, reason in told(document)} == {"the actions lead from 0 to 0 only"}


def test_lifts_of_an_action_that_can_never_begin_count_for_nothing() -> None:
    document = catalogue()
    skill = document[C]["skills"][3]["id"]
    for action in document[A]["actions"]:
        action["develops"] = [lift for lift in action["develops"] if lift["skill"] != skill]
    number = with_condition(document, needed_by="sql-course", met_by=["sql-course"])
    document[A]["actions"][number]["develops"] = [{"skill": skill, "from": 0, "to": 5}]
    assert any(path.startswith(f"{C}.skills[3].required") for path, _ in told(document))


def test_a_required_gate_says_how_it_is_met() -> None:
    document = catalogue()
    number = place(document[C]["prerequisites"], "licence")
    gate = document[C]["prerequisites"][number]
    gate["how_met"] = " "
    reason = "says no way, and the gate is required: name actions, years, or what takes its place"
    assert told(document) == [(f"{C}.prerequisites[{number}].how_met", reason)]
    for way in ({"substitutes": "A record of results."}, {"satisfied_by": ["sql-course"]}):
        assert told(document | {C: document[C] | {"prerequisites": _with(document, number, way)}}) == []
    gate["necessity"] = dict.fromkeys(gate["necessity"], "expected")
    assert told(document) == []


def _with(document: Any, number: int, way: dict[str, Any]) -> list[Any]:
    gates = list(document[C]["prerequisites"])
    gates[number] = gates[number] | way
    return gates


def test_everything_real_can_be_begun() -> None:
    document = catalogue()[A]
    actions = {row["id"]: row for row in document["actions"]}
    offer = Offer(actions, {row["id"]: row["met_by_actions"] for row in document["conditions"]})
    assert offer.doable == actions.keys()
