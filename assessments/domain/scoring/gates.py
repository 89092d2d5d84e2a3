"""How the gates stand, apart from the score."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.domain.instrument import Instrument


@dataclass(frozen=True, slots=True)
class GateStatus:
    """How a gate stands: met, in_progress, not_met, or not_applicable to the profession."""

    id: str
    necessity: str
    status: str


def gate_statuses(instrument: Instrument, profession: str, states: Mapping[str, str]) -> tuple[GateStatus, ...]:
    """Every gate in order; what nobody answered is not met, what does not concern the profession not applicable."""
    return tuple(
        GateStatus(
            gate.id,
            gate.necessity,
            states.get(gate.id, "not_met") if profession in gate.professions else "not_applicable",
        )
        for gate in instrument.gates
    )
