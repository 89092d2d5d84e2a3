"""Three invented people, and how they stand by an instrument: in them is seen what a change of it does to results."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assessments.domain import instrument as instruments
from assessments.domain import persona as personas
from assessments.domain.instrument import Instrument
from assessments.domain.persona import PersonaError
from assessments.domain.scoring import UNSURE, GateStatus, Readiness, gate_statuses, score

FILE = Path(__file__).parent.parent / "personas.json"


@dataclass(frozen=True, slots=True)
class Sample:
    """An invented person: who it is, in words, and the persona as a file of the command `readiness` has it."""

    title: str
    about: str
    persona: Mapping[str, Any]

    @property
    def level(self) -> str:
        """The level that the person aims at."""
        return str(self.persona["level"])


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sample stands by one instrument, and which of its answers that instrument does not ask for."""

    instrument: Instrument
    readiness: Readiness
    gates: tuple[GateStatus, ...]
    unasked: tuple[str, ...]


@cache
def samples() -> tuple[Sample, ...]:
    """The people, in the order of the levels that they aim at."""
    return tuple(Sample(**entry) for entry in json.loads(FILE.read_text()))


def standing(sample: Sample, document: Mapping[str, Any], version: int) -> Standing | None:
    """The sample's readiness by a catalogue document; None where its level or its profession is gone."""
    levels = {row["id"] for row in document["competencies"]["career_levels"]}
    if sample.level not in levels:
        return None
    career = sample.persona["career"]
    instrument = instruments.read(document, version=version, career=career, level=sample.level)
    fitted, unasked = _fitted(sample.persona, instrument)
    try:
        persona = personas.read(fitted, instrument)
    except PersonaError:
        return None
    gates = gate_statuses(instrument, persona.profession, persona.gates)
    return Standing(instrument, score(instrument, persona.answers), gates, unasked)


def _fitted(data: Mapping[str, Any], instrument: Instrument) -> tuple[dict[str, Any], tuple[str, ...]]:
    # An answer to what is not asked any more is left out, as it is for people who answered an earlier version.
    skills = {skill.id for skill in instrument.skills}
    choices = {item.id: {*item.options, UNSURE} for item in instrument.items}
    known = {condition.id for condition in instrument.conditions}
    profile = data["profile"]
    given = {
        "ratings": {id: rating for id, rating in data["ratings"].items() if id in skills},
        "mentor_ratings": {id: level for id, level in data["mentor_ratings"].items() if id in skills},
        "scenarios": {id: choice for id, choice in data["scenarios"].items() if choice in choices.get(id, ())},
    }
    gates = {gate.id for gate in instrument.gates}
    fitted = {
        "gates": {id: state for id, state in profile["gates"].items() if id in gates},
        "conditions": [id for id in profile["conditions"] if id in known],
    }
    left_out = [id for name in ("ratings", "scenarios") for id in data[name] if id not in given[name]]
    return {**data, **given, "profile": {**profile, **fitted}}, tuple(left_out)
