"""A readiness as the JSON of DESIGN section 7: what the command prints and what a result freezes."""

from collections.abc import Sequence
from typing import Any

from assessments.domain.instrument import Instrument
from assessments.domain.scoring import DomainScore, GateStatus, Readiness, Score, SkillScore


def readiness_report(instrument: Instrument, readiness: Readiness, gates: Sequence[GateStatus]) -> dict[str, Any]:
    """The report; scores, means and points to two decimals, probabilities to four."""
    return {
        "career": instrument.career,
        "level": instrument.level,
        "instrument": instrument.version,
        "readiness": {**_score(readiness.overall), "band": readiness.band, "complete": readiness.complete},
        "domains": [_domain(domain) for domain in readiness.domains],
        "skills": [_skill(skill) for skill in readiness.skills],
        "gates": [{"id": gate.id, "necessity": gate.necessity, "status": gate.status} for gate in gates],
        "levers": [{"skill": lever.skill, "points": round(lever.points, 2)} for lever in readiness.levers],
    }


def _score(score: Score | None) -> dict[str, float | None]:
    if score is None:
        return {"score": None, "low": None, "high": None}
    return {"score": round(score.score, 2), "low": round(score.low, 2), "high": round(score.high, 2)}


def _domain(domain: DomainScore) -> dict[str, Any]:
    return {"id": domain.id, **_score(domain.score), "answered": domain.answered, "skills": domain.skills}


def _skill(skill: SkillScore) -> dict[str, Any]:
    return {
        "id": skill.id,
        "likely": skill.likely,
        "low": skill.low,
        "high": skill.high,
        "mean": round(skill.mean, 2),
        "required": skill.required,
        "meets": round(skill.meets, 4),
        "points_lost": round(skill.points_lost, 2),
        "status": skill.status,
    }
