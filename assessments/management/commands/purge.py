"""`manage.py purge`: deletes assessments that were tried without an account and left behind."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from assessments.services import tries


class Command(BaseCommand):
    """Deletes what the site also deletes by itself, whenever somebody starts without an account."""

    help = f"Delete assessments without an account that have had no answer for {tries.KEPT.days} days."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete and say how many; a second run finds nothing."""
        self.stdout.write(f"Deleted {tries.purge(at=timezone.now())} assessments that nobody claimed.")
