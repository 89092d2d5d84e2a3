"""What users own: profile, attempts with their answers, results, plans with their revisions."""

from assessments.models.answers import Rating, ScenarioAnswer
from assessments.models.attempts import Attempt
from assessments.models.choices import CONDITIONS_OF_EHR, Ehr, GateState, Profession
from assessments.models.evidence import Evidence, EvidenceFile, EvidenceSkill
from assessments.models.plans import ActionProgress, Plan, Revision
from assessments.models.profile_rows import BlockedWeek, HeldCondition, ProfileGate
from assessments.models.profiles import Profile
from assessments.models.results import Result
from assessments.models.second import Invitation, MentorRating
from assessments.models.visits import GuideVisit

__all__ = [
    "CONDITIONS_OF_EHR",
    "ActionProgress",
    "Attempt",
    "BlockedWeek",
    "Ehr",
    "Evidence",
    "EvidenceFile",
    "EvidenceSkill",
    "GateState",
    "GuideVisit",
    "HeldCondition",
    "Invitation",
    "MentorRating",
    "Plan",
    "Profession",
    "Profile",
    "ProfileGate",
    "Rating",
    "Result",
    "Revision",
    "ScenarioAnswer",
]
