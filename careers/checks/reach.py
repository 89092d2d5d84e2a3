"""Whether what the catalogue asks for can be reached with what it offers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from careers.checks.references import Document
from careers.problems import Problem


@dataclass
class Offer:
    """The actions that can be begun sooner or later by somebody who starts with nothing that an action gives.

    A condition that no action meets is held or arranged. One that actions meet is met by them: whoever starts without
    it has no other way. Names that lead nowhere stop nothing here, for they are told elsewhere.
    """

    actions: Mapping[str, Document]
    ways: Mapping[str, list[str]]
    doable: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        while new := {id for id in self.actions.keys() - self.doable if self._can_begin(self.actions[id])}:
            self.doable |= new

    def unmet(self, action: Document) -> list[str]:
        """The conditions of an action that nothing doable meets."""
        ways = {id: self.ways.get(id) for id in action["requires_conditions"]}
        return [id for id, by in ways.items() if by and not any(map(self._is_done, by))]

    def _can_begin(self, action: Document) -> bool:
        return all(map(self._is_done, action["requires_actions"])) and not self.unmet(action)

    def _is_done(self, id: str) -> bool:
        return id in self.doable or id not in self.actions


def out_of_reach(document: Document) -> Iterator[Problem]:
    """Actions that can never be begun, requirements above what they lead to, and gates without a way through.

    Asked of a catalogue whose actions do not need each other in a circle: that is told first.
    """
    offer = Offer(
        actions={row["id"]: row for row in document["actions"]["actions"]},
        ways={row["id"]: row["met_by_actions"] for row in document["actions"]["conditions"]},
    )
    yield from _never_begun(document, offer)
    yield from _never_reached(document, offer)
    yield from _never_met(document)


def _never_begun(document: Document, offer: Offer) -> Iterator[Problem]:
    for place, action in enumerate(document["actions"]["actions"]):
        for condition in offer.unmet(action):
            path = f"actions.actions[{place}].requires_conditions"
            yield Problem(path, f"can never be met: every action that meets {condition} needs {action['id']} before it")


def _never_reached(document: Document, offer: Offer) -> Iterator[Problem]:
    lifts: dict[str, list[tuple[int, int]]] = {}
    for action in document["actions"]["actions"]:
        if action["id"] in offer.doable:
            for lift in action["develops"]:
                lifts.setdefault(lift["skill"], []).append((lift["from"], lift["to"]))
    for place, skill in enumerate(document["competencies"]["skills"]):
        highest = _highest(lifts.get(skill["id"], []))
        for level, required in skill["required"].items():
            if required > highest:
                path = f"competencies.skills[{place}].required.{level}"
                yield Problem(path, f"is {required}, and the actions lead from 0 to {highest} only")


def _highest(lifts: list[tuple[int, int]]) -> int:
    level = 0
    while higher := [to for low, to in lifts if low <= level < to]:
        level = max(higher)
    return level


def _never_met(document: Document) -> Iterator[Problem]:
    for place, gate in enumerate(document["competencies"]["prerequisites"]):
        says = (gate["how_met"].strip(), gate["substitutes"] and gate["substitutes"].strip())
        if "required" in gate["necessity"].values() and not any((*says, gate["satisfied_by"], gate["typical_years"])):
            path = f"competencies.prerequisites[{place}].how_met"
            yield Problem(path, "says no way, and the gate is required: name actions, years, or what takes its place")
