"""Persona files: which instrument they speak about, and what they say."""

from datetime import datetime

from assessments import snapshots
from assessments.domain import persona as personas
from assessments.domain.instrument import Instrument
from assessments.domain.persona import Persona, PersonaError
from assessments.domain.persona.errors import shown


def load(raw: bytes, *, at: datetime) -> tuple[Instrument, Persona]:
    """The persona and the instrument that is live at that time for its career and level."""
    data = personas.parse(raw)
    career, level = personas.target(data)
    version = snapshots.live_version(career, at)
    if version is None:
        raise PersonaError("career", f"{shown(career)} is not a career with published requirements")
    known = snapshots.levels(version.pk)
    if level not in known:
        raise PersonaError("level", f"{shown(level)} is not one of {', '.join(known)}")
    instrument = snapshots.instrument(version.pk, level)
    return instrument, personas.read(data, instrument)
