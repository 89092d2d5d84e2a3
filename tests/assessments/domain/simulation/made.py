"""Simulated people from a seed, and a form walked as people walk it."""

from random import Random
from typing import Any

from assessments.domain import form
from assessments.domain.form import SCENARIO
from assessments.domain.instrument import Instrument
from assessments.domain.scoring import Answers, Rating
from assessments.domain.simulation import Departure, level_report
from assessments.domain.simulation.people import Person, person
from tests.assessments.domain.builders import published

AS_MODELED = Departure()


def somebody(seed: int, instrument: Instrument | None = None, departure: Departure = AS_MODELED) -> Person:
    """A person of the published instrument, or of another one."""
    return person(instrument or published(), Random(seed).random, departure)


def report(people: int, departure: Departure = AS_MODELED, seed: int = 1, level: str = "cmio") -> dict[str, Any]:
    """The report on so many people."""
    return level_report(published(level), people=people, draw=Random(seed).random, departure=departure)


def walked(instrument: Instrument, one: Person, kind: str) -> Answers:
    """Answer the first open question, again and again, until the form has none."""
    ratings: dict[str, Rating] = {}
    scenarios: dict[str, str] = {}
    while step := form.build(instrument, Answers(ratings, {}, scenarios), kind).first_open():
        if step.kind == SCENARIO:
            scenarios[step.id] = one.answers.scenarios[step.id]
        else:
            ratings[step.id] = one.answers.ratings[step.id]
    return Answers(ratings, {}, scenarios)
