"""`work`"""

import logging
import os
import signal
import time
from threading import Thread
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error, close_old_connections, connection
from django.utils import timezone

from assessments.management.rounds import Rounds
from assessments.services import calculations

IDLE_SECONDS = 0.5
"""How long the worker rests where nothing is to be done."""

OUTAGE_SECONDS = 5.0
"""How long it rests where the database does not answer."""

log = logging.getLogger(__name__)


class Command(BaseCommand):
    """Works off what is planned outside of requests, and sends digests in between, until it is told to stop."""

    help = "Work out plans that were asked for and send digests, until stopped; with --once only what waits now."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stop once nothing waits, and whether to stop with the program that started it."""
        parser.add_argument("--once", action="store_true")
        parser.add_argument(
            "--with-parent", type=int, metavar="PID", help="stop when the program of that number, its parent, is gone"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until stopped; a calculation that is under way then is left to the next worker at once."""
        self.stopping = self.calculating = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        if options["with_parent"]:
            Thread(target=_follow, args=(options["with_parent"],), daemon=True).start()
        rounds = Rounds(timezone.now)
        while not self.stopping:
            busy = self._calculate(options["once"])
            busy = rounds.turn() or busy
            close_old_connections()
            if not busy:
                if options["once"]:
                    return
                time.sleep(IDLE_SECONDS)

    def _calculate(self, once: bool) -> bool:
        self.calculating = True
        try:
            return calculations.work_off(timezone.now)
        except Error:
            if once:
                raise
            log.exception("The database did not answer")
            connection.close()
            time.sleep(OUTAGE_SECONDS)
            return False
        finally:
            self.calculating = False

    def _stop(self, *_: Any) -> None:
        self.stopping = True
        if self.calculating:
            # Nothing else is given up in the middle: what is half sent cannot be sent again.
            self.calculating = False
            raise SystemExit


def _follow(parent: int) -> None:
    """Stop this process as soon as its parent is gone."""
    while os.getppid() == parent:
        time.sleep(IDLE_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
