"""Writes on attempts: start, answer, submit."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from assessments import snapshots
from assessments.domain import form, scoring
from assessments.domain.instrument import Instrument, Skill
from assessments.domain.report import readiness_report
from assessments.models import Attempt, Profile, Rating, Result, ScenarioAnswer
from careers.models import InstrumentVersion


class IdUnusable(Exception):
    """The id names another attempt, of somebody else or at another level: a fresh form has to be sent."""


class AttemptClosed(Exception):
    """The attempt was submitted: its answers never change again."""


class SkillsOpen(Exception):
    """The attempt cannot be submitted while skills are not rated."""

    def __init__(self, skills: tuple[Skill, ...]) -> None:
        super().__init__(f"{len(skills)} skills are not rated")
        self.skills = skills


def start(*, user: User, attempt_id: UUID, version: InstrumentVersion, level: str, at: datetime) -> Attempt:
    """Start an attempt under an id that was made before, so that sending the form twice makes one."""
    attempt, _ = Attempt.objects.get_or_create(
        pk=attempt_id, defaults={"user": user, "version": version, "level": level, "started_at": at}
    )
    if (attempt.user_id, attempt.level) != (user.pk, level):
        raise IdUnusable
    return attempt


def attempts_of(user: User) -> list[tuple[Attempt, int]]:
    """The user's attempts, newest first, each with its number of rated skills, in two queries."""
    counts = dict(Rating.objects.filter(attempt__user=user).values_list("attempt").annotate(Count("pk")))
    return [(attempt, counts.get(attempt.pk, 0)) for attempt in Attempt.objects.for_user(user)]


def newest(user: User, career: str) -> tuple[Attempt | None, tuple[Attempt, int] | None]:
    """The user's last submitted attempt at a career, and the last open one with its number of rated skills.

    One query, whatever the number of attempts.
    """
    mine = Attempt.objects.filter(user=user, version__catalogue__career__slug=career)
    submitted = mine.exclude(submitted_at=None).order_by("-submitted_at").values("pk")[:1]
    unfinished = mine.filter(submitted_at=None).order_by("-started_at").values("pk")[:1]
    ratings = Rating.objects.filter(attempt=OuterRef("pk")).values("attempt").annotate(rated=Count("pk"))
    rated = Coalesce(Subquery(ratings.values("rated")), 0)
    found: QuerySet[Any] = Attempt.objects.for_user(user).filter(Q(pk__in=submitted) | Q(pk__in=unfinished))
    last: Attempt | None = None
    begun: tuple[Attempt, int] | None = None
    for attempt in found.annotate(rated=rated):
        if attempt.submitted_at:
            last = attempt
        else:
            begun = (attempt, attempt.rated)
    return last, begun


def form_of(attempt: Attempt) -> form.Form:
    """The attempt's questions and which of them are answered, in two queries."""
    return form.build(snapshots.instrument(attempt.version_id, attempt.level), snapshots.answers(attempt))


@transaction.atomic
def save_rating(
    *, attempt: Attempt, skill: str, level: int, low_confidence: bool, evidence: str, at: datetime
) -> Rating:
    """Keep the answer on one skill, new or changed, as one row; AttemptClosed after submission."""
    _lock_open(attempt)
    values = {"level": level, "low_confidence": low_confidence, "evidence": evidence, "saved_at": at}
    return Rating.objects.update_or_create(attempt=attempt, skill=skill, defaults=values)[0]


@transaction.atomic
def save_choice(*, attempt: Attempt, item: str, choice: str, at: datetime) -> ScenarioAnswer:
    """Keep the answer on one scenario, new or changed, as one row; AttemptClosed after submission."""
    _lock_open(attempt)
    values = {"choice": choice, "saved_at": at}
    return ScenarioAnswer.objects.update_or_create(attempt=attempt, item=item, defaults=values)[0]


@transaction.atomic
def submit(*, attempt: Attempt, at: datetime) -> Result:
    """Score and freeze the attempt; a second time gives the first result, SkillsOpen where a rating is missing."""
    locked = Attempt.objects.select_for_update().get(pk=attempt.pk)
    if locked.submitted_at:
        return Result.objects.get(attempt=locked)
    instrument = snapshots.instrument(locked.version_id, locked.level)
    answers = snapshots.answers(locked)
    asked = form.build(instrument, answers)
    if asked.open_skills:
        raise SkillsOpen(asked.open_skills)
    document = _scored(instrument, answers, locked) | {"answered": _answered(asked, answers)}
    # A clock that was set back must not cost anybody their result.
    locked.submitted_at = max(at, locked.started_at)
    locked.save(update_fields=["submitted_at"])
    return Result.objects.create(attempt=locked, document=document, created_at=locked.submitted_at)


def results_up_to(attempt: Attempt) -> QuerySet[Result]:
    """The user's results against the same level of the same career, up to this attempt's, oldest first."""
    return Result.objects.filter(
        attempt__user=attempt.user_id,
        attempt__level=attempt.level,
        attempt__version__catalogue=attempt.version.catalogue_id,
        created_at__lte=attempt.result.created_at,
    ).order_by("created_at")


def _lock_open(attempt: Attempt) -> None:
    """Answers and submission of one attempt wait for each other, so that none slips in behind the score."""
    if Attempt.objects.select_for_update().get(pk=attempt.pk).submitted_at:
        raise AttemptClosed


def _scored(instrument: Instrument, answers: scoring.Answers, attempt: Attempt) -> dict[str, Any]:
    profile = Profile.objects.filter(user=attempt.user_id).first() or Profile()
    states = snapshots.gate_states(profile) if profile.pk else {}
    gates = scoring.gate_statuses(instrument, profile.profession, states)
    return {
        "report": readiness_report(instrument, scoring.score(instrument, answers), gates),
        "profession": profile.profession,
        "gates_asked": bool(profile.profession and profile.gates_answered),
    }


def _answered(asked: form.Form, answers: scoring.Answers) -> dict[str, int]:
    ratings = answers.ratings.values()
    outcomes = [
        scoring.outcome_of(item, answers.scenarios[item.id]) for item in asked.items if item.id in answers.scenarios
    ]
    return {
        "skills": len(answers.ratings),
        "with_example": sum(rating.evidence for rating in ratings),
        "low_confidence": sum(rating.low_confidence for rating in ratings),
        "no_chance": sum(rating.level == 0 for rating in ratings),
        "scenarios": len(asked.items),
        "scenarios_answered": len(outcomes),
        "scenarios_right": outcomes.count("right"),
    }
