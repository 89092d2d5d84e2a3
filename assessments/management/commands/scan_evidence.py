"""Has the virus scanner look at files that it has not seen, or could not answer for, when they came."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from assessments.models import EvidenceFile
from assessments.services.evidence import scan_again

Scan = EvidenceFile.Scan


class Command(BaseCommand):
    """`scan_evidence`"""

    help = "Scan the files that are held back, and those that were never scanned; to be run again and again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Scan and print how many files had which verdict."""
        if settings.CLAMD is None:
            raise CommandError("CLAMD is off: there is no scanner to ask.")
        found = Counter(scan_again())
        clean, removed, held = found[Scan.CLEAN], found[Scan.FOUND], found[Scan.HELD]
        self.stdout.write(f"{clean} clean, {removed} removed, {held} without a verdict")
