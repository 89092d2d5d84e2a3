"""First attempts at one version of an instrument, read for statistics in a fixed number of queries.

First is first over all versions of the instrument: whoever comes back has seen the scenarios and their reasons. An
attempt that nobody claimed has no person in common with any other and counts as a person of its own.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from assessments.domain.statistics import Chosen, Rated, Sitting
from assessments.domain.statistics.leaving import Question
from assessments.models import Attempt, Rating, ScenarioAnswer
from assessments.services.attempts import form_of
from careers.models import InstrumentVersion

IDLE = timedelta(days=1)
"""Whoever has not answered for so long has stopped."""

ALL_ANSWERED = ("all answered", "")
"""Where somebody stopped who had only to submit."""


def versions(version: InstrumentVersion) -> list[InstrumentVersion]:
    """All versions of the same instrument, the newest first, without their documents."""
    return list(InstrumentVersion.objects.filter(catalogue=version.catalogue_id).defer("document").order_by("-number"))


def sittings(version: InstrumentVersion) -> list[Sitting]:
    """The answers of everybody whose first submitted attempt is a full form of this version, in two queries."""
    first = _first_submitted(version).filter(form=Attempt.Form.FULL).values("pk")
    people: dict[Any, Sitting] = {}
    ratings = Rating.objects.filter(attempt__in=first)
    for attempt, skill, level, low, seconds in ratings.values_list(
        "attempt", "skill", "level", "low_confidence", "seconds"
    ):
        _of(people, attempt).ratings[skill] = Rated(level, low, seconds)  # type: ignore[index]
    choices = ScenarioAnswer.objects.filter(attempt__in=first)
    for attempt, item, choice, seconds in choices.values_list("attempt", "item", "choice", "seconds"):
        _of(people, attempt).choices[item] = Chosen(choice, seconds)  # type: ignore[index]
    return list(people.values())


def quick_checks(version: InstrumentVersion) -> int:
    """How many people's first submitted attempt is a quick check of this version."""
    return _first_submitted(version).filter(form=Attempt.Form.QUICK).count()


def open_first(version: InstrumentVersion, at: datetime) -> list[Question]:
    """For everybody who stopped in their first attempt at any version: which question was open first, in three queries.

    Only those who stopped at this version; `ALL_ANSWERED` where no question was open.
    """
    return [_open_first(attempt) for attempt in _first_unsubmitted(version, at) if _last_answer(attempt) < at - IDLE]


def _of(people: dict[Any, Sitting], attempt: Any) -> Sitting:
    return people.setdefault(attempt, Sitting({}, {}))


def _first_submitted(version: InstrumentVersion) -> QuerySet[Attempt]:
    submitted = Attempt.objects.filter(submitted_at__isnull=False).order_by()
    return submitted.filter(~Exists(_earlier(submitted, version, "submitted_at")), version=version)


def _first_unsubmitted(version: InstrumentVersion, at: datetime) -> QuerySet[Attempt]:
    begun = Attempt.objects.order_by()
    first = begun.filter(~Exists(_earlier(begun, version, "started_at")), version=version, submitted_at__isnull=True)
    return first.filter(started_at__lt=at - IDLE).prefetch_related("ratings", "scenario_answers")


def _earlier(attempts: QuerySet[Attempt], version: InstrumentVersion, moment: str) -> QuerySet[Attempt]:
    same_moment = Q(**{moment: OuterRef(moment)}, pk__lt=OuterRef("pk"))
    return attempts.filter(
        Q(**{f"{moment}__lt": OuterRef(moment)}) | same_moment,
        user=OuterRef("user"),
        version__catalogue=version.catalogue_id,
    )


def _last_answer(attempt: Attempt) -> datetime:
    answers = (*attempt.ratings.all(), *attempt.scenario_answers.all())
    return max([attempt.started_at, *(answer.saved_at for answer in answers)])


def _open_first(attempt: Attempt) -> Question:
    step = form_of(attempt).first_open()
    return (step.kind, step.id) if step else ALL_ANSWERED
