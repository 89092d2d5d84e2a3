"""The user's attempts as the list shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any, Protocol

from assessments.domain import form
from assessments.domain.instrument import Instrument
from assessments.domain.quick import SECONDS_A_QUESTION
from assessments.domain.scoring import Answers
from assessments.presentation.terms import BANDS, span, whole
from assessments.presentation.words import day

NOTHING = Answers({}, {}, {})


class AttemptMade(Protocol):
    """What the list reads of an attempt; a submitted one has a result."""

    level: str
    form: str
    started_at: datetime
    submitted_at: datetime | None
    result: Any

    def get_absolute_url(self) -> str:
        """Where it goes on."""
        ...


@dataclass(frozen=True, slots=True)
class AttemptRow:
    """One attempt: how many questions are answered, and its readiness once it is submitted."""

    url: str
    level_name: str
    is_quick: bool
    started: str
    submitted: str
    answered: int
    score: int | None
    band: str
    range_words: str


@dataclass(frozen=True, slots=True)
class FormChoice:
    """A form as the start page offers it: what it asks and how many minutes that takes."""

    value: str
    name: str
    about: str
    minutes: int


def attempt_row(attempt: AttemptMade, answered: int, document: Mapping[str, Any]) -> AttemptRow:
    """The row of an attempt with that many answers, made with that catalogue document."""
    names = {level["id"]: level["name"] for level in document["competencies"]["career_levels"]}
    readiness = attempt.result.document["report"]["readiness"] if attempt.submitted_at else None
    return AttemptRow(
        url=attempt.get_absolute_url(),
        level_name=names[attempt.level],
        is_quick=attempt.form == form.QUICK,
        started=day(attempt.started_at),
        submitted=day(attempt.submitted_at) if attempt.submitted_at else "",
        answered=answered,
        score=whole(readiness["score"]) if readiness else None,
        band=BANDS[readiness["band"]] if readiness else "",
        range_words=span(whole(readiness["low"]), whole(readiness["high"])) if readiness else "",
    )


def form_choices(levels: Sequence[Instrument]) -> tuple[FormChoice, ...]:
    """The full form and the quick check, with the fewest questions that any of the levels asks."""
    full, check = (min(form.build(level, NOTHING, kind).total for level in levels) for kind in (form.FULL, form.QUICK))
    skills = len(levels[0].skills)
    return (
        FormChoice(
            form.FULL,
            "Full assessment",
            f"All {skills} skills, then scenarios on those that count most or you rate high: {full} questions or more.",
            _minutes(full),
        ),
        FormChoice(
            form.QUICK,
            "Quick check",
            f"{check} questions: one skill of each domain, then whatever tells most. The range of your score is wider.",
            _minutes(check),
        ),
    )


def _minutes(questions: int) -> int:
    return ceil(questions * SECONDS_A_QUESTION / 60)
