"""The digest by mail: how often somebody gets it, and that each is sent once, whatever happens on the way."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction

from assessments.models import Digest, Mailing
from assessments.services import mondays
from careers.services.posting import Lost, Refused, Unreachable, post

AFTER = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 4 * 60, 12 * 60))
"""How long a mailing waits after its first, second … failure; the last one counts for all that follow."""

AT_ONCE = 500
Frequency, State = Digest.Frequency, Mailing.State
Compose = Callable[[Mailing, date], EmailMessage | None]
"""Makes the message of a mailing on the day that it is for its user; None where there is nothing to send."""

log = logging.getLogger(__name__)


@transaction.atomic
def choose(*, user: User, frequency: str, zone: str, at: datetime) -> Digest:
    """Keep how often the user wants the digest, and in which time zone."""
    # Two forms that are sent at once wait for each other, so that one row is made.
    User.objects.select_for_update().get(pk=user.pk)
    digest = Digest.objects.filter(user=user).first() or Digest(user=user, changed_at=at)
    if digest.frequency != frequency:
        digest.changed_at = at
    digest.frequency, digest.zone = frequency, zone
    _with_token(digest)
    digest.save()
    return digest


def stop(*, digest: Digest, at: datetime) -> None:
    """Send no digest to this user any more; a second time changes nothing."""
    Digest.objects.filter(pk=digest.pk).exclude(frequency=Frequency.OFF).update(frequency=Frequency.OFF, changed_at=at)


def make_due(*, at: datetime) -> None:
    """Make the mailings of the present week whose time has come; those of weeks that are over are not made up for."""
    running = Digest.objects.running()
    for zone in running.order_by().values_list("zone", flat=True).distinct():
        monday, since = mondays.present(at, zone)
        if at < since:
            continue
        wanted = running.filter(zone=zone, changed_at__lte=since).without(monday)
        if not mondays.is_first_of_month(monday):
            wanted = wanted.filter(frequency=Frequency.WEEKLY)
        # Another worker may make the same ones now: the first of both stays.
        rows = [Mailing(digest=digest, monday=monday, next_try_at=at) for digest in wanted]
        Mailing.objects.bulk_create(rows, ignore_conflicts=True, batch_size=AT_ONCE)


def send_next(*, clock: Callable[[], datetime], compose: Compose) -> bool:
    """Send the mailing that has waited longest; False where none waits, or where the mail server cannot be had now."""
    taken = _take(clock())
    if taken is None:
        return False
    try:
        message = _message(taken, compose, clock())
        if message:
            post(message)
    except Lost as error:
        # It may have arrived: it stays as it is, and is not sent again.
        log.warning("%s may be lost: %s", taken, error)
        return True
    except Exception as error:
        if isinstance(error, Unreachable | Refused):
            log.warning("%s is not sent yet: %s", taken, error)
        else:
            log.exception("%s cannot be made", taken)
        _postpone(taken, clock())
        return not isinstance(error, Unreachable)
    if message:
        _turn(taken, State.SENT, sent_at=clock())
    else:
        _turn(taken, State.DROPPED)
    return True


def _message(taken: Mailing, compose: Compose, at: datetime) -> EmailMessage | None:
    """The message of a mailing; None where it is of no use any more."""
    digest = taken.digest
    is_late = mondays.is_over(taken.monday, at, digest.zone)
    if is_late or digest.frequency == Frequency.OFF or not digest.user.is_active:
        return None
    if _with_token(digest):
        digest.save(update_fields=["nonce", "digest"])
    return compose(taken, mondays.local_day(at, digest.zone))


def _take(at: datetime) -> Mailing | None:
    """The next one, marked as being sent; several workers never take the same."""
    for candidate in Mailing.objects.to_send(at)[:10]:
        mine = Mailing.objects.filter(pk=candidate.pk, state=State.WAITING, tries=candidate.tries)
        if mine.update(state=State.SENDING, tries=candidate.tries + 1):
            candidate.state, candidate.tries = State.SENDING, candidate.tries + 1
            return candidate
    return None


def _postpone(taken: Mailing, at: datetime) -> None:
    wait = AFTER[min(taken.tries, len(AFTER)) - 1]
    _turn(taken, State.WAITING, next_try_at=at + wait)


def _turn(taken: Mailing, state: Mailing.State, **changes: datetime) -> None:
    """Keep what became of it, unless it was deleted meanwhile."""
    Mailing.objects.filter(pk=taken.pk, state=State.SENDING).update(state=state, **changes)


def _with_token(digest: Digest) -> bool:
    """Give the digest an address to stop it by where it has none, or one that nobody can tell any more."""
    if digest.digest and digest.token:
        return False
    digest.renew()
    return True
