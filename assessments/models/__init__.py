"""What users own: profile, attempts with their answers, results, plans with their revisions."""

from assessments.models.attempts import Attempt, Rating, Result, ScenarioAnswer
from assessments.models.plans import ActionProgress, Plan, Revision
from assessments.models.profiles import BlockedWeek, HeldCondition, Profile, ProfileGate

__all__ = [
    "ActionProgress",
    "Attempt",
    "BlockedWeek",
    "HeldCondition",
    "Plan",
    "Profile",
    "ProfileGate",
    "Rating",
    "Result",
    "Revision",
    "ScenarioAnswer",
]
