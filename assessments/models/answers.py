"""The answers of an attempt, one row each."""

import uuid

from django.db import models

from assessments.models.attempts import Attempt


class Answer(models.Model):
    """What every answer keeps beside its content: who wrote it last, how often it changed, and when.

    - key: hidden in the page it was sent from, so that the same page sent twice writes once
    - turn: counts the changes within that page, so that an older request that arrives late changes nothing
    - revision: counts the changes of the row, so that another page notices that it shows an older answer
    - seconds: from showing the question to its first answer, none where nobody can tell
    """

    key = models.UUIDField(default=uuid.uuid4)
    turn = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        abstract = True


class Rating(Answer):
    """The user's answer on one skill: 0 is "not had the chance", 1 to 5 are the anchors."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="ratings")
    skill = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField()
    low_confidence = models.BooleanField(default=False)
    evidence = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("attempt", "skill"), name="rating_once_per_skill"),
            models.CheckConstraint(name="rating_0_to_5", condition=models.Q(level__gte=0, level__lte=5)),
        )

    def __str__(self) -> str:
        return f"{self.skill}: {self.level}"


class ScenarioAnswer(Answer):
    """The user's choice on one scenario item: an option's letter, or "unsure"."""

    UNSURE = "unsure"

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="scenario_answers")
    item = models.CharField(max_length=80)
    choice = models.CharField(max_length=10)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("attempt", "item"), name="scenario_answer_once_per_item"),)

    def __str__(self) -> str:
        return f"{self.item}: {self.choice}"
