"""Where the job leads: the rungs of its ladder and related careers."""

from django.db import models

from careers.models.entries.base import Entry
from careers.models.fields import LinesField
from careers.models.rows import key_field


class Rung(Entry):
    """A level of the career's ladder."""

    level = key_field()
    title = models.CharField(max_length=120)
    experience_step = models.CharField(max_length=200)
    experience_total = models.CharField(max_length=200)
    min_years = models.PositiveSmallIntegerField("fewest years")
    max_years = models.PositiveSmallIntegerField("most years", null=True, blank=True)
    duties = models.TextField()
    focus_areas = LinesField()

    def __str__(self) -> str:
        return self.title


class RelatedCareer(Entry):
    """A neighboring career and how it relates to this one."""

    class Relation(models.TextChoices):
        """Where people go from here, or come from."""

        FROM = "from", "leads here"
        PEER = "peer", "works beside"
        LEADS_TO = "leads_to", "comes after"

    career_slug = models.SlugField("guide", max_length=80)
    title = models.CharField(max_length=120)
    relation = models.CharField(max_length=10, choices=Relation)
    difference = models.TextField()

    def __str__(self) -> str:
        return self.title
