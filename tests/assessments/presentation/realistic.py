"""A physician on the real catalogue: her result and her plan, computed once."""

from datetime import date
from functools import cache
from typing import Any

from assessments.domain import planning, scoring
from assessments.domain.instrument import Instrument
from assessments.domain.report import readiness_report
from assessments.domain.situation import Situation, plain
from assessments.presentation.catalogue import Catalogue
from assessments.presentation.plan import Saved
from tests.assessments.domain.builders import document, published

LEVEL = "cmio"
GATES = {"medical_degree": "met", "residency": "met", "licence": "met", "leadership_experience": "in_progress"}


@cache
def catalogue() -> Catalogue:
    """The published catalogue."""
    return Catalogue(document())


def ratings(instrument: Instrument) -> dict[str, scoring.Rating]:
    """Ratings from 0 to 4 in turn, every third one unsure, every fourth one with an example."""
    return {
        skill.id: scoring.Rating(place % 5, low_confidence=place % 3 == 0, evidence=place % 4 == 0)
        for place, skill in enumerate(instrument.skills)
    }


@cache
def result(level: str = LEVEL) -> dict[str, Any]:
    """A result's document, as submitting freezes it."""
    instrument = published(level)
    score = scoring.score(instrument, scoring.Answers(ratings(instrument), {}, {}))
    report = readiness_report(instrument, score, scoring.gate_statuses(instrument, "physician", GATES))
    return {"report": report, "profession": "physician", "gates_asked": True, "answered": {"skills": 31}}


@cache
def saved() -> Saved:
    """A plan of two years at five hours a week with a blocked week in between."""
    nothing = frozenset[str]()
    situation = Situation(
        levels={row["id"]: row["likely"] for row in result()["report"]["skills"]},
        profession="physician",
        gates=GATES,
        conditions=frozenset({"bachelors", "md-do", "finished-project"}),
        unavailable=nothing,
        start=date(2026, 12, 7),
        target=date(2028, 12, 31),
        hours_per_week=5.0,
        budget_usd=3000,
        blocked_weeks=frozenset({date(2027, 7, 7)}),
        open_to=frozenset({"medical-director-informatics"}),
        done=nothing,
        running=(),
        pinned=nothing,
        excluded=nothing,
    )
    document = planning.plan(published(LEVEL), situation)
    return Saved(
        document=document,
        request=plain(situation),
        rows=document["actions"],
        catalogue=catalogue(),
        instrument=published(LEVEL),
        progress={},
        result_day=date(2026, 12, 1),
    )
