"""Hard conditions beside the score."""

from django.db import models

from careers.models.catalogue import CatalogueRow
from careers.models.fields import LinesField


class Confidence(models.TextChoices):
    """How sure the editors are of a gate's facts."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


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
