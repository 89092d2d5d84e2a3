"""`manage.py purge`: deletes what was left behind: assessments without an account, old answers, old drafts."""

from typing import Any

from django.core.management import BaseCommand
from django.utils import timezone

from assessments.services import purging, tries


class Command(BaseCommand):
    """Deletes what nobody comes back for; assessments also go by themselves, whenever somebody starts another one."""

    help = (
        f"Delete assessments without an account that have had no answer for {tries.KEPT.days} days, what was worked "
        f"out for plans {purging.ANSWERS_KEPT.days} days ago, and drafts of plans that are a year old."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete and say how many; a second run finds nothing."""
        now = timezone.now()
        self.stdout.write(f"Deleted {tries.purge(at=now)} assessments that nobody claimed.")
        self.stdout.write(f"Deleted {purging.purge_calculations(at=now)} old answers of the planner.")
        self.stdout.write(f"Deleted {purging.purge_drafts(at=now)} old drafts of plans.")
