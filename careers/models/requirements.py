"""What a level asks for, of skills and of gates."""

from django.core.validators import MinValueValidator
from django.db import models

from careers.models.catalogue import PROFICIENCY, between
from careers.models.gates import Gate
from careers.models.rows import Row
from careers.models.skills import Skill


class Necessity(models.TextChoices):
    """How firmly a level asks for a gate."""

    REQUIRED = "required", "Required: most employers will not proceed without it"
    EXPECTED = "expected", "Expected: a clear substitute can stand in"
    HELPFUL = "helpful", "Helpful: absence rarely matters"


class Requirement(Row):
    """The proficiency that a level asks of a skill, and the skill's weight there."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="requirements")
    level = models.CharField(max_length=80)
    required = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    weight = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])

    class Meta(Row.Meta):
        constraints = (
            models.UniqueConstraint(fields=("skill", "level"), name="requirement_once_per_level"),
            models.CheckConstraint(name="requirement_1_to_5", condition=between("required", 1, 5)),
            models.CheckConstraint(name="requirement_weight_above_0", condition=models.Q(weight__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.level}: {self.required}"


class GateRequirement(Row):
    """How firmly a level asks for a gate, and the years typical of it where only time can meet it."""

    gate = models.ForeignKey(Gate, on_delete=models.CASCADE, related_name="requirements")
    level = models.CharField(max_length=80)
    necessity = models.CharField(max_length=10, choices=Necessity)
    typical_years = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("gate", "level"), name="gate_requirement_once_per_level"),)

    def __str__(self) -> str:
        return f"{self.level}: {self.necessity}"
