"""Skills that a user rates again after an action, beside the result that stays as it is."""

from django.db import models

from assessments.models.answers import Answer
from assessments.models.plans import Plan


class Rerating(Answer):
    """A new rating of one skill since the plan was started: 0 is "not had the chance", 1 to 5 are the anchors."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reratings")
    skill = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField()
    low_confidence = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("plan", "skill"), name="rerating_once_per_skill"),
            models.CheckConstraint(name="rerating_0_to_5", condition=models.Q(level__gte=0, level__lte=5)),
        )

    def __str__(self) -> str:
        return f"{self.skill}: {self.level}"
