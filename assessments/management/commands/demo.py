"""A user with a profile, evidence, an attempt, a result and a plan with some history, made the way users make them."""

import secrets
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import NAMESPACE_DNS, UUID, uuid5

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from assessments import snapshots
from assessments.domain.instrument import Item
from assessments.domain.persona.request import PlanRequest
from assessments.domain.planning.calendar import first_monday
from assessments.domain.quick import SECONDS_A_QUESTION
from assessments.management import demonstration
from assessments.management.followed import follow
from assessments.models import Attempt, Plan, Result
from assessments.services import answers, attempts, evidence, plans, profiles
from assessments.services.answers import Sent
from careers.models import InstrumentVersion
from careers.services import ASSESSED_CAREER


class Command(BaseCommand):
    """`demo`"""

    help = (
        "Make a user with a profile, evidence, an attempt, a result and a plan that is followed; "
        "a second run only sets a new password."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing and print how to log in."""
        if settings.HTTPS:
            raise CommandError(
                "HTTPS is on, so this site may be open to others: no account with a printed password is made here."
            )
        now = timezone.now()
        version = snapshots.live_version(ASSESSED_CAREER, now)
        if version is None:
            raise CommandError("There is nothing to assess yet: load the content first (make content).")
        password = secrets.token_urlsafe(12)
        user = _user(password)
        began = now - timedelta(weeks=demonstration.WEEKS_AGO)
        plan = Plan.objects.for_user(user).first() or _plan(user, _result(user, version, began), began)
        follow(plan, partial(_id, user), now)
        self.stdout.write(f"E-mail:   {demonstration.EMAIL}\nPassword: {password}")
        self.stdout.write(f"Log in at {reverse('account_login')}, then see {plan.get_absolute_url()}")


def _user(password: str) -> User:
    addresses = EmailAddress.objects.filter(email=demonstration.EMAIL)
    if addresses.exclude(user__username=demonstration.EMAIL).exists():
        raise CommandError(f"{demonstration.EMAIL} is somebody's own account here: nothing was made.")
    user, _ = User.objects.get_or_create(username=demonstration.EMAIL, defaults={"email": demonstration.EMAIL})
    user.set_password(password)
    user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(
        user=user, email=demonstration.EMAIL, defaults={"verified": True, "primary": True}
    )
    return user


def _result(user: User, version: InstrumentVersion, at: datetime) -> Result:
    _fill_profile(user, at)
    _fill_locker(user, at)
    attempt = attempts.start(
        user=user, attempt_id=_id(user, "attempt"), version=version, level=demonstration.LEVEL, at=at
    )
    if attempt.submitted_at is None:
        _answer(attempt, at)
    return attempts.submit(attempt=attempt, at=at)


def _fill_profile(user: User, at: datetime) -> None:
    profiles.save_work(user=user, profession="physician", country="US", ehr="epic")
    states = dict.fromkeys(demonstration.GATES_MET, "met") | dict.fromkeys(
        demonstration.GATES_IN_PROGRESS, "in_progress"
    )
    profiles.save_gates(user=user, states=states)
    profiles.save_conditions(user=user, held=demonstration.CONDITIONS, ruled_out=demonstration.RULED_OUT)
    target = first_monday(at.date()) + timedelta(days=365 * demonstration.YEARS)
    profiles.save_target(user=user, target_level=demonstration.LEVEL, target_date=target)
    profiles.save_time(
        user=user,
        hours_per_week=Decimal(demonstration.HOURS_PER_WEEK),
        budget_usd=demonstration.BUDGET_USD,
        blocked_weeks=[first_monday(at.date()) + timedelta(weeks=20)],
    )


def _fill_locker(user: User, at: datetime) -> None:
    for name, done in demonstration.EVIDENCE.items():
        id = _id(user, name)
        day = at.date() - timedelta(days=done.days_ago)
        entry = evidence.Entry(done.title, day, done.what, done.outcome, skills=done.skills)
        evidence.save(user=user, id=id, page=evidence.Page(id, 0), entry=entry, at=at)


def _answer(attempt: Attempt, at: datetime) -> None:
    usual = demonstration.Answer(demonstration.USUAL_LEVEL)
    sent = Sent(attempt.pk, shown_at=at - timedelta(seconds=SECONDS_A_QUESTION))
    for skill in attempts.form_of(attempt).skills:
        answer = demonstration.ANSWERS.get(skill.id, usual)
        answers.save_rating(
            attempt=attempt,
            skill=skill.id,
            level=answer.level,
            low_confidence=answer.low_confidence,
            evidence=answer.evidence,
            sent=sent,
            at=at,
        )
    for place, item in enumerate(attempts.form_of(attempt).items):
        answers.save_choice(attempt=attempt, item=item.id, choice=_choice(item, place), sent=sent, at=at)


def _choice(item: Item, place: int) -> str:
    outcome = demonstration.SCENARIO_PATTERN[place % len(demonstration.SCENARIO_PATTERN)]
    if outcome == "unsure":
        return outcome
    return item.key if outcome == "right" else next(option for option in item.options if option != item.key)


def _plan(user: User, result: Result, at: datetime) -> Plan:
    profile = profiles.profile_of(user)
    start = first_monday(at.date() + timedelta(days=1))
    given = PlanRequest(
        start=start,
        target=profile.target_date or start,
        hours_per_week=demonstration.HOURS_PER_WEEK,
        budget_usd=demonstration.BUDGET_USD,
        blocked_weeks=frozenset(week.monday for week in profile.blocked_weeks.all()),
        open_to=frozenset(demonstration.OPEN_TO),
        done=frozenset(),
        pinned=frozenset(),
        excluded=frozenset(),
        running=(),
    )
    return plans.build_plan(
        user=user,
        id=_id(user, "plan"),
        result=result,
        standing=plans.standing(result, profile),
        given=given,
        unavailable=snapshots.ruled_out(profile),
        at=at,
    )


def _id(user: User, thing: str) -> UUID:
    """The same id on every run, so that nothing is made twice."""
    return uuid5(NAMESPACE_DNS, f"{user.pk}.{thing}.{demonstration.EMAIL}")
