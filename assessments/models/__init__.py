"""What users own: profile, attempts with their answers, results, plans with their revisions."""

from assessments.models.attempts import Attempt, Rating, Result, ScenarioAnswer
from assessments.models.plans import ActionProgress, Plan, Revision
from assessments.models.profiles import BlockedWeek, Ehr, GateState, HeldCondition, Profession, Profile, ProfileGate

__all__ = [
    "ActionProgress",
    "Attempt",
    "BlockedWeek",
    "Ehr",
    "GateState",
    "HeldCondition",
    "Plan",
    "Profession",
    "Profile",
    "ProfileGate",
    "Rating",
    "Result",
    "Revision",
    "ScenarioAnswer",
]
