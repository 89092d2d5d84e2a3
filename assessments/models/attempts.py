"""Runs through the readiness assessment."""

import uuid
from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse

from careers.models import InstrumentVersion


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Filters on attempts."""

    def for_user(self, user: User) -> "AttemptQuerySet":
        """The user's own attempts with what every page of an attempt shows, newest first."""
        return self.filter(user=user)._for_pages()

    def tried(self, ids: Collection[UUID]) -> "AttemptQuerySet":
        """Those of these attempts that nobody has claimed, with what every page of an attempt shows, newest first."""
        return self.filter(user=None, pk__in=ids)._for_pages()

    def _for_pages(self) -> "AttemptQuerySet":
        # The version's document is large and never changes: snapshots keep it, rows do not carry it along.
        return (
            self.select_related("version__catalogue__career", "result")
            .defer("version__document", "version__catalogue__published_frameworks")
            .order_by("-started_at")
        )


class Attempt(models.Model):
    """One run against one level of a career and one instrument version; its id is made before it is started.

    Without a user it belongs to the browser session that started it, until somebody signs in there and claims it.
    """

    class Form(models.TextChoices):
        """How much of the instrument is asked."""

        FULL = "full", "Full assessment"
        QUICK = "quick", "Quick check"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="attempts"
    )
    form = models.CharField(max_length=5, choices=Form, default=Form.FULL)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="attempts")
    level = models.CharField(max_length=80)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ("-started_at",)
        constraints = (
            models.CheckConstraint(
                name="attempt_submitted_after_started",
                condition=models.Q(submitted_at__isnull=True) | models.Q(submitted_at__gte=models.F("started_at")),
            ),
        )

    def __str__(self) -> str:
        return f"Attempt {self.pk}"

    def get_absolute_url(self) -> str:
        """Its result once submitted, its task list before."""
        return reverse("assessments:result" if self.submitted_at else "assessments:attempt", args=[self.pk])
