"""An invented hospital physician for `demo`: where she stands, what she answered and what she can give."""

from dataclasses import dataclass

EMAIL = "demo@example.org"
LEVEL = "cmio"
USUAL_LEVEL = 2
"""Rating of a skill that editors added after this was written."""

HOURS_PER_WEEK = 5.0
BUDGET_USD = 8000
YEARS = 3
OPEN_TO = ("medical-director-informatics",)
GATES_MET = ("medical_degree", "residency", "licence", "primary_board", "current_practice", "clinical_years")
GATES_IN_PROGRESS = ("leadership_experience",)
CONDITIONS = ("bachelors", "post-training-years-3", "clinical-privileges", "finished-project")
RULED_OUT = ("data-access",)


@dataclass(frozen=True, slots=True)
class Answer:
    """A rating from 0, "not had the chance", to 5."""

    level: int
    low_confidence: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """Something that she did, so many days ago, with the skills that it backs."""

    title: str
    days_ago: int
    what: str
    outcome: str
    skills: tuple[str, ...]


EVIDENCE = {
    "alerts": Done(
        "Cut interruptive drug alerts on two medical wards",
        240,
        "Reviewed each alert with pharmacy and nursing, retired 14 and rewrote nine, in six months of weekly rounds.",
        "Overrides fell from 92 to 61 percent in six months on two wards of 28 beds, with no rise in reported errors.",
        ("cds", "usability_burden", "change_management"),
    ),
    "discharge": Done(
        "Redesigned the discharge workflow with nursing",
        500,
        "Mapped the present steps, tried two versions on one ward, and trained the others.",
        "Median time from order to discharge fell from 4.1 to 2.9 hours in three months on four wards.",
        ("workflow_redesign", "quality_measurement"),
    ),
}
ANSWERS = {
    "ehr_optimisation": Answer(3, evidence="Led the order-set clean-up on two medical wards; 40 sets retired"),
    "workflow_redesign": Answer(3, evidence="Redesigned discharge with nursing; measured over three months"),
    "usability_burden": Answer(3),
    "cds": Answer(2, low_confidence=True),
    "ai_governance": Answer(1, low_confidence=True),
    "informatics_foundations": Answer(2),
    "analytics_bi": Answer(2),
    "data_governance": Answer(1),
    "population_health": Answer(2),
    "quality_measurement": Answer(
        4, evidence="Chairs the department’s quality committee; two run-chart projects a year"
    ),
    "interop_standards": Answer(1),
    "hie_exchange": Answer(1, low_confidence=True),
    "cloud_infrastructure": Answer(0),
    "health_it_safety": Answer(3, evidence="Reviews record-related incidents for the safety board each month"),
    "cybersecurity": Answer(1),
    "privacy_regulation": Answer(2),
    "telehealth_rpm": Answer(2),
    "device_integration": Answer(0),
    "project_management": Answer(3),
    "it_governance": Answer(2),
    "finance_roi": Answer(1),
    "vendor_negotiation": Answer(0),
    "strategic_leadership": Answer(2),
    "change_management": Answer(3, evidence="Clinical lead of the last upgrade for internal medicine"),
    "communication": Answer(3),
    "consensus_building": Answer(4),
    "team_development": Answer(2),
    "problem_solving": Answer(4),
    "patient_advocacy": Answer(3),
    "ethics": Answer(3),
    "external_influence": Answer(2),
}
WEEKS_AGO = 6
"""So long ago she was assessed and made the plan that she has followed since."""

WORKED: tuple[dict[int, float], ...] = ({5: 3.5, 12: 4, 19: 3}, {5: 3, 12: 3.5})
"""Hours by days since its start that she worked on each of the first steps; the first one is done with the last."""

NAME = "Dana"
MENTOR = "Dr. Lee Park"
BLOCKED_BY = "The committee has not named a date yet"
NOTE = "Ask Dr. Park whether the first result fits the agenda of the quality meeting in spring."
MENTOR_NOTE = "It does. Bring the figures of both wards, and one sentence on what the nurses said."
SCENARIO_PATTERN = ("right", "right", "unsure", "right", "wrong")
"""Outcomes in turn, so that the result shows all three."""
