"""`remind`"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from careers.management.reminders import remind
from careers.services.posting import Unreachable


class Command(BaseCommand):
    """Writes to those who look after content about what is due; nobody is written to twice in a week."""

    help = "Send owners one message about guides due for review and references to open; one a week at most."

    def handle(self, *args: Any, **options: Any) -> None:
        """Send what is due, and say how much it was."""
        try:
            sent = remind(timezone.now)
        except Unreachable as error:
            raise CommandError(f"The mail server cannot be reached ({error}). Run this again later.") from error
        self.stdout.write(f"{sent} reminder{'' if sent == 1 else 's'} sent.")
