"""The site with careless ways to keep an answer, which the checker has to catch: the same pages, another service.

Which of them an attempt gets, its level says.
"""

import time
from collections.abc import Callable
from threading import Thread
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import connections

from assessments.domain.form import SCENARIO, SKILL
from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.models.answers import Answer
from assessments.services import answers
from tests.reliability.history import Question, Row

ANY_KEY, BLOB, EARLY = "deputy", "cmio", "senior"

BEHIND = 0.05
"""Seconds by which a careless acknowledgement is ahead of its commit."""

Save = Callable[..., Any]


def any_key(rows: Any, new: Answer, content: dict[str, Any], sent: answers.Sent, at: Any) -> Answer:
    """Take every request for a change: nothing tells a second try from a second answer."""
    row: Answer = rows.first() or new
    row.revision = row.revision + 1 if row.pk else 1
    for name, value in (content | {"key": sent.key, "turn": sent.turn, "saved_at": at}).items():
        setattr(row, name, value)
    row.save()
    return row


def blob(_save: Save, given: dict[str, Any]) -> Answer:
    """Keep all answers of an attempt in one document: read it, change it, write it."""
    question, sent = question_of(given), given["sent"]
    kept = cache.get(place_of(question.attempt), {})
    before = kept.get(question, Row((sent.key, -1, ""), 0))
    mark = (sent.key, sent.turn, given.get("evidence") or given["choice"])
    if mark != before.mark:
        kept[question] = Row(mark, before.revision + 1)
        cache.set(place_of(question.attempt), kept, None)
    return unsaved(given)


def early(save: Save, given: dict[str, Any]) -> Answer:
    """Acknowledge first, save a moment later."""

    def save_later() -> None:
        time.sleep(BEHIND)
        try:
            save(**given)
        finally:
            connections.close_all()

    Thread(target=save_later, daemon=True).start()
    return unsaved(given)


def question_of(given: dict[str, Any]) -> Question:
    """Which question is answered."""
    kind = SKILL if "skill" in given else SCENARIO
    return Question(given["attempt"].pk, kind, given.get("skill") or given["item"])


def unsaved(given: dict[str, Any]) -> Answer:
    """What the page says was saved."""
    return (Rating if "skill" in given else ScenarioAnswer)(attempt=given["attempt"], saved_at=given["at"])


def place_of(attempt: UUID) -> str:
    """Where an attempt's document lies in the shared cache, which is a table of the database."""
    return f"answers-{attempt}"


def blobs() -> dict[Question, list[Row]]:
    """Every answer in the documents."""
    found = (cache.get(place_of(attempt), {}) for attempt in Attempt.objects.values_list("pk", flat=True))
    return {question: [row] for kept in found for question, row in kept.items()}


def careless(save: Save) -> Save:
    """The service with the twin of the attempt's level in its place."""
    twins = {BLOB: blob, EARLY: early}

    def chosen(**given: Any) -> Any:
        twin = twins.get(given["attempt"].level)
        return twin(save, given) if twin else save(**given)

    return chosen


def with_any_key(keep: Save) -> Save:
    """The inner service with its twin in its place, for answers of an attempt at that level."""

    def chosen(rows: Any, new: Any, *rest: Any) -> Any:
        is_twin = isinstance(new, Rating | ScenarioAnswer) and new.attempt.level == ANY_KEY
        return (any_key if is_twin else keep)(rows, new, *rest)

    return chosen


def install() -> None:
    """Put the twins in the place of the service."""
    wrapped = {"keep": with_any_key, "save_rating": careless, "save_choice": careless}
    for name, wrap in wrapped.items():
        setattr(answers, name, wrap(getattr(answers, name)))
