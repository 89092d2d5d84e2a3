"""Where the figures and claims of a guide come from."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from careers.models.career import Career
from careers.models.rows import Row, key_field

YEARS = (MinValueValidator(1900), MaxValueValidator(2100))


class Source(Row):
    """Where a figure or claim comes from."""

    class Kind(models.TextChoices):
        """What sort of evidence the source is."""

        BASE_GUIDE = "base_guide", "Base guide"
        DATASET = "dataset", "Data set"
        EDITORIAL = "editorial", "Editorial judgment"
        GOVERNMENT = "government", "Government"
        NEWS = "news", "News"
        ORGANIZATION = "organization", "Organization"
        PAPER = "paper", "Paper"
        SURVEY = "survey", "Survey"

    career = models.ForeignKey(Career, verbose_name="guide", on_delete=models.CASCADE, related_name="sources")
    key = key_field()
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField(null=True, blank=True, validators=YEARS)
    url = models.URLField("web address", max_length=600, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    note = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = (models.UniqueConstraint(fields=("career", "key"), name="source_key_once_per_career"),)

    def __str__(self) -> str:
        return self.title
