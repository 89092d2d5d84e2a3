"""The way into the job."""

from django.db import models

from careers.models.entries.base import Entry, SourcedEntry
from careers.models.fields import LinesField


class Step(Entry):
    """A step on the way into the job; months are null where the step has no length of its own."""

    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    duration_text = models.CharField("duration in words", max_length=120)
    min_months = models.PositiveSmallIntegerField("shortest duration", null=True, blank=True)
    max_months = models.PositiveSmallIntegerField("longest duration", null=True, blank=True)

    class Meta(Entry.Meta):
        constraints = (models.UniqueConstraint(fields=("section", "number"), name="step_number_once_per_section"),)

    def __str__(self) -> str:
        return self.title


class EducationRoute(Entry, SourcedEntry):
    """A course of training with its length in months and its cost in USD."""

    name = models.CharField(max_length=120)
    fields = LinesField()
    duration_text = models.CharField("duration in words", max_length=120)
    min_months = models.PositiveSmallIntegerField("shortest duration", null=True, blank=True)
    max_months = models.PositiveSmallIntegerField("longest duration", null=True, blank=True)
    cost_low_usd = models.PositiveIntegerField("lowest cost", null=True, blank=True)
    cost_high_usd = models.PositiveIntegerField("highest cost", null=True, blank=True)
    detail = models.TextField()

    def __str__(self) -> str:
        return self.name
