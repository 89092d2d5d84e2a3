"""Saved plans: what was given, the schedule that came of it, and every change as a revision."""

import uuid
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse

from assessments.domain.following import progress as following
from assessments.domain.following.progress import DONE, SKIPPED, Progress
from assessments.models.results import Result
from assessments.models.secrets import fingerprint
from careers.models import InstrumentVersion


class PlanQuerySet(models.QuerySet["Plan"]):
    """Filters on plans."""

    def for_user(self, user: User) -> "PlanQuerySet":
        """The user's own plans with their result and how they stand now, in one query, newest first."""
        return self.filter(user=user).whole().order_by("-created_at")

    def with_feed(self, token: str) -> "PlanQuerySet":
        """The plan whose calendar is at the address that holds this token, with its feed."""
        return self.whole().filter(feed__digest=fingerprint(token), user__is_active=True).select_related("feed")

    def whole(self) -> "PlanQuerySet":
        """With the result, the current revision and its schedule; without the documents of instrument versions."""
        versions = ("result__attempt__version", "current_revision__schedule__version")
        heavy = ("document", "catalogue__published_frameworks")
        return self.select_related(*(f"{version}__catalogue__career" for version in versions)).defer(
            *(f"{version}__{field}" for version in versions for field in heavy)
        )


class Plan(models.Model):
    """A schedule of actions for one result; its id is made before it is built, so that building twice makes one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plans")
    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="plans")
    current_revision = models.ForeignKey(
        "assessments.Revision", on_delete=models.RESTRICT, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField()

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"Plan {self.pk}"

    def get_absolute_url(self) -> str:
        """The plan's page."""
        return reverse("assessments:plan", args=[self.pk])

    @cached_property
    def page_key(self) -> uuid.UUID:
        """Hidden in the forms of a page, so that the same form sent twice changes the plan once."""
        return uuid.uuid4()

    @property
    def current(self) -> "Revision":
        """How the plan stands now."""
        if self.current_revision is None:
            raise LookupError(f"{self} has no revision yet")
        return self.current_revision


class Schedule(models.Model):
    """What was given (`request`) and the schedule that came of it (`document`); it never changes.

    - version: the instrument whose skills, gates and actions it speaks of
    - request: the situation that was planned from, and under `extras` own actions, split ones and retired ones
    - document: the JSON of DESIGN section 7, and under `kept` the rows of actions that were done or running before
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="schedules")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    request = models.JSONField()
    document = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("created_at", "pk")

    def __str__(self) -> str:
        return f"Schedule {self.pk}"

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """All its actions, those that were done or running before it was built among them, by their start."""
        rows = [*self.document.get("kept", ()), *self.document["actions"]]
        return sorted(rows, key=lambda row: (row["start"], row["end"], row["id"]))


class Revision(models.Model):
    """How a plan stood after a change: its schedule and the progress on each action, by the action's key.

    - change: what kind of change led to it; `words` says it in a sentence
    - before: the number of the revision that undoing this change returns to, none where nothing came before
    - key: hidden in the form that made it, so that the same form sent twice changes once
    """

    class Change(models.TextChoices):
        """Kinds of changes."""

        BUILT = "built", "Built"
        PROGRESS = "progress", "Progress"
        SCHEDULE = "schedule", "Schedule"
        REPLANNED = "replanned", "Planned again"
        RESTORED = "restored", "Restored"
        UNDONE = "undone", "Undone"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    schedule = models.ForeignKey(Schedule, on_delete=models.CASCADE, related_name="revisions")
    progress = models.JSONField(default=dict)
    change = models.CharField(max_length=10, choices=Change)
    words = models.CharField(max_length=400)
    before = models.PositiveIntegerField(null=True)
    key = models.UUIDField(default=uuid.uuid4)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="revision_number_once_per_plan"),
            models.UniqueConstraint(fields=("plan", "key"), name="revision_key_once_per_plan"),
        )

    def __str__(self) -> str:
        return f"Revision {self.number}"

    @property
    def request(self) -> dict[str, Any]:
        """What its schedule was built from."""
        return dict(self.schedule.request)

    @property
    def document(self) -> dict[str, Any]:
        """What came of it."""
        return dict(self.schedule.document)

    @property
    def actions(self) -> list[dict[str, Any]]:
        """The rows of its actions in order of their start."""
        return self.schedule.rows

    @cached_property
    def following(self) -> dict[str, Progress]:
        """Progress by the key of the action; nothing is known of those that are missing."""
        return following.read(self.progress)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do: each of its actions is done or skipped, or it has none."""
        settled = {action for action, entry in self.following.items() if entry.state in {DONE, SKIPPED}}
        return all(row["id"] in settled for row in self.actions)

    @property
    def done(self) -> set[str]:
        """Keys of the actions that are done."""
        return {action for action, entry in self.following.items() if entry.state == DONE}
