"""The one place that turns rows into the domain's frozen dataclasses, in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import F, Value

from assessments.domain import instrument as domain
from assessments.domain import outline as guides
from assessments.domain.following import extras
from assessments.domain.said import Said
from assessments.domain.scoring import Answers
from assessments.domain.scoring import Rating as RatingGiven
from assessments.models import (
    CONDITIONS_OF_EHR,
    Attempt,
    EvidenceSkill,
    GateState,
    HeldCondition,
    MentorRating,
    Profile,
    ProfileGate,
    Rating,
    Revision,
    Schedule,
)
from careers.models import Edition, InstrumentVersion

Document = Mapping[str, Any]
Backing = Mapping[str, list[dict[str, str]]]
"""Evidence by the skill that it backs: the id and the title of each entry."""


def live_version(career: str, at: datetime) -> InstrumentVersion | None:
    """The instrument version of a career that is live at that time, without its document; none: not assessed."""
    versions = InstrumentVersion.objects.for_slug(career).live(at)
    return versions.select_related("catalogue__career").defer("document").first()


@lru_cache(maxsize=8)
def catalogue(version_id: int) -> Document:
    """The published document of an instrument version; it never changes, so each process reads it once."""
    document: Document = InstrumentVersion.objects.values_list("document", flat=True).get(pk=version_id)
    return document


@lru_cache(maxsize=24)
def instrument(version_id: int, level: str) -> domain.Instrument:
    """The instrument as one level of its career sees it; KeyError where the version has no such level."""
    version = InstrumentVersion.objects.select_related("catalogue__career").defer("document").get(pk=version_id)
    return domain.read(catalogue(version_id), version=version.number, career=version.catalogue.career.slug, level=level)


def levels(version_id: int) -> dict[str, str]:
    """The levels that can be assessed, by key, lowest first."""
    return {row["id"]: row["name"] for row in catalogue(version_id)["competencies"]["career_levels"]}


@lru_cache(maxsize=24)
def outline(edition_id: int, token: UUID) -> guides.Outline:
    """What an edition names; its token tells it from another that had its id before a restore."""
    document: Document = Edition.objects.values_list("document", flat=True).get(pk=edition_id, token=token)
    return guides.read(document)


def answers(attempt: Attempt, backed: Backing | None = None, mentored: Mapping[str, int] | None = None) -> Answers:
    """Everything answered in an attempt, in two queries, and two more for what backs it and mentors unless given.

    - a rating is backed by its own example, or by the user's evidence; "not had the chance" gets nothing from evidence
    - a mentor's rating stands beside the user's own, never instead of it: without one it is left out
    """
    by = backing(attempt) if backed is None else backed
    beside = mentor_ratings(attempt) if mentored is None else mentored
    ratings = {
        rating.skill: RatingGiven(rating.level, rating.low_confidence, _is_backed(rating, by))
        for rating in attempt.ratings.all()
    }
    scenarios = {answer.item: answer.choice for answer in attempt.scenario_answers.all()}
    counting = {skill: level for skill, level in beside.items() if skill in ratings}
    return Answers(ratings=ratings, mentor_ratings=counting, scenarios=scenarios)


def backing(attempt: Attempt) -> Backing:
    """The evidence that backs each skill, as id and title: as it is now, or as it counted once it is submitted."""
    if attempt.submitted_at:
        frozen: Backing = attempt.result.document.get("evidence", {})
        return frozen
    return locker(attempt.user_id) if attempt.user_id else {}


def mentor_ratings(attempt: Attempt) -> Mapping[str, int]:
    """The mentors' ratings by skill: as they are now, or as they counted once the attempt is submitted."""
    if attempt.submitted_at:
        frozen: Mapping[str, int] = attempt.result.document.get("mentor_ratings", {})
        return frozen
    return latest(given_by_mentors(attempt)) if attempt.user_id else {}


def given_by_mentors(attempt: Attempt) -> list[MentorRating]:
    """Every rating that any mentor gave, with its invitation, the oldest first, in one query."""
    rows = MentorRating.objects.filter(invitation__attempt=attempt, level__isnull=False)
    return list(rows.select_related("invitation").order_by("saved_at", "pk"))


def latest(given: Iterable[MentorRating]) -> dict[str, int]:
    """The one rating of each skill that counts where several mentors rated it: the last of those in this order."""
    return {rating.skill: rating.level for rating in given if rating.level is not None}


