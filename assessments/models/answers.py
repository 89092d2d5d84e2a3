"""The answers of an attempt, one row each."""

from django.db import models

from assessments.models.attempts import Attempt


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
