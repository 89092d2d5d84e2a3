"""The user's attempts as the list shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from assessments.presentation.terms import BANDS, span, whole
from assessments.presentation.words import day


class AttemptMade(Protocol):
    """What the list reads of an attempt; a submitted one has a result."""

    level: str
    started_at: datetime
    submitted_at: datetime | None
    result: Any

    def get_absolute_url(self) -> str:
        """Where it goes on."""
        ...


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt: how far it is, and its readiness once it is submitted."""

    url: str
    level_name: str
    started: str
    submitted: str
    answered: int
    total: int
    score: int | None
    band: str
    range_words: str


def attempt_row(attempt: AttemptMade, answered: int, document: Mapping[str, Any]) -> AttemptRow:
    """The row of an attempt with that many rated skills, made with that catalogue document."""
    competencies = document["competencies"]
    names = {level["id"]: level["name"] for level in competencies["career_levels"]}
    readiness = attempt.result.document["report"]["readiness"] if attempt.submitted_at else None
    return AttemptRow(
        url=attempt.get_absolute_url(),
        level_name=names[attempt.level],
        started=day(attempt.started_at),
        submitted=day(attempt.submitted_at) if attempt.submitted_at else "",
        answered=answered,
        total=len(competencies["skills"]),
        score=whole(readiness["score"]) if readiness else None,
        band=BANDS[readiness["band"]] if readiness else "",
        range_words=span(whole(readiness["low"]), whole(readiness["high"])) if readiness else "",
    )