def locker(user_id: int) -> Backing:
    """The evidence of a user by the skill that it backs, in one query."""
    found: dict[str, list[dict[str, str]]] = {}
    rows = EvidenceSkill.objects.filter(evidence__user=user_id).order_by("evidence__created_at", "pk")
    for skill, id, title in rows.values_list("skill", "evidence", "evidence__title"):
        found.setdefault(skill, []).append({"id": str(id), "title": title})
    return found


def counted(given: Answers, backed: Backing) -> Backing:
    """What of the evidence counts in a result: that of skills which were rated, and not with "not had the chance"."""
    rated = {skill for skill, rating in given.ratings.items() if rating.level}
    return {skill: entries for skill, entries in backed.items() if skill in rated}


def gate_states(profile: Profile) -> dict[str, str]:
    """How each gate that was answered stands for the user."""
    return {gate.gate: gate.state for gate in profile.gates.all()} if profile.pk else {}


def said(user: User) -> Said:
    """Gates, conditions and actions as the user's profile and plans have them, in two queries."""
    gates = ProfileGate.objects.filter(profile__user=user).values_list(Value("gate"), "gate", "state")
    held = HeldCondition.objects.filter(profile__user=user, ruled_out=False)
    rows = list(gates.order_by().union(held.order_by().values_list(Value("held"), "condition", Value(""))))
    current = Revision.objects.filter(plan__user=user, plan__current_revision=F("pk")).only("progress")
    return Said(
        gates={key: state for kind, key, state in rows if kind == "gate"},
        held=frozenset(key for kind, key, _ in rows if kind == "held"),
        done=frozenset(action for revision in current for action in revision.done),
    )


def plan_document(schedule: Schedule) -> Document:
    """The catalogue that a schedule speaks of: its version's, with the plan's own, split and retired actions."""
    return extras.with_extras(catalogue(schedule.version_id), schedule.request.get("extras", {}))


def plan_instrument(schedule: Schedule, level: str) -> domain.Instrument:
    """The instrument that a schedule speaks of, as one level of its career sees it."""
    return extended(schedule.version_id, level, schedule.request.get("extras", {}))


def extended(version_id: int, level: str, more: Mapping[str, Any]) -> domain.Instrument:
    """The instrument of a version with extra actions; KeyError where the version has no such level."""
    plain = instrument(version_id, level)
    document = extras.with_extras(catalogue(version_id), more)
    if document is catalogue(version_id):
        return plain
    return domain.read(document, version=plain.version, career=plain.career, level=level)


def action_names(schedule: Schedule) -> dict[str, str]:
    """What the actions of a schedule are called, by key."""
    return {row["id"]: row["name"] for row in plan_document(schedule)["actions"]["actions"]}


def held_conditions(profile: Profile, version_id: int) -> frozenset[str]:
    """Conditions that the user holds: those ticked, those of a gate that they met, and those that their EHR answers."""
    met = {gate for gate, state in gate_states(profile).items() if state == GateState.MET}
    document = catalogue(version_id)
    asked = {row["id"] for row in document["competencies"]["prerequisites"] if profile.profession in row["applies_to"]}
    through_gates = {row["id"] for row in document["actions"]["conditions"] if row["prerequisite"] in met & asked}
    through_ehr = {condition for condition, ehr in CONDITIONS_OF_EHR.items() if ehr == profile.ehr}
    return frozenset(ticked(profile) | through_gates | through_ehr)


def ticked(profile: Profile) -> frozenset[str]:
    """Conditions that the user ticked as held."""
    return _conditions(profile, ruled_out=False)


def ruled_out(profile: Profile) -> frozenset[str]:
    """Conditions that cannot be arranged where the user works."""
    return _conditions(profile, ruled_out=True)


def forget() -> None:
    """Drop what this process remembers of published versions."""
    catalogue.cache_clear()
    instrument.cache_clear()
    outline.cache_clear()


def _is_backed(rating: Rating, by: Backing) -> bool:
    return bool(rating.evidence) or (rating.level > 0 and rating.skill in by)


def _conditions(profile: Profile, *, ruled_out: bool) -> frozenset[str]:
    rows = profile.conditions.all() if profile.pk else ()
    return frozenset(row.condition for row in rows if row.ruled_out == ruled_out)
