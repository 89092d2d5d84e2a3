"""How ready a persona is, as JSON."""

from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.persona import Persona
from assessments.domain.report import readiness_report
from assessments.domain.scoring import gate_statuses, score
from assessments.management.persona_command import PersonaCommand


class Command(PersonaCommand):
    """`readiness PERSONA.json`"""

    help = "Print how ready a persona is for a level of a career, as JSON."

    def answer(self, instrument: Instrument, persona: Persona) -> dict[str, Any]:
        """The readiness report."""
        gates = gate_statuses(instrument, persona.profession, persona.gates)
        return readiness_report(instrument, score(instrument, persona.answers), gates)
