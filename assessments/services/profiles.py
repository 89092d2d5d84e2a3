"""The user's profile: reading it without a trace, and one write for each of its parts."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from assessments.models import BlockedWeek, HeldCondition, Profile, ProfileGate


def profile_of(user: User) -> Profile:
    """The user's profile with everything in it; one that is not saved where they have answered nothing yet."""
    return Profile.objects.whole().filter(user=user).first() or Profile(user=user)


@transaction.atomic
def save_work(*, user: User, profession: str, country: str, ehr: str) -> None:
    """Keep who the user is; with another profession other gates apply, so they have to be looked at again."""
    profile = _locked(user)
    same = profile.profession == profession
    _set(profile, profession=profession, country=country, ehr=ehr, gates_answered=profile.gates_answered and same)


@transaction.atomic
def save_gates(*, user: User, states: Mapping[str, str]) -> None:
    """Keep how the gates that were asked for stand; an empty state takes an answer back, other gates stay."""
    profile = _locked(user)
    profile.gates.filter(gate__in=states).delete()
    rows = [ProfileGate(profile=profile, gate=gate, state=state) for gate, state in states.items() if state]
    ProfileGate.objects.bulk_create(rows)
    _set(profile, gates_answered=bool(rows))


@transaction.atomic
def save_conditions(*, user: User, held: Iterable[str], ruled_out: Iterable[str]) -> None:
    """Keep which conditions the user holds and which cannot be arranged, instead of what was kept before."""
    profile = _locked(user)
    profile.conditions.all().delete()
    marks = dict.fromkeys(held, False) | dict.fromkeys(ruled_out, True)
    rows = [HeldCondition(profile=profile, condition=key, ruled_out=mark) for key, mark in marks.items()]
    HeldCondition.objects.bulk_create(rows)
    _set(profile, conditions_answered=True)


@transaction.atomic
def save_target(*, user: User, target_level: str, target_date: date | None) -> None:
    """Keep the level aimed at and the day by which."""
    _set(_locked(user), target_level=target_level, target_date=target_date)


@transaction.atomic
def save_time(
    *, user: User, hours_per_week: Decimal | None, budget_usd: int | None, blocked_weeks: Collection[date]
) -> None:
    """Keep own hours a week, own money in USD and the Mondays of the weeks in which nothing can be done."""
    profile = _locked(user)
    profile.blocked_weeks.all().delete()
    rows = [BlockedWeek(profile=profile, monday=monday) for monday in sorted(set(blocked_weeks))]
    BlockedWeek.objects.bulk_create(rows)
    _set(profile, hours_per_week=hours_per_week, budget_usd=budget_usd)


def _locked(user: User) -> Profile:
    """The user's profile, made where it is missing; a second tab that writes waits until this write is through."""
    Profile.objects.get_or_create(user=user)
    return Profile.objects.select_for_update().get(user=user)


def _set(profile: Profile, **values: Any) -> None:
    for name, value in values.items():
        setattr(profile, name, value)
    profile.save(update_fields=list(values))
