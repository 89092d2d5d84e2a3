"""The gates that apply to the reader, with how each stands."""

from dataclasses import dataclass

from assessments.presentation.guide.reader import Reader
from assessments.presentation.terms import GATE_STATES
from assessments.presentation.words import count

NOT_SAID = "Not said yet"
TAGS = {"met": "good", "in_progress": "you", "not_met": "gap"}
MET, UNDER_WAY, OUTSIDE = "met", "in_progress", "not_applicable"


@dataclass(frozen=True, slots=True)
class GateRow:
    """One gate with its state in words and the class of its tag."""

    name: str
    how_met: str
    state: str
    tag: str


@dataclass(frozen=True, slots=True)
class Gates:
    """A heading that counts the rows below it."""

    title: str
    rows: tuple[GateRow, ...]


def gates(reader: Reader) -> Gates | None:
    """The gates in the catalogue's order; nothing before the reader has answered for one."""
    if not any(gate in reader.said.gates for gate in reader.gates):
        return None
    rows = tuple(_row(reader, gate) for gate in reader.gates)
    return Gates(_title(reader), rows)


def _row(reader: Reader, gate: str) -> GateRow:
    row, state = reader.catalogue.gates[gate], reader.said.gates.get(gate, "")
    return GateRow(row["name"], row["how_met"], GATE_STATES.get(state, NOT_SAID), TAGS.get(state, ""))


def _title(reader: Reader) -> str:
    outside = reader.said.in_state(OUTSIDE, reader.gates)
    met, under_way = (len(reader.said.in_state(state, reader.gates)) for state in (MET, UNDER_WAY))
    title = f"You meet {met} of {len(reader.gates) - len(outside)} gates that apply to you"
    return f"{title}; {count(under_way, 'is', 'are')} in progress" if under_way else title
