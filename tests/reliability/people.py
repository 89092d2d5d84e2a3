"""Who answers: attempts of people who are signed in and of people who are not, with two clients at work on each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from uuid import UUID, uuid4

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from assessments import snapshots
from assessments.domain.form import SCENARIO, SKILL
from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.services import attempts, tries
from tests.assessments.runs import newest
from tests.conftest import person, signed_in
from tests.reliability.history import Question, Row
from tests.reliability.wire import Door

TOKEN = "a" * 32


@dataclass(frozen=True, slots=True)
class Writer:
    """One client: by which cookie it is known, which questions it answers, and what may be chosen in a scenario."""

    session: str
    attempt: UUID
    questions: tuple[Question, ...]
    choices: dict[str, tuple[str, ...]]

    def door(self, port: int) -> Door:
        """The way in at that port."""
        return Door(port, self.session, TOKEN)


def writers(levels: Sequence[str], chance: Random, each: int = 2) -> list[Writer]:
    """`each` clients at one attempt of every level, with different questions; half the attempts have no user."""
    made: list[Writer] = []
    for place, level in enumerate(levels):
        user = person(f"writer{place}") if place % 2 else None
        attempt = attempts.start(user=user, attempt_id=uuid4(), version=newest(), level=level, at=timezone.now())
        made += _at(attempt, chance, each)
    return made


def _at(attempt: Attempt, chance: Random, each: int) -> list[Writer]:
    questions = [Question(attempt.pk, step.kind, step.id) for step in attempts.form_of(attempt).steps]
    chance.shuffle(questions)
    items = snapshots.instrument(attempt.version_id, attempt.level).items
    choices = {item.id: (*item.options, ScenarioAnswer.UNSURE) for item in items}
    session = _session(attempt)
    return [Writer(session, attempt.pk, tuple(questions[place::each]), choices) for place in range(each)]


def _session(attempt: Attempt) -> str:
    if attempt.user:
        return str(signed_in(attempt.user).cookies["sessionid"].value)
    session = SessionStore()
    tries.remember(session, attempt)
    session.create()
    return str(session.session_key)


def rows(people: Iterable[Writer]) -> dict[Question, list[Row]]:
    """Every answer that the database holds of these clients' attempts."""
    among = {writer.attempt for writer in people}
    found: dict[Question, list[Row]] = {}
    for rating in Rating.objects.filter(attempt__in=among):
        row = Row((rating.key, rating.turn, rating.evidence), rating.revision)
        found.setdefault(Question(rating.attempt_id, SKILL, rating.skill), []).append(row)
    for answer in ScenarioAnswer.objects.filter(attempt__in=among):
        row = Row((answer.key, answer.turn, answer.choice), answer.revision)
        found.setdefault(Question(answer.attempt_id, SCENARIO, answer.item), []).append(row)
    return found
