"""What a profile holds more than one of."""

from django.db import models

from assessments.models.choices import GateState
from assessments.models.profiles import Profile


class HeldCondition(models.Model):
    """A condition of the catalogue that the user holds, or has ruled out."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="conditions")
    condition = models.CharField(max_length=80)
    ruled_out = models.BooleanField(default=False)

    class Meta:
        ordering = ("condition",)
        constraints = (models.UniqueConstraint(fields=("profile", "condition"), name="condition_once_per_profile"),)

    def __str__(self) -> str:
        return self.condition


class ProfileGate(models.Model):
    """How one gate stands for the user."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="gates")
    gate = models.CharField(max_length=80)
    state = models.CharField(max_length=20, choices=GateState)

    class Meta:
        ordering = ("gate",)
        constraints = (models.UniqueConstraint(fields=("profile", "gate"), name="gate_once_per_profile"),)

    def __str__(self) -> str:
        return f"{self.gate}: {self.state}"


class BlockedWeek(models.Model):
    """A week in which the user can give nothing, named by its Monday."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="blocked_weeks")
    monday = models.DateField()

    class Meta:
        ordering = ("monday",)
        constraints = (
            models.UniqueConstraint(fields=("profile", "monday"), name="blocked_week_once_per_profile"),
            models.CheckConstraint(name="blocked_week_is_a_monday", condition=models.Q(monday__iso_week_day=1)),
        )

    def __str__(self) -> str:
        return self.monday.isoformat()
