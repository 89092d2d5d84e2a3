"""Digests as tests of them need them: a clock that stands still, a worker, and what arrived twice."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.mail import EmailMessage

from assessments.models import Digest, Mailing
from assessments.services import digests
from tests import mail_server

SUNDAY = datetime(2026, 12, 6, 12, tzinfo=UTC)
MONDAY = datetime(2026, 12, 7, 7, tzinfo=UTC)
A_MINUTE, A_DAY, A_WEEK = timedelta(minutes=1), timedelta(days=1), timedelta(days=7)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = MONDAY) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def compose(mailing: Mailing, today: date) -> EmailMessage:
    return EmailMessage(f"Week of {mailing.monday}", str(today), "coach@example.org", [mailing.digest.user.email])


def chosen(user: User, frequency: str = "weekly", zone: str = "UTC", at: datetime = SUNDAY) -> Digest:
    return digests.choose(user=user, frequency=frequency, zone=zone, at=at)


def work(clock: Clock, until: datetime, step: timedelta = timedelta(minutes=30), compose: Any = compose) -> None:
    """What a worker does until then: look, and send what waits, as often as once a step."""
    while clock.at < until:
        digests.make_due(at=clock())
        for _ in range(20):
            if not digests.send_next(clock=clock, compose=compose):
                break
        clock.at += step


def twice(server: mail_server.Server) -> list[tuple[str, str]]:
    """What somebody got more than once."""
    got = [(str(taken["To"]), str(taken["Subject"])) for taken in server.taken]
    return [mail for mail in set(got) if got.count(mail) > 1]
