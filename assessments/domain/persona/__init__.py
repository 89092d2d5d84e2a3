"""Reads a persona file: who somebody is, what they answered and what they can give, checked to the last field."""

from assessments.domain.persona.errors import PersonaError
from assessments.domain.persona.parsing import LARGEST, parse
from assessments.domain.persona.reading import Persona, read, situation, target

__all__ = ["LARGEST", "Persona", "PersonaError", "parse", "read", "situation", "target"]
