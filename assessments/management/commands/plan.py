"""A plan for a persona, as JSON."""

from typing import Any

from assessments.domain import persona as personas
from assessments.domain.instrument import Instrument
from assessments.domain.persona import Persona
from assessments.domain.planning import plan
from assessments.domain.scoring import score
from assessments.management.persona_command import PersonaCommand


class Command(PersonaCommand):
    """`plan PERSONA.json`"""

    help = "Print the plan that serves a persona best, as JSON."

    def answer(self, instrument: Instrument, persona: Persona) -> dict[str, Any]:
        """The plan report."""
        situation = personas.situation(persona, score(instrument, persona.answers))
        return plan(instrument, situation)
