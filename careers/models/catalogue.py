"""The catalogue as editors work on it: domains, skills with anchors and requirements, and gates."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from careers.models.careers import Career
from careers.models.fields import LinesField
from careers.models.rows import Row, key_field

PROFICIENCY = (MinValueValidator(1), MaxValueValidator(5))


def between(column: str, low: int, high: int) -> models.Q:
    """A check that a column lies within both bounds."""
    return models.Q(**{f"{column}__gte": low, f"{column}__lte": high})


class Necessity(models.TextChoices):
    """How firmly a level asks for a gate."""

    REQUIRED = "required", "Required: most employers will not proceed without it"
    EXPECTED = "expected", "Expected: a clear substitute can stand in"
    HELPFUL = "helpful", "Helpful: absence rarely matters"


class Confidence(models.TextChoices):
    """How sure the editors are of a gate's facts."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Catalogue(models.Model):
    """The skills, gates, scenario items and actions for one career, with the editors' front matter."""

    career = models.OneToOneField(Career, on_delete=models.PROTECT, related_name="catalogue")
    competencies_meta = models.JSONField(default=dict, blank=True)
    actions_meta = models.JSONField(default=dict, blank=True)
    published_frameworks = models.JSONField(default=dict, blank=True)
    uncertainties = LinesField()
    professions = LinesField()
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        permissions = (("publish_catalogue", "Can publish the catalogue"),)

    def __str__(self) -> str:
        return f"Catalogue: {self.career}"


class CatalogueRow(Row):
    """A row of the catalogue with its stable key."""

    catalogue = models.ForeignKey(Catalogue, on_delete=models.CASCADE)
    key = key_field()

    class Meta(Row.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=("catalogue", "key"), name="%(class)s_key_once"),
        )


class Level(CatalogueRow):
    """A rung that can be assessed."""

    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Proficiency(Row):
    """The word for a proficiency and what it means on every skill."""

    catalogue = models.ForeignKey(Catalogue, on_delete=models.CASCADE)
    level = models.PositiveSmallIntegerField(validators=PROFICIENCY)
    word = models.CharField(max_length=40)
    definition = models.TextField()

    class Meta(Row.Meta):
        verbose_name_plural = "proficiencies"
        constraints = (
            models.UniqueConstraint(fields=("catalogue", "level"), name="proficiency_level_once"),
            models.CheckConstraint(name="proficiency_level_1_to_5", condition=between("level", 1, 5)),
        )

    def __str__(self) -> str:
        return f"{self.level} {self.word}"


class CatalogueSource(CatalogueRow):
    """Where the catalogue's claims come from."""

    title = models.CharField(max_length=300)
    year = models.CharField(max_length=40)
    url = models.URLField(max_length=600, blank=True)
    supports = models.TextField()
    access = models.CharField(max_length=40)

    class Meta(CatalogueRow.Meta):
        verbose_name = "source"

    def __str__(self) -> str:
        return self.title


class Domain(CatalogueRow):
    """A group of skills."""

    name = models.CharField(max_length=120)
    weight = models.PositiveSmallIntegerField()
    weight_rationale = models.TextField()
    sources = LinesField()

    def __str__(self) -> str:
        return self.name


class DomainWeight(Row):
    """What a domain weighs at one level."""

    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="weights")
    level = models.CharField(max_length=80)
    weight = models.PositiveSmallIntegerField()

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("domain", "level"), name="domain_weight_once_per_level"),)

    def __str__(self) -> str:
        return f"{self.level}: {self.weight}"


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


class Gate(CatalogueRow):
    """A hard condition that stands apart from the score."""

    name = models.CharField(max_length=120)
    applies_to = LinesField()
    how_met = models.TextField()
    substitutes = models.TextField(blank=True)
    satisfied_by = LinesField(help_text="Keys of actions, one to a line.")
    evidence = models.TextField()
    sources = LinesField()
    note = models.TextField()
    note_date = models.CharField(max_length=10)
    confidence = models.CharField(max_length=10, choices=Confidence)

    def __str__(self) -> str:
        return self.name


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
