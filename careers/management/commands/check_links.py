"""`check_links`"""

from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from careers.links.cited import cited
from careers.links.fetching import Fetcher
from careers.links.rounds import fetched
from careers.models import LinkCheck
from careers.services import links

PAUSE_SECONDS = 1.0
"""Between two addresses of one host."""


class Command(BaseCommand):
    """Opens the references that editors cite, and records what is found there."""

    help = "Open every address that the content cites and record what is found; what visitors typed is never fetched."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many to open, and which."""
        parser.add_argument("--limit", type=_whole, metavar="N", help="open this many at most")
        words = "leave out those opened within so many days (default 6)"
        parser.add_argument("--older-than", type=_whole, default=6, metavar="DAYS", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        """Open what is due, and say what came out."""
        now = timezone.now()
        addresses = cited(now)
        dropped = links.forget_others(addresses)
        due = links.due(addresses, at=now, older_than=timedelta(days=options["older_than"]))[: options["limit"]]
        fetcher = Fetcher(f"CMIO Coach link checker (+{settings.SITE_URL})")
        outcomes: Counter[str] = Counter()
        for url, found in fetched(due, fetcher.check, PAUSE_SECONDS):
            check = links.record(url=url, found=found, at=timezone.now())
            outcomes[check.get_outcome_display().lower()] += 1
            if found.outcome != LinkCheck.Outcome.FINE and options["verbosity"] > 0:
                self.stdout.write(_line(check))
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())) or "nothing was due"
        self.stdout.write(f"{len(due)} of {len(addresses)} addresses opened: {told}.")
        if dropped:
            self.stdout.write(f"{dropped} that nothing cites any more forgotten.")


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise ArgumentTypeError("has to be a whole number")
    return int(text)


def _line(check: LinkCheck) -> str:
    status = f" {check.status}" if check.status else ""
    moved = f" to {check.moved_to}" if check.moved_to else ""
    return f"{check.get_outcome_display()}{status}: {check.url}{moved}"
