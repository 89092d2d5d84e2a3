"""`work`"""

import os
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections
from django.utils import timezone

from assessments.services import calculations

IDLE_SECONDS = 0.5
"""How long the worker rests where nothing is to be done."""


class Command(BaseCommand):
    """Works off what is planned outside of requests, one after another, until it is told to stop."""

    help = "Work out plans that were asked for, until stopped; with --once only those that wait now."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to stop once nothing waits, and whether to stop with whoever started it."""
        parser.add_argument("--once", action="store_true")
        parser.add_argument("--with-parent", action="store_true", help="stop when the program that started it is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until stopped; what is being worked on when it is stopped by force is taken up again later."""
        self.stopping = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        parent = os.getppid()
        while not self.stopping:
            busy = calculations.work_off(timezone.now)
            close_old_connections()
            if not busy:
                if options["once"] or (options["with_parent"] and os.getppid() != parent):
                    return
                time.sleep(IDLE_SECONDS)

    def _stop(self, *_: Any) -> None:
        self.stopping = True
