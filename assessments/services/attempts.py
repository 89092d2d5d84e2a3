"""Writes on attempts: start and submit; what they hold."""

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
from assessments.models.attempts import AttemptQuerySet
from careers.models import InstrumentVersion


class IdUnusable(Exception):
    """The id names another attempt, of somebody else or at another level: a fresh form has to be sent."""


class SkillsOpen(Exception):
    """The attempt cannot be submitted while skills are not rated."""

    def __init__(self, skills: tuple[Skill, ...]) -> None:
        super().__init__(f"{len(skills)} skills are not rated")
        self.skills = skills


def start(
    *,
    user: User | None,
    attempt_id: UUID,
    version: InstrumentVersion,
    level: str,
    at: datetime,
    kind: str = Attempt.Form.FULL,
    is_theirs: bool = True,
) -> Attempt:
    """Start an attempt under an id that was made before, so that sending the form twice makes one.

    - user: none for somebody who has not signed in
    - is_theirs: whether they may go on with an attempt of that id that exists already
    """
    values = {"user": user, "version": version, "level": level, "form": kind, "started_at": at}
    attempt, is_new = Attempt.objects.get_or_create(pk=attempt_id, defaults=values)
    same = (attempt.user_id, attempt.level, attempt.form) == (user.pk if user else None, level, kind)
    if not same or not (is_new or is_theirs):
        raise IdUnusable
    return attempt


def with_counts(attempts: AttemptQuerySet) -> list[tuple[Attempt, int]]:
    """The attempts, each with its number of answered questions, in one query."""
    answered = _count(Rating) + _count(ScenarioAnswer)
    found: QuerySet[Any] = attempts.annotate(answered=answered)
    return [(attempt, attempt.answered) for attempt in found]


def newest(user: User, career: str) -> tuple[Attempt | None, tuple[Attempt, int] | None]:
    """The user's last submitted attempt at a career, and the last open one with its number of rated skills.

    One query, whatever the number of attempts.
    """
    mine = Attempt.objects.filter(user=user, version__catalogue__career__slug=career)
    submitted = mine.exclude(submitted_at=None).order_by("-submitted_at").values("pk")[:1]
    unfinished = mine.filter(submitted_at=None).order_by("-started_at").values("pk")[:1]
    found: QuerySet[Any] = Attempt.objects.for_user(user).filter(Q(pk__in=submitted) | Q(pk__in=unfinished))
    last: Attempt | None = None
    begun: tuple[Attempt, int] | None = None
    for attempt in found.annotate(rated=_count(Rating)):
        if attempt.submitted_at:
            last = attempt
        else:
            begun = (attempt, attempt.rated)
    return last, begun


def form_of(attempt: Attempt) -> form.Form:
    """The attempt's questions and which of them are answered, in two queries."""
    instrument = snapshots.instrument(attempt.version_id, attempt.level)
    # Evidence and what a mentor says change the score, never what is asked.
    return form.build(instrument, snapshots.answers(attempt, backed={}, mentored={}), attempt.form)


@transaction.atomic
def submit(*, attempt: Attempt, at: datetime) -> Result:
    """Score and freeze the attempt; a second time gives the first result, SkillsOpen where a rating is missing.

    A quick check needs one rating in each domain, a full form all.
    """
    rows = Attempt.objects.select_for_update().prefetch_related("ratings", "scenario_answers")
    locked = rows.get(pk=attempt.pk)
    if locked.submitted_at:
        return Result.objects.get(attempt=locked)
    instrument = snapshots.instrument(locked.version_id, locked.level)
    # Read once, so that what counted and what is said to have counted are the same.
    backing = snapshots.backing(locked)
    answers = snapshots.answers(locked, backing)
    asked = form_of(locked)
    if asked.missing:
        raise SkillsOpen(asked.missing)
    document = _scored(instrument, answers, locked) | _gone_through(asked, answers)
    document["evidence"] = snapshots.counted(answers, backing)
    document["mentor_ratings"] = dict(answers.mentor_ratings)
    # A clock that was set back must not cost anybody their result.
    locked.submitted_at = max(at, locked.started_at)
    locked.save(update_fields=["submitted_at"])
    return Result.objects.create(attempt=locked, document=document, created_at=locked.submitted_at)


def results_up_to(attempt: Attempt) -> QuerySet[Result]:
    """The results of one person against the same level of the same career, up to this attempt's, oldest first."""
    # Attempts that nobody claimed have no person in common.
    whose = {"attempt__user": attempt.user_id} if attempt.user_id else {"attempt": attempt}
    return Result.objects.filter(
        **whose,
        attempt__level=attempt.level,
        attempt__version__catalogue=attempt.version.catalogue_id,
        created_at__lte=attempt.result.created_at,
    ).order_by("created_at")


def _count(answers: type[Rating] | type[ScenarioAnswer]) -> Coalesce:
    """How many of these answers an attempt has, as a part of the query that reads it."""
    rows = answers.objects.filter(attempt=OuterRef("pk")).values("attempt").annotate(answered=Count("pk"))
    return Coalesce(Subquery(rows.values("answered")), 0)


def _scored(instrument: Instrument, answers: scoring.Answers, attempt: Attempt) -> dict[str, Any]:
    profile = Profile.objects.filter(user=attempt.user_id).first() or Profile()
    states = snapshots.gate_states(profile) if profile.pk else {}
    gates = scoring.gate_statuses(instrument, profile.profession, states)
    return {
        "report": readiness_report(instrument, scoring.score(instrument, answers), gates),
        "profession": profile.profession,
        "gates_asked": bool(profile.profession and profile.gates_answered),
    }


def _gone_through(asked: form.Form, answers: scoring.Answers) -> dict[str, Any]:
    """What was asked and answered, and what was left out."""
    left_out = asked.left_out
    return {
        "form": asked.kind,
        "answered": _answered(asked, answers),
        "left_out": {
            "skills": [skill.id for skill in left_out.skills],
            "items": [item.id for item in left_out.items],
        },
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
