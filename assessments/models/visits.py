"""When somebody who is signed in read a guide, and in which edition."""

from datetime import date

from django.conf import settings
from django.db import models


class GuideVisit(models.Model):
    """The present visit to one guide and the one before it, each with its day and the edition that was live."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="guide_visits")
    career = models.CharField(max_length=80)
    edition = models.PositiveIntegerField()
    day = models.DateField()
    earlier_edition = models.PositiveIntegerField(null=True, blank=True)
    earlier_day = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "career"), name="visit_once_per_user_and_career"),)

    def __str__(self) -> str:
        return f"{self.career} {self.edition}"

    def is_over(self, *, edition: int, on: date) -> bool:
        """Whether reading that edition on that day is another visit: a later day, or another edition."""
        return on > self.day or edition != self.edition

    def move_on(self, *, edition: int, on: date) -> None:
        """Make the present visit the earlier one."""
        self.earlier_edition, self.earlier_day = self.edition, self.day
        self.edition, self.day = edition, on

    @property
    def missed(self) -> bool:
        """Whether an edition came out since the visit before."""
        return self.earlier_edition is not None and self.earlier_edition < self.edition
