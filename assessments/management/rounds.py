"""What the worker does for mail between two calculations: digests of users, and reminders of editors."""

import logging
import time
from collections.abc import Callable
from datetime import datetime

from assessments.management.digest_mail import compose
from assessments.services import digests
from careers.management import reminders

LOOK_EVERY = 60.0
"""Seconds between two looks for what is due."""

REMIND_EVERY = 3600.0
REMIND_FROM = 12
"""Hour, UTC, from which on reminders leave: morning in America, afternoon in Europe."""

log = logging.getLogger(__name__)


class Rounds:
    """Looks for due digests once a minute and sends them one at a time, so that no calculation waits for many."""

    def __init__(self, clock: Callable[[], datetime], seconds: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.seconds = clock, seconds
        self.next_look, self.next_reminders, self.sending = seconds(), seconds(), False

    def turn(self) -> bool:
        """Send one digest, or look for what is due; True where another one may wait."""
        self._remind()
        if not self.sending and self.seconds() < self.next_look:
            return False
        try:
            if not self.sending:
                self.next_look = self.seconds() + LOOK_EVERY
                digests.make_due(at=self.clock())
            self.sending = digests.send_next(clock=self.clock, compose=compose)
        except Exception:
            # Plans are worked out whatever becomes of the mail.
            log.exception("Digests could not be sent")
            self.sending = False
        return self.sending

    def _remind(self) -> None:
        if self.seconds() < self.next_reminders or self.clock().hour < REMIND_FROM:
            return
        self.next_reminders = self.seconds() + REMIND_EVERY
        try:
            reminders.remind(self.clock)
        except Exception:
            log.exception("Reminders could not be sent")
