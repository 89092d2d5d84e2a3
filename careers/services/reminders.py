"""Sends reminders to those who look after content: one a week at most, whatever happens on the way."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.core.mail import EmailMessage

from careers.models import Reminder
from careers.services.posting import Lost, Refused, post

log = logging.getLogger(__name__)


def send(*, user: User, compose: Callable[[], EmailMessage], clock: Callable[[], datetime]) -> bool:
    """Send this week's message, unless the person had one; whether it was sent. Unreachable where no mail leaves."""
    reminder, is_new = Reminder.objects.get_or_create(user=user, week=monday(clock().date()))
    if not is_new:
        return False
    try:
        post(compose())
    except Lost as error:
        # It may have arrived: the week counts as done.
        log.warning("Reminder %s may be lost: %s", reminder.pk, error)
        return False
    except Refused as error:
        reminder.delete()
        log.warning("A reminder is not sent yet: %s", error)
        return False
    except Exception:
        reminder.delete()
        raise
    return True


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())
