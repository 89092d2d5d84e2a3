"""What keeps content true over time: opened references, reminders, and addresses that moved."""

from django.conf import settings
from django.db import models

from careers.models.career import Career


class LinkCheck(models.Model):
    """What the link checker found at an address that editors cite."""

    class Outcome(models.TextChoices):
        """What can be found."""

        FINE = "fine"
        MOVED = "moved"
        BROKEN = "broken"
        SILENT = "no reply"
        REFUSED = "refused", "answers people only"
        BARRED = "not fetched"

    url = models.URLField(max_length=600, unique=True)
    outcome = models.CharField(max_length=20, choices=Outcome)
    status = models.PositiveSmallIntegerField(null=True, blank=True, help_text="HTTP status, where there was one.")
    moved_to = models.URLField(max_length=2000, blank=True)
    checked_at = models.DateTimeField()
    since = models.DateTimeField(help_text="First check with this outcome.")

    def __str__(self) -> str:
        return f"{self.url}: {self.outcome}"


class FormerSlug(models.Model):
    """An address that a guide had; it leads to where the guide is now."""

    slug = models.SlugField(max_length=80, unique=True)
    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="former_slugs")
    moved_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.slug


class Reminder(models.Model):
    """That an owner was written to in a week: once at most."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    week = models.DateField(help_text="The Monday of the week.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "week"), name="one_reminder_a_week"),)

    def __str__(self) -> str:
        return f"{self.user} {self.week}"
