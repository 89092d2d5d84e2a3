"""How far the reader is with each step of the way, as far as their own facts tell."""

from dataclasses import dataclass

from assessments.presentation.guide.reader import Reader

DONE, UNDER_WAY = "Done", "Under way"
OPEN = {"In progress": "in_progress", "Not met": "not_met"}


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows how far somebody is: keys of gates and conditions that the step asks, of actions that are part of it.

    A step ends where it is done once all that it asks is there; the others go on.
    """

    gates: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    ends: bool = False


STEPS = {
    "Train as a doctor": Shown(gates=("medical_degree", "residency"), ends=True),
    "Practice and study informatics": Shown(
        gates=("informatics_years", "advanced_degree"), conditions=("finished-project",), ends=True
    ),
    "Lead locally": Shown(
        gates=("leadership_experience",), actions=("super-user", "governance-member", "cds-committee-member"), ends=True
    ),
    "Build a network": Shown(
        conditions=("society-member", "chime-member"),
        actions=("amia-membership", "chime-membership", "amia-symposium", "himss-conf", "amdis-pcc", "find-mentor"),
    ),
    "Assemble a portfolio": Shown(conditions=("finished-project",), actions=("portfolio",)),
    "Apply and interview": Shown(actions=("cv-rewrite", "mock-interview", "target-search")),
}
"""The steps by title: where editors name one anew it has to be looked at again, and until then nothing is said."""


@dataclass(frozen=True, slots=True)
class StepNote:
    """The state of a step and what it comes from: names under "Met", "In progress" and so on."""

    state: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def tag(self) -> str:
        """The class of the state."""
        return "good" if self.state == DONE else "you"


def step(reader: Reader, title: str) -> StepNote | None:
    """What the reader's profile and plans say about the step of that title; nothing where they say nothing."""
    shown = STEPS.get(title)
    if shown is None:
        return None
    asked = [gate for gate in shown.gates if gate in reader.gates and reader.said.gates.get(gate) != "not_applicable"]
    named = {"Met": _met(reader, shown, asked), "Done in your plan": _done(reader, shown)}
    named |= {name: _in_state(reader, state, asked) for name, state in OPEN.items()}
    groups = tuple((name, rows) for name, rows in named.items() if rows)
    return StepNote(_state(shown, named, len(asked)), groups) if groups else None


def _met(reader: Reader, shown: Shown, asked: list[str]) -> tuple[str, ...]:
    rows = [row for key in shown.conditions if (row := reader.catalogue.conditions.get(key))]
    held = [row["name"] for row in rows if reader.said.has(row["id"], row["met_by_actions"])]
    return (*_in_state(reader, "met", asked), *held)


def _in_state(reader: Reader, state: str, asked: list[str]) -> tuple[str, ...]:
    return tuple(reader.catalogue.gates[gate]["name"] for gate in reader.said.in_state(state, asked))


def _done(reader: Reader, shown: Shown) -> tuple[str, ...]:
    actions = reader.catalogue.actions
    return tuple(actions[key]["name"] for key in shown.actions if key in reader.said.done and key in actions)


def _state(shown: Shown, named: dict[str, tuple[str, ...]], asked: int) -> str:
    everything = asked + len(shown.conditions)
    if shown.ends and everything and len(named["Met"]) == everything:
        return DONE
    return UNDER_WAY if named["Met"] or named["Done in your plan"] or named["In progress"] else ""
