"""The catalogue of one career, and what its rows share."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from careers.models.care import Cared
from careers.models.career import Career
from careers.models.fields import LinesField
from careers.models.rows import Row, key_field

PROFICIENCY = (MinValueValidator(1), MaxValueValidator(5))


def between(column: str, low: int, high: int) -> models.Q:
    """A check that a column lies within both bounds."""
    return models.Q(**{f"{column}__gte": low, f"{column}__lte": high})


class Catalogue(Cared):
    """The skills, gates, scenario items and actions for one career, with the editors' front matter."""

    career = models.OneToOneField(Career, verbose_name="guide", on_delete=models.PROTECT, related_name="catalogue")
    competencies_meta = models.JSONField(default=dict, blank=True)
    actions_meta = models.JSONField(default=dict, blank=True)
    published_frameworks = models.JSONField(default=dict, blank=True)
    uncertainties = LinesField()
    professions = LinesField()
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)
    review_by = models.DateField("next review", null=True, blank=True)

    class Meta:
        verbose_name = "instrument"
        permissions = (
            ("publish_catalogue", "Can publish, schedule and revert the catalogue"),
            ("review_catalogue", "Can approve the catalogue and comment on it"),
        )

    def __str__(self) -> str:
        return f"Instrument: {self.career}"


class CatalogueRow(Row):
    """A row of the catalogue with its stable key."""

    catalogue = models.ForeignKey(Catalogue, verbose_name="instrument", on_delete=models.CASCADE)
    key = key_field()

    class Meta(Row.Meta):
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=("catalogue", "key"), name="%(class)s_key_once"),
        )
