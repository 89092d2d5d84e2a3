"""Runs through the readiness assessment: one row for every answer, and the frozen result."""

import uuid

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse

from careers.models import InstrumentVersion


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Filters on attempts."""

    def for_user(self, user: User) -> "AttemptQuerySet":
        """The user's own attempts with what every page of an attempt shows, newest first."""
        # The version's document is large and never changes: snapshots keep it, rows do not carry it along.
        return (
            self.filter(user=user)
            .select_related("version__catalogue__career", "result")
            .defer("version__document", "version__catalogue__published_frameworks")
            .order_by("-started_at")
        )


class Attempt(models.Model):
    """One run against one level of a career and one instrument version; its id is made before it is started."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
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


class Rating(models.Model):
    """The user's answer on one skill: 0 is "not had the chance", 1 to 5 are the anchors."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="ratings")
    skill = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField()
    low_confidence = models.BooleanField(default=False)
    evidence = models.CharField(max_length=500, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("attempt", "skill"), name="rating_once_per_skill"),
            models.CheckConstraint(name="rating_0_to_5", condition=models.Q(level__gte=0, level__lte=5)),
        )

    def __str__(self) -> str:
        return f"{self.skill}: {self.level}"


class ScenarioAnswer(models.Model):
    """The user's choice on one scenario item: an option's letter, or "unsure"."""

    UNSURE = "unsure"

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="scenario_answers")
    item = models.CharField(max_length=80)
    choice = models.CharField(max_length=10)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("attempt", "item"), name="scenario_answer_once_per_item"),)

    def __str__(self) -> str:
        return f"{self.item}: {self.choice}"


class ResultQuerySet(models.QuerySet["Result"]):
    """Filters on results."""

    def for_user(self, user: User) -> "ResultQuerySet":
        """The user's own results with what planning reads of their attempt, newest first."""
        return (
            self.filter(attempt__user=user)
            .select_related("attempt__version__catalogue__career")
            .defer("attempt__version__document", "attempt__version__catalogue__published_frameworks")
            .order_by("-created_at")
        )


class Result(models.Model):
    """The outcome of a submitted attempt as it was scored then; it is never computed again in place."""

    attempt = models.OneToOneField(Attempt, on_delete=models.CASCADE, related_name="result")
    document = models.JSONField()
    created_at = models.DateTimeField()

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"Result of {self.attempt_id}"
