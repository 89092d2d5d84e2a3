"""Skills with the behavior that each proficiency means."""

from django.db import models

from careers.models.catalogue import PROFICIENCY, CatalogueRow, between
from careers.models.fields import LinesField
from careers.models.rows import Row


class Skill(CatalogueRow):
    """A skill that is assessed, with its definition."""

    class Kind(models.TextChoices):
        """Whether the skill is about systems or people."""

        TECHNICAL = "technical"
        SOFT = "soft"

    domain = models.CharField(max_length=80, help_text="Key of a domain.")
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=120)
    definition = models.TextField()
    required_rationale = models.TextField()
    weight = models.PositiveSmallIntegerField()
    sources = LinesField()

    def __str__(self) -> str:
        return self.name


class Anchor(Row):
    """The observable behavior that a proficiency of a skill means."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="anchors")
    level = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    text = models.TextField()

    class Meta(Row.Meta):
        constraints = (
            models.UniqueConstraint(fields=("skill", "level"), name="anchor_once_per_level"),
            models.CheckConstraint(name="anchor_level_1_to_5", condition=between("level", 1, 5)),
        )

    def __str__(self) -> str:
        return f"{self.level}: {self.text}"
