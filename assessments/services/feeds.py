"""Writes on the calendar of a plan: its secret address, and the weekly hour in it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from assessments.models import Feed, Plan


@dataclass(frozen=True, slots=True)
class WeeklyHour:
    """When the user works on the plan each week: weekday 0 is Monday, None is no fixed hour; zone is an IANA name."""

    weekday: int | None
    hour: int
    minute: int
    zone: str


@transaction.atomic
def make(*, plan: Plan, weekly: WeeklyHour, at: datetime) -> Feed:
    """The plan's calendar with this weekly hour; where there is one already, its address stays."""
    # Two forms that are sent at once wait for each other, so that a plan has one address.
    Plan.objects.select_for_update().get(pk=plan.pk)
    feed = Feed.objects.filter(plan=plan).first()
    if feed is None:
        feed = Feed(plan=plan, created_at=at)
        feed.renew()
    _set(feed, weekly)
    feed.save()
    return feed


@transaction.atomic
def set_weekly(*, plan: Plan, weekly: WeeklyHour) -> bool:
    """Change the weekly hour; False where the calendar was closed meanwhile, which makes no new address."""
    feed = Feed.objects.select_for_update().filter(plan=plan).first()
    if feed is None:
        return False
    _set(feed, weekly)
    feed.save(update_fields=["weekday", "hour", "minute", "zone"])
    return True


@transaction.atomic
def renew(*, plan: Plan) -> bool:
    """Give the calendar another address, after which the old one opens nothing; False where there is none."""
    feed = Feed.objects.select_for_update().filter(plan=plan).first()
    if feed is None:
        return False
    feed.renew()
    feed.save(update_fields=["nonce", "digest"])
    return True


@transaction.atomic
def close(*, plan: Plan) -> None:
    """Close the address for good; a second time changes nothing."""
    Feed.objects.filter(plan=plan).delete()


def _set(feed: Feed, weekly: WeeklyHour) -> None:
    feed.weekday, feed.hour, feed.minute, feed.zone = weekly.weekday, weekly.hour, weekly.minute, weekly.zone
