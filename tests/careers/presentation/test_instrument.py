"""The whole instrument for an editor: every row once, with names for keys, also in the middle of an edit."""

from typing import Any

from careers.presentation.instrument import instrument
from tests.content import catalogue


def shown(**changes: Any) -> dict[str, Any]:
    """The instrument, with entries of its first action, item or skill changed."""
    document = catalogue()
    lists = {"skill": document["competencies"]["skills"]}
    lists |= {"action": document["actions"]["actions"], "item": document["actions"]["knowledge_items"]}
    for name, entries in changes.items():
        lists[name][0] |= entries
    return instrument(document)


def test_every_row_is_there_under_an_id_of_its_own() -> None:
    document, found = catalogue(), shown()
    skills = [skill for domain in found["domains"] for skill in domain["skills"]]
    rows = [*found["domains"], *skills, *found["gates"], *found["actions"], *found["items"]]
    competencies, actions = document["competencies"], document["actions"]
    of_competencies = [len(competencies[name]) for name in ("domains", "skills", "prerequisites")]
    assert len(rows) == sum(of_competencies) + len(actions["actions"]) + len(actions["knowledge_items"])
    assert len({row["id"] for row in rows}) == len(rows)


def test_keys_are_told_by_name() -> None:
    action = shown(action={"requires_actions": ["ci-fellowship"], "requires_conditions": []})["actions"][0]
    assert action["after"] == "ACGME clinical informatics fellowship"
    assert action["lifts"][0][0] == "Informatics foundations and emerging technology"


def test_a_key_that_leads_nowhere_is_told_as_it_is() -> None:
    found = shown(action={"satisfies": ["nothing"]}, item={"skill": "nobody"})
    assert (found["actions"][0]["meets"], found["items"][0]["skill"]) == ("nothing", "nobody")


def test_an_item_marks_its_key() -> None:
    item = shown()["items"][0]
    assert [option["id"] for option in item["options"] if option["is_right"]] == ["D"]


def test_a_skill_without_a_requirement_has_a_gap_in_its_place() -> None:
    skill = shown(skill={"required": {"cmio": 4}})["domains"][0]["skills"][0]
    assert [required for _, required, _ in skill["required"]] == ["", 4, ""]


def test_one_number_is_no_range() -> None:
    action = shown(action={"cost_min_usd": 2000, "cost_max_usd": 2000, "weeks_min": 1, "weeks_max": 2})["actions"][0]
    assert (action["cost"], action["weeks"]) == ("2,000", "1 to 2")
