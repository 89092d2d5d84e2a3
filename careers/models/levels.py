"""The rungs that can be assessed, and the scale that every skill is rated on."""

from django.db import models

from careers.models.catalogue import PROFICIENCY, Catalogue, CatalogueRow, between
from careers.models.rows import Row


class Level(CatalogueRow):
    """A rung that can be assessed."""

    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Proficiency(Row):
    """The word for a proficiency and what it means on every skill."""

    catalogue = models.ForeignKey(Catalogue, verbose_name="instrument", on_delete=models.CASCADE)
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
