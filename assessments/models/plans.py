"""Saved plans: what the user can give, the schedule of each revision, and what is done."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse

from assessments.models.results import Result


class PlanQuerySet(models.QuerySet["Plan"]):
    """Filters on plans."""

    def for_user(self, user: User) -> "PlanQuerySet":
        """The user's own plans with their result, revisions and progress, newest first."""
        return (
            self.filter(user=user)
            .select_related("result__attempt__version__catalogue__career")
            .defer("result__attempt__version__document", "result__attempt__version__catalogue__published_frameworks")
            .prefetch_related("revisions", "progress")
            .order_by("-created_at")
        )


class Plan(models.Model):
    """A schedule of actions for one result; its id is made before it is built, so that building twice makes one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plans")
    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="plans")
    created_at = models.DateTimeField()

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"Plan {self.pk}"

    def get_absolute_url(self) -> str:
        """The plan's page."""
        return reverse("assessments:plan", args=[self.pk])

    @property
    def current(self) -> "Revision":
        """The latest revision."""
        return max(self.revisions.all(), key=lambda revision: revision.number)

    @property
    def done(self) -> set[str]:
        """Keys of the actions ticked as done."""
        return {progress.action for progress in self.progress.all() if progress.done_at}


class Revision(models.Model):
    """One version of a plan: what was given (`request`) and the schedule that came of it (`document`)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    request = models.JSONField()
    document = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="revision_number_once_per_plan"),)

    def __str__(self) -> str:
        return f"Revision {self.number}"

    @property
    def actions(self) -> list[dict[str, Any]]:
        """The scheduled actions in order of their start."""
        return list(self.document["actions"])


class ActionProgress(models.Model):
    """How far the user is with one action of a plan, kept by the action's key through every revision."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="progress")
    action = models.CharField(max_length=80)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "action progress"
        constraints = (models.UniqueConstraint(fields=("plan", "action"), name="progress_once_per_action"),)

    def __str__(self) -> str:
        return self.action
