"""How well the two forms find out what is true of people whose true proficiencies are known."""

from assessments.domain.simulation.fingerprint import fingerprint
from assessments.domain.simulation.people import Departure, Draw
from assessments.domain.simulation.report import level_report

__all__ = ["Departure", "Draw", "fingerprint", "level_report"]
