"""Planning that runs outside of requests, with its answers; and what was entered in a builder so far."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.urls import reverse

from assessments.models.plans import Plan, Revision
from assessments.models.results import Result
from careers.models import InstrumentVersion

LEASE = timedelta(minutes=2)
"""After so long without an end, whoever worked on a calculation is taken to be gone."""

MOST_TRIES = 3


class CalculationQuerySet(models.QuerySet["Calculation"]):
    """Filters on calculations."""

    def for_user(self, user: User) -> "CalculationQuerySet":
        """The user's own."""
        return self.filter(user=user)

    def proposals_for(self, plan: Plan) -> "CalculationQuerySet":
        """Those in which the plan was worked out again, newest first."""
        return self.filter(plan=plan, purpose=Calculation.Purpose.REVISE).order_by("-created_at")

    def unfinished(self) -> "CalculationQuerySet":
        """Those that wait or are being worked on."""
        return self.filter(state__in=(Calculation.State.WAITING, Calculation.State.RUNNING))

    def to_do(self, at: datetime) -> "CalculationQuerySet":
        """Those that nobody works on, plans before what-ifs and the oldest first.

        Whoever took one and was not heard of again has lost it.
        """
        waiting = models.Q(state=Calculation.State.WAITING)
        lost = models.Q(state=Calculation.State.RUNNING, started_at__lt=at - LEASE)
        last = models.Case(models.When(purpose=Calculation.Purpose.WHAT_IF, then=1), default=0)
        return self.filter(waiting | lost).order_by(last, "created_at")

    def over_since(self, at: datetime) -> "CalculationQuerySet":
        """Those that ended by then, but for proposals that can still be accepted or refused."""
        done, revise = Calculation.State.DONE, Calculation.Purpose.REVISE
        is_open = models.Q(purpose=revise, state=done, settled="", basis=models.F("plan__current_revision"))
        return self.filter(finished_at__lte=at).exclude(is_open)


class Calculation(models.Model):
    """A plan, a proposal or a table of what-ifs to be worked out; equal questions of one user are asked once.

    - digest: of the purpose, the version and everything that is asked, so that the answer can be found again
    - basis: the revision that a proposal starts from
    - settled: what the user decided on a proposal
    """

    class Purpose(models.TextChoices):
        """What the answer is for."""

        BUILD = "build", "A new plan"
        REVISE = "revise", "A proposal for a plan"
        WHAT_IF = "what_if", "What other hours and budgets would give"

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Being worked out"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    class Decision(models.TextChoices):
        """What the user decided on a proposal."""

        ACCEPTED = "accepted", "Accepted"
        KEPT = "kept", "Kept the old plan"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calculations")
    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="calculations")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, related_name="calculations")
    basis = models.ForeignKey(Revision, on_delete=models.CASCADE, null=True, related_name="+")
    purpose = models.CharField(max_length=10, choices=Purpose)
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    request = models.JSONField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    answer = models.JSONField(null=True)
    settled = models.CharField(max_length=10, choices=Decision, blank=True)
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    objects = CalculationQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "pk")
        constraints = (models.UniqueConstraint(fields=("user", "digest"), name="calculation_once_per_question"),)

    def __str__(self) -> str:
        return f"Calculation {self.pk}"

    def get_absolute_url(self) -> str:
        """The page that waits for it, and leads on once it is done."""
        return reverse("assessments:calculation", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {self.State.DONE, self.State.FAILED}


class Draft(models.Model):
    """What was entered in the builder so far: for a new plan from a result, or for a change of a plan."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    result = models.ForeignKey(Result, on_delete=models.CASCADE, related_name="drafts")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, related_name="drafts")
    entered = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "result"), condition=models.Q(plan=None), name="draft_once_per_result"
            ),
            models.UniqueConstraint(fields=("plan",), name="draft_once_per_plan"),
        )

    def __str__(self) -> str:
        return f"Draft {self.pk}"
