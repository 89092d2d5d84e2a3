"""The catalogue's own laws: each fault is told once, in its exact place, and the real catalogue has none."""

from typing import Any

import pytest

from careers.checks import catalogue_problems
from careers.checks.catalogue import unequal_shares
from tests.careers.checks.spoiling import Fault, Put, at, said
from tests.content import catalogue

C, A = "competencies", "actions"
LEVELS = "has to name cmio, deputy, senior"
SOURCE, CIRCLE = "'nobody' is not a source of the catalogue", "need each other in a circle:"


def popped(*path: Any) -> Put:
    """Take an entry away."""

    def spoil(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document.pop(path[-1])

    return spoil


def circle(*ids: str) -> Put:
    """Let each action need the next one, and the last the first."""

    def spoil(document: Any) -> None:
        rows = {row["id"]: row for row in document[A]["actions"]}
        for one, other in zip(ids, (*ids[1:], ids[0]), strict=True):
            rows[one]["requires_actions"] = [other]

    return spoil


def moved(level: str) -> Put:
    """Take one from the weight of the first domain's first skill, and add it to one of the second domain's."""

    def spoil(document: Any) -> None:
        for domain, change in zip(document[C]["domains"], (-1, 1), strict=False):
            skill = next(row for row in document[C]["skills"] if row["domain"] == domain["id"])
            skill["weight_by_level"][level] += change

    return spoil


SECOND = catalogue()[A]["knowledge_items"][0]["options"][1]["text"]
FAULTS = [
    Fault("a domain's source", at(C, "domains", 0, "sources", put=["nobody"]), [(f"{C}.domains[0].sources", SOURCE)]),
    Fault("a skill's source", at(C, "skills", 4, "sources", put=["nobody"]), [(f"{C}.skills[4].sources", SOURCE)]),
    Fault(
        "a skill's domain",
        at(C, "skills", 4, "domain", put="nobody"),
        [(f"{C}.skills[4].domain", "'nobody' is not a domain")],
    ),
    Fault(
        "whom a gate applies to",
        at(C, "prerequisites", 0, "applies_to", put=["nobody"]),
        [(f"{C}.prerequisites[0].applies_to", "'nobody' is not a profession")],
    ),
    Fault(
        "what opens a gate",
        at(C, "prerequisites", 0, "satisfied_by", put=["nobody"]),
        [(f"{C}.prerequisites[0].satisfied_by", "'nobody' is not an action")],
    ),
    Fault(
        "a condition's gate",
        at(A, "conditions", 0, "prerequisite", put="nobody"),
        [(f"{A}.conditions[0].prerequisite", "'nobody' is not a gate")],
    ),
    Fault(
        "what meets a condition",
        at(A, "conditions", 0, "met_by_actions", put=["nobody"]),
        [(f"{A}.conditions[0].met_by_actions", "'nobody' is not an action")],
    ),
    Fault(
        "an action before",
        at(A, "actions", 0, "requires_actions", put=["nobody"]),
        [(f"{A}.actions[0].requires_actions", "'nobody' is not an action")],
    ),
    Fault(
        "a condition of an action",
        at(A, "actions", 0, "requires_conditions", put=["nobody"]),
        [(f"{A}.actions[0].requires_conditions", "'nobody' is not a condition")],
    ),
    Fault(
        "a gate that an action opens",
        at(A, "actions", 0, "satisfies", put=["nobody"]),
        [(f"{A}.actions[0].satisfies", "'nobody' is not a gate")],
    ),
    Fault(
        "a skill that an action develops",
        at(A, "actions", 0, "develops", put=[{"skill": "nobody", "from": 0, "to": 1}]),
        [(f"{A}.actions[0].develops[0].skill", "'nobody' is not a skill")],
    ),
    Fault(
        "an item's skill",
        at(A, "knowledge_items", 0, "skill", put="nobody"),
        [(f"{A}.knowledge_items[0].skill", "'nobody' is not a skill")],
    ),
    Fault("a level too few", popped(C, "skills", 2, "required", "cmio"), [(f"{C}.skills[2].required", LEVELS)]),
    Fault("a level too many", at(C, "skills", 2, "required", "boss", put=1), [(f"{C}.skills[2].required", LEVELS)]),
    Fault(
        "a domain's level",
        popped(C, "domains", 8, "weight_by_level", "cmio"),
        [(f"{C}.domains[8].weight_by_level", LEVELS), (f"{C}.domains", "weights for cmio sum to 95, not to 100")],
    ),
    Fault(
        "a gate's level",
        popped(C, "prerequisites", 1, "necessity", "senior"),
        [(f"{C}.prerequisites[1].necessity", LEVELS)],
    ),
    Fault(
        "no anchor",
        popped(C, "skills", 0, "levels", "5"),
        [(f"{C}.skills[0].levels", "has to hold one anchor for each level from 1 to 5")],
    ),
    Fault(
        "lifts to where it began",
        at(A, "actions", 0, "develops", put=[{"skill": "cds", "from": 2, "to": 2}]),
        [(f"{A}.actions[0].develops[0].to", "has to be above from")],
    ),
    Fault(
        "lifts one skill twice",
        at(A, "actions", 0, "develops", put=[{"skill": "cds", "from": 0, "to": to} for to in (1, 2)]),
        [(f"{A}.actions[0].develops[{row}].skill", "'cds' stands more than once") for row in (0, 1)],
    ),
    Fault("an action needs itself", circle("sql-course"), [(f"{A}.actions", f"{CIRCLE} sql-course, sql-course")]),
    Fault(
        "two need each other",
        circle("sql-course", "fhir-course"),
        [(f"{A}.actions", f"{CIRCLE} fhir-course, sql-course, fhir-course")],
    ),
    Fault(
        "weeks", at(A, "actions", 0, "weeks_max", put=1), [(f"{A}.actions[0].weeks_max", "1 is below weeks_min, 20")]
    ),
    Fault(
        "hours",
        at(A, "actions", 0, "hours_min", put=999),
        [(f"{A}.actions[0].hours_max", "220 is below hours_min, 999")],
    ),
    Fault(
        "money",
        at(A, "actions", 0, "cost_max_usd", put=0),
        [(f"{A}.actions[0].cost_max_usd", "0 is below cost_min_usd, 2000")],
    ),
    Fault(
        "a key of none of the options",
        at(A, "knowledge_items", 0, "key", put="F"),
        [(f"{A}.knowledge_items[0].key", "is none of the item's options")],
    ),
    Fault(
        "an item with one option",
        at(A, "knowledge_items", 0, "options", put=[{"id": "D", "text": "Yes.", "rationale": "So."}]),
        [(f"{A}.knowledge_items[0].options", "has to hold two or more options")],
    ),
    Fault(
        "an option twice",
        at(A, "knowledge_items", 0, "options", 0, "id", put="D"),
        [(f"{A}.knowledge_items[0].options[{row}].id", "'D' stands more than once") for row in (0, 3)],
    ),
    Fault(
        "weights of skills",
        at(C, "skills", 0, "weight_by_level", "deputy", put=9),
        [(f"{C}.skills", "weights for deputy sum to 101, not to 100")],
    ),
    Fault(
        "weights of domains",
        at(C, "domains", 0, "weight_by_level", "senior", put=0),
        [(f"{C}.domains", "weights for senior sum to 90, not to 100")],
    ),
    Fault("weights of all", at(C, "skills", 0, "weight", put=7), [(f"{C}.skills", "weights sum to 101, not to 100")]),
    Fault(
        "two options that say the same",
        at(A, "knowledge_items", 0, "options", 2, "text", put=f" {SECOND.upper()}\n"),
        [(f"{A}.knowledge_items[0].options[2].text", "says what option 2 says")],
    ),
]
LISTS = [(C, "sources"), (A, "conditions"), (A, "actions"), (A, "knowledge_items"), (C, "prerequisites")]


def problems(document: Any) -> list[tuple[str, str]]:
    return said(catalogue_problems(document))


def test_the_real_catalogue_has_no_problem() -> None:
    assert problems(catalogue()) == []


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_told_in_its_place(fault: Fault) -> None:
    document = catalogue()
    fault.put(document)
    assert problems(document) == fault.told


@pytest.mark.parametrize(("part", "name"), LISTS)
def test_what_stands_twice_is_told_in_both_places(part: str, name: str) -> None:
    document = catalogue()
    rows = document[part][name]
    rows.append(rows[0])
    reason = f"'{rows[0]['id']}' stands more than once"
    assert problems(document) == [(f"{part}.{name}[{row}].id", reason) for row in (0, len(rows) - 1)]


def test_domains_weigh_what_their_skills_weigh() -> None:
    document = catalogue()
    assert said(list(unequal_shares(document))) == []
    moved("deputy")(document)
    assert problems(document) == []
    assert said(list(unequal_shares(document))) == [
        (f"{C}.domains[0].weight_by_level.deputy", "is 21, and the weights of its skills sum to 20"),
        (f"{C}.domains[1].weight_by_level.deputy", "is 14, and the weights of its skills sum to 15"),
    ]


@pytest.mark.parametrize("put", [at(C, "skills", 0, "weight", put=7), at(C, "skills", 4, "domain", put="nobody")])
def test_shares_are_asked_of_whole_weights_in_known_domains(put: Put) -> None:
    document = catalogue()
    put(document)
    assert list(unequal_shares(document)) == []


def test_a_circle_of_any_length_is_told_once() -> None:
    document = catalogue()
    ring = [row["id"] for row in document[A]["actions"]][20:120]
    circle(*ring)(document)
    ((path, reason),) = problems(document)
    assert path == f"{A}.actions"
    assert sorted(reason.removeprefix(f"{CIRCLE} ").split(", ")[1:]) == sorted(ring)


def test_years_belong_to_every_level_or_to_none() -> None:
    document = catalogue()
    gates = document[C]["prerequisites"]
    row = next(place for place, gate in enumerate(gates) if gate["typical_years"])
    del gates[row]["typical_years"]["senior"]
    assert problems(document) == [(f"{C}.prerequisites[{row}].typical_years", LEVELS)]
    gates[row]["typical_years"] = None
    assert problems(document) == []
