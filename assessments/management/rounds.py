"""What the worker does for digests between two calculations."""

import logging
import time
from collections.abc import Callable
from datetime import datetime

from assessments.management.digest_mail import compose
from assessments.services import digests

LOOK_EVERY = 60.0
"""Seconds between two looks for what is due."""

log = logging.getLogger(__name__)


class Rounds:
    """Looks for due digests once a minute and sends them one at a time, so that no calculation waits for many."""

    def __init__(self, clock: Callable[[], datetime], seconds: Callable[[], float] = time.monotonic) -> None:
        self.clock, self.seconds = clock, seconds
        self.next_look, self.sending = seconds(), False

    def turn(self) -> bool:
        """Send one digest, or look for what is due; True where another one may wait."""
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
