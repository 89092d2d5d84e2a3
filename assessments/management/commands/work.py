"""`work`"""

import os
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from assessments.management.rounds import Rounds
from assessments.services import calculations

IDLE_SECONDS = 0.5
"""How long the worker rests where nothing is to be done."""


class Command(BaseCommand):
    """Works off what is planned outside of requests, and sends digests in between, until it is told to stop."""

    help = "Work out plans that were asked for and send digests, until stopped; with --once only what waits now."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stop once nothing waits, and whether to stop with whoever started it."""
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--with-parent", action="store_true", help="stop when the program that started it is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until stopped; what is being worked on when it is stopped by force is taken up again later."""
        self.stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        parent, rounds = os.getppid(), Rounds(timezone.now)
        while not self.stopping:
            busy = calculations.work_off(timezone.now)
            busy = rounds.turn() or busy
            close_old_connections()
            if not busy:
                if options["once"] or (options["with_parent"] and os.getppid() != parent):
                    return
                time.sleep(IDLE_SECONDS)

    def _stop(self, *_: Any) -> None:
        self.stopping = True
