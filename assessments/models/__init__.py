"""What users own: profile, attempts with their answers, results, plans with their revisions."""

from assessments.models.answers import Rating, ScenarioAnswer
from assessments.models.attempts import Attempt
from assessments.models.calculations import Calculation, Draft
from assessments.models.choices import CONDITIONS_OF_EHR, Ehr, GateState, Profession
from assessments.models.evidence import Evidence, EvidenceFile, EvidenceSkill
from assessments.models.leaving import Digest, Feed, Mailing, Note, Share
from assessments.models.plans import Plan, Revision, Schedule
from assessments.models.profile_rows import BlockedWeek, HeldCondition, ProfileGate
from assessments.models.profiles import Profile
from assessments.models.reratings import Rerating
from assessments.models.results import Result
from assessments.models.second import Invitation, MentorRating
from assessments.models.visits import GuideVisit

__all__ = [
    "CONDITIONS_OF_EHR",
    "Attempt",
    "BlockedWeek",
    "Calculation",
    "Digest",
    "Draft",
    "Ehr",
    "Evidence",
    "EvidenceFile",
    "EvidenceSkill",
    "Feed",
    "GateState",
    "GuideVisit",
    "HeldCondition",
    "Invitation",
    "Mailing",
    "MentorRating",
    "Note",
    "Plan",
    "Profession",
    "Profile",
    "ProfileGate",
    "Rating",
    "Rerating",
    "Result",
    "Revision",
    "ScenarioAnswer",
    "Schedule",
    "Share",
]
