"""Small instruments and answers, the published catalogue, and a persona that is right in every field."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from assessments.domain import instrument as instruments
from assessments.domain.instrument import Domain, Gate, Instrument, Item, Skill
from assessments.domain.scoring import Answers, Rating
from careers import files

CATALOGUE = Path(__file__).parents[3] / "fixtures" / "catalogue"
CAREER = "chief-medical-information-officer"


def skill(id: str = "cds", required: int = 4, weight: float = 1, domain: str = "clinical") -> Skill:
    """A skill named after its id."""
    return Skill(id, id.title(), domain, required, weight)


def item(id: str = "i1", skill: str = "cds", level: int = 3, options: str = "ABCD", key: str = "B") -> Item:
    """A scenario item with one letter per option."""
    return Item(id, skill, level, tuple(options), key)


def gate(id: str, necessity: str = "required", professions: str = "physician nurse") -> Gate:
    """A gate for the professions named."""
    return Gate(id, id.title(), necessity, frozenset(professions.split()), None, ())


def instrument(*skills: Skill, items: tuple[Item, ...] = (), gates: tuple[Gate, ...] = ()) -> Instrument:
    """An instrument of these skills, with a domain for each one that they name."""
    domains = dict.fromkeys(skill.domain for skill in skills)
    return Instrument(
        version=7,
        career=CAREER,
        level="cmio",
        domains=tuple(Domain(id, id.title()) for id in domains),
        skills=skills,
        gates=gates,
        items=items,
        conditions=(),
        actions=(),
        professions=("physician", "nurse"),
    )


def answers(
    ratings: dict[str, int | Rating] | None = None,
    mentor: dict[str, int] | None = None,
    scenarios: dict[str, str] | None = None,
) -> Answers:
    """Answers in which a bare number is a rating with nothing beside it."""
    given = {id: rating if isinstance(rating, Rating) else Rating(rating) for id, rating in (ratings or {}).items()}
    return Answers(given, mentor or {}, scenarios or {})


@lru_cache
def document() -> dict[str, Any]:
    """The catalogue as it is published."""
    return {name: files.read(CATALOGUE / f"{name}.yaml") for name in ("competencies", "actions")}


@lru_cache
def published(level: str = "cmio") -> Instrument:
    """The published instrument for a level."""
    return instruments.read(document(), version=1, career=CAREER, level=level)


def persona() -> dict[str, Any]:
    """A fresh persona that uses every field."""
    return {
        "career": CAREER,
        "level": "cmio",
        "profile": {
            "profession": "physician",
            "country": "US",
            "conditions": ["md-do", "licence-unrestricted"],
            "unavailable": ["appointment"],
            "gates": {"medical_degree": "met", "primary_board": "in_progress"},
        },
        "ratings": {"cds": {"level": 3, "confidence": "low", "evidence": True}, "ethics": {"level": 2}},
        "mentor_ratings": {"cds": 2},
        "scenarios": {"ehr-upgrade-short-testing": "D", "cds-silent-run": "unsure"},
        "plan": {
            "start": "2026-12-07",
            "target": "2029-12-31",
            "hours_per_week": 6,
            "budget_usd": 15000,
            "blocked_weeks": ["2027-07-05"],
            "open_to": ["target-search"],
            "done": [],
            "running": [{"id": "sql-course", "start": "2026-11-30", "weeks": 6}],
            "pinned": [],
            "excluded": [],
        },
    }
