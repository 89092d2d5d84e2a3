"""What comes of a submitted attempt."""

from django.contrib.auth.models import User
from django.db import models

from assessments.models.attempts import Attempt


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

    def newer_than(self, result: "Result") -> "ResultQuerySet":
        """Results of the same user and level since that one, of full assessments, newest first."""
        attempt = result.attempt
        full = self.filter(attempt__user=attempt.user_id, attempt__level=attempt.level, attempt__form=Attempt.Form.FULL)
        of_career = full.filter(attempt__version__catalogue__career=attempt.version.catalogue.career)
        return of_career.filter(created_at__gt=result.created_at).order_by("-created_at")


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
