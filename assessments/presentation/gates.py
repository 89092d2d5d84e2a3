"""Hard conditions beside the score of a result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.presentation.catalogue import Catalogue
from assessments.presentation.terms import GATE_STATES, NECESSITIES
from assessments.presentation.words import count, figures, sentence

GATE_TAGS = {"met": "good", "not_met": "gap", "in_progress": "you"}


@dataclass(frozen=True, slots=True)
class GateRow:
    """A hard condition beside the score; without a state where nobody has asked yet."""

    name: str
    necessity: str
    state: str
    tag: str
    how_met: str
    substitutes: str


def gate_rows(report: Mapping[str, Any], catalogue: Catalogue, asked: bool) -> tuple[GateRow, ...]:
    """The gates in the instrument's order; without states unless the profile said how they stand."""
    return tuple(_gate(gate, catalogue.gates[gate["id"]], asked) for gate in report["gates"])


def _gate(gate: Mapping[str, Any], row: Mapping[str, Any], asked: bool) -> GateRow:
    return GateRow(
        name=row["name"],
        necessity=NECESSITIES[gate["necessity"]],
        state=GATE_STATES[gate["status"]] if asked else "",
        tag=GATE_TAGS.get(gate["status"], "") if asked else "",
        how_met=row["how_met"],
        substitutes=row["substitutes"],
    )


def gates_title(gates: Sequence[GateRow], asked: bool) -> str:
    """How many of the required conditions that apply are met."""
    if not asked:
        beside = sentence(count(len(gates), "condition stands", "conditions stand"))
        return f"{beside} beside the score; your profile does not say yet how you stand"
    required = [gate for gate in gates if gate.necessity == NECESSITIES["required"]]
    applying = [gate for gate in required if gate.state != GATE_STATES["not_applicable"]]
    met = [gate for gate in applying if gate.state == GATE_STATES["met"]]
    if not applying:
        return "No required condition applies to you"
    return f"{len(met)} of {figures(len(applying), 'required condition')} met"
